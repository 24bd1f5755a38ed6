package jp.kakehashi.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a mail system reports about a mail of ours (RFC 3464).
 *
 * @param action the gravest of its recipients' actions: {@code failed}, {@code delayed}, or another
 * @param status the status code of the first recipient with that action, such as {@code 5.1.1}; empty when it has none
 * @param recipients the addresses with that action
 * @param originalMessageId of the mail reported on, where the report returns its header
 */
public record DeliveryReport(
        String action, String status, List<String> recipients, Optional<String> originalMessageId) {

    private static final List<String> GRAVEST_FIRST = List.of("failed", "delayed");

    /** The report in the bytes of a {@code message/delivery-status} part; nothing when no recipient has an action. */
    static Optional<DeliveryReport> parse(byte[] status) throws MessagingException {
        List<InternetHeaders> recipients = new ArrayList<>();
        for (String group : new String(status, StandardCharsets.ISO_8859_1).split("\\r?\\n[ \\t]*\\r?\\n", -1)) {
            byte[] lines = (group.strip() + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
            InternetHeaders fields = new InternetHeaders(new ByteArrayInputStream(lines));
            if (fields.getHeader("Action") != null) {
                recipients.add(fields);
            }
        }
        return recipients.isEmpty() ? Optional.empty() : Optional.of(gravest(recipients));
    }

    DeliveryReport about(Optional<String> messageId) {
        return new DeliveryReport(action, status, recipients, messageId);
    }

    private static DeliveryReport gravest(List<InternetHeaders> recipients) {
        String action = GRAVEST_FIRST.stream()
                .filter(grave ->
                        recipients.stream().anyMatch(one -> field(one, "Action").equals(grave)))
                .findFirst()
                .orElseGet(() -> field(recipients.get(0), "Action"));
        List<InternetHeaders> with = recipients.stream()
                .filter(one -> field(one, "Action").equals(action))
                .toList();
        List<String> addresses = with.stream().map(DeliveryReport::address).toList();
        return new DeliveryReport(action, field(with.get(0), "Status"), addresses, Optional.empty());
    }

    /** The address of {@code Final-Recipient: rfc822; name@host}. */
    private static String address(InternetHeaders recipient) {
        String value = field(recipient, "Final-Recipient");
        return value.substring(value.indexOf(';') + 1).strip();
    }

    private static String field(InternetHeaders fields, String name) {
        String value = fields.getHeader(name, null);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
