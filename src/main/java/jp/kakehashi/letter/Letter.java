package jp.kakehashi.letter;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A mail that we write. Nothing in it can break out of its header line: what cannot be written is refused here.
 *
 * @param messageId with its angle brackets, such as {@code <6f…@example.lg.jp>}
 * @param from one plain address
 * @param to at least one plain address
 * @param subject one line
 * @param bodyLines the text, line by line
 * @param attachment the parcel; none in a receipt
 * @param inReplyTo the Message-ID that this mail answers
 * @param date the moment that the mail names as its own
 * @param charset what text and subject are written in: UTF-8 or ISO-2022-JP
 */
public record Letter(
        String messageId,
        String from,
        List<String> to,
        String subject,
        List<String> bodyLines,
        Optional<Attachment> attachment,
        Optional<String> inReplyTo,
        Instant date,
        Charset charset) {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?A-~]{1,200}@[!-;=?A-~]{1,200}>");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+=-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    public Letter {
        to = List.copyOf(to);
        bodyLines = List.copyOf(bodyLines);
        require(isMessageId(messageId), "messageId", "is no Message-ID in angle brackets");
        inReplyTo.ifPresent(id -> require(isMessageId(id), "inReplyTo", "is no Message-ID in angle brackets"));
        require(isAddress(from), "from", "is no plain address");
        require(!to.isEmpty() && to.stream().allMatch(Letter::isAddress), "to", "is no list of plain addresses");
        attachment.ifPresent(
                file -> require(FILE_NAME.matcher(file.fileName()).matches(), "attachment", "has no plain ASCII name"));
        requireWritable("subject", subject, charset);
        bodyLines.forEach(line -> requireWritable("bodyLines", line, charset));
    }

    /** Whether this is a Message-ID in its angle brackets, of plain ASCII. */
    public static boolean isMessageId(String id) {
        return MESSAGE_ID.matcher(id).matches();
    }

    /** Whether this is one address of plain ASCII, {@code name@host}, that is safe in a header and in an SMTP command. */
    public static boolean isAddress(String address) {
        return ADDRESS.matcher(address).matches();
    }

    /**
     * A Message-ID that no other mail has.
     *
     * @param address whose host becomes the right-hand side
     */
    public static String freshMessageId(String address) {
        return "<" + UUID.randomUUID() + address.substring(address.indexOf('@')) + ">";
    }

    /** The bytes to send: RFC 5322 with CRLF; the same letter gives the same bytes. */
    public byte[] toMime() {
        return Composition.of(this);
    }

    /** SHA-256 of what the mail is sent for: the attachment, or the text where there is none. */
    public String contentSha256() {
        return attachment.map(Attachment::sha256).orElseGet(() -> Digests.sha256(text()));
    }

    String text() {
        return String.join("\r\n", bodyLines) + "\r\n";
    }

    private static void requireWritable(String field, String line, Charset charset) {
        require(line.chars().noneMatch(Character::isISOControl), field, "holds a control character or a line break");
        require(charset.newEncoder().canEncode(line), field, "holds a character that " + charset + " cannot write");
    }

    private static void require(boolean holds, String field, String trouble) {
        if (!holds) {
            throw new IllegalArgumentException("letter: " + field + " " + trouble);
        }
    }
}
