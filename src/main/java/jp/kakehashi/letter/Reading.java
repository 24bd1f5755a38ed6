package jp.kakehashi.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One mail while it is read: every fact on its own, so that one that is broken takes no other with it. */
final class Reading {

    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 100;
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Pattern MESSAGE_ID_LINE = Pattern.compile("(?im)^Message-ID:\\s*(<[^<>\\s]{1,400}>)");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,400}>");

    private final List<String> unreadable = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Attachment> attachments = new ArrayList<>();
    private final Optional<MimeMessage> message;
    private Optional<DeliveryReport> report = Optional.empty();
    private Optional<String> originalId = Optional.empty();
    private boolean readReceipt;
    private int parts;

    Reading(byte[] raw) {
        this.message = attempt("mail", () -> new MimeMessage(SESSION, new ByteArrayInputStream(raw)));
    }

    Incoming incoming() {
        message.ifPresent(mail -> read("part", mail, 0));
        return new Incoming(
                firstId("Message-ID"),
                from(),
                addresses("To"),
                header("Subject").map(Reading::decoded).orElse(""),
                firstId("In-Reply-To"),
                ids("References"),
                message.flatMap(mail -> attempt("Date", mail::getSentDate)).map(Date::toInstant),
                text.toString(),
                List.copyOf(attachments),
                report.map(found -> found.about(originalId)),
                readReceipt,
                isAutoSubmitted(),
                List.copyOf(unreadable));
    }

    private Optional<String> from() {
        boolean one = message.flatMap(mail -> attempt("From", () -> mail.getHeader("From")))
                .map(lines -> lines.length == 1)
                .orElse(false);
        List<String> senders = addresses("From");
        return one && senders.size() == 1 ? Optional.of(senders.get(0)) : Optional.empty();
    }

    private List<String> addresses(String name) {
        return header(name)
                .flatMap(value -> attempt(name, () -> InternetAddress.parseHeader(value, false)))
                .map(found -> Arrays.stream(found)
                        .map(InternetAddress::getAddress)
                        .filter(address -> address != null && Letter.isAddress(address))
                        .toList())
                .orElse(List.of());
    }

    private Optional<String> firstId(String name) {
        return ids(name).stream().findFirst();
    }

    private List<String> ids(String name) {
        return header(name)
                .map(value -> MESSAGE_ID
                        .matcher(value)
                        .results()
                        .map(MatchResult::group)
                        .toList())
                .orElse(List.of());
    }

    private boolean isAutoSubmitted() {
        return header("Auto-Submitted")
                        .filter(value -> !value.strip().toLowerCase(Locale.ROOT).startsWith("no"))
                        .isPresent()
                || header("X-Autoreply").isPresent()
                || header("X-Autorespond").isPresent()
                || header("Precedence")
                        .filter(value -> value.strip().equalsIgnoreCase("auto_reply"))
                        .isPresent();
    }

    private Optional<String> header(String name) {
        return message.flatMap(mail -> attempt(name, () -> mail.getHeader(name, ", ")));
    }

    private void read(String path, Part part, int depth) {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            unreadable.add(path + ": nested too deep, or too many parts");
            return;
        }
        attempt(path, () -> take(path, part, depth));
    }

    private boolean take(String path, Part part, int depth) throws MessagingException, IOException {
        ContentType type = typeOf(part);
        if (type.match("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                read(path + "." + (i + 1), parts.getBodyPart(i), depth + 1);
            }
        } else if (type.match("message/delivery-status") || type.match("message/global-delivery-status")) {
            report = DeliveryReport.parse(bytes(part));
        } else if (type.match("message/disposition-notification")) {
            readReceipt = true;
        } else if (report.isPresent() && (type.match("text/rfc822-headers") || type.match("message/rfc822"))) {
            originalId = MESSAGE_ID_LINE
                    .matcher(new String(bytes(part), StandardCharsets.ISO_8859_1))
                    .results()
                    .map(found -> found.group(1))
                    .findFirst();
        } else if (isText(part, type)) {
            text.append(Wording.read(bytes(part), Optional.ofNullable(type.getParameter("charset"))));
        } else if (type.match("text/html") && part.getFileName() == null) {
            unreadable.add(path + ": text/html");
        } else {
            attachments.add(new Attachment(fileName(path, part), bytes(part)));
        }
        return true;
    }

    private static boolean isText(Part part, ContentType type) throws MessagingException {
        return type.match("text/plain")
                && part.getFileName() == null
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private String fileName(String path, Part part) {
        return attempt(path + " name", part::getFileName).map(Reading::decoded).orElse("");
    }

    /** The type of a part; where it is broken, plain text if it begins so, else a file of no known type. */
    private static ContentType typeOf(Part part) throws MessagingException {
        String type = part.getContentType();
        try {
            return new ContentType(type);
        } catch (ParseException e) {
            boolean text = type.strip().toLowerCase(Locale.ROOT).startsWith("text/plain");
            return text ? new ContentType("text", "plain", null) : new ContentType("application", "octet-stream", null);
        }
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static String decoded(String raw) {
        String unfolded = Wording.readRaw(MimeUtility.unfold(raw));
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException e) {
            return unfolded; // an unknown label: a person sees the value as it came
        }
    }

    /** What the mail yields for one fact; nothing, and its name noted, where the mail is broken there. */
    private <T> Optional<T> attempt(String name, Callable<T> fact) {
        try {
            return Optional.ofNullable(fact.call());
        } catch (Exception e) {
            unreadable.add(name + ": " + e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
