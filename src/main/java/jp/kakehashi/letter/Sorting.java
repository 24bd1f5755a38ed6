package jp.kakehashi.letter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order in which a mail is asked what it is: reports first, since they quote what they report on. */
final class Sorting {

    /** File names of the agreement's pattern: parties, kind, control number, date, and the mark of a fresh sealing. */
    private static final Pattern PARCEL = Pattern.compile(
            "[A-Z0-9]+(?:-[A-Z0-9]+)*_(\\d{2}[A-Z]{2,6})_([A-Z]\\d{1,2}-\\d{3,6})_\\d{8}(_r\\d{1,2})?\\.zip");

    private static final List<String> ABSENCE =
            List.of("自動応答", "自動返信", "不在通知", "automatic reply", "auto reply", "auto-reply", "out of office");

    private Sorting() {}

    static Sort of(Incoming mail) {
        if (mail.deliveryReport().isPresent()) {
            return reported(mail.deliveryReport().get());
        }
        if (mail.readReceipt()) {
            return new Sort.ReadReceipt();
        }
        Optional<? extends Sort> said = machineReply(mail).or(() -> parcel(mail));
        if (said.isPresent()) {
            return said.get();
        }
        return isAutoReply(mail) ? new Sort.AutoReply() : new Sort.Other();
    }

    private static Sort reported(DeliveryReport report) {
        if (report.originalMessageId().isEmpty()) {
            return new Sort.Other();
        }
        String original = report.originalMessageId().get();
        return switch (report.action()) {
            case "failed" -> new Sort.Bounce(original, report.status(), report.recipients());
            case "delayed" -> new Sort.DeliveryDelay(original);
            default -> new Sort.Other();
        };
    }

    private static Optional<Sort> machineReply(Incoming mail) {
        if (!mail.attachments().isEmpty()) {
            return Optional.empty();
        }
        return Acknowledgement.parse(mail.text())
                .<Sort>map(acknowledgement -> acknowledgement)
                .or(() -> CannotOpen.parse(mail.text()));
    }

    private static Optional<Sort> parcel(Incoming mail) {
        if (mail.attachments().size() != 1) {
            return Optional.empty();
        }
        Attachment file = mail.attachments().get(0);
        Matcher name = PARCEL.matcher(file.fileName());
        return name.matches() ? Optional.of(new Sort.ParcelMail(file, name.group(1), name.group(2))) : Optional.empty();
    }

    private static boolean isAutoReply(Incoming mail) {
        String subject = mail.subject().strip().toLowerCase(Locale.ROOT);
        return mail.attachments().isEmpty()
                && (mail.autoSubmitted() || ABSENCE.stream().anyMatch(subject::startsWith));
    }
}
