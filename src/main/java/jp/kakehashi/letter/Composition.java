package jp.kakehashi.letter;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

/** Writes a letter as MIME. Nothing is left to chance or to the machine: no random boundary, no local time zone. */
final class Composition {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private Composition() {}

    static byte[] of(Letter letter) {
        try {
            MimeMessage message = new Named(letter.messageId());
            message.setHeader(
                    "Date",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(letter.date().atZone(TOKYO)));
            message.setHeader("From", letter.from());
            message.setHeader("To", String.join(",\r\n ", letter.to()));
            message.setSubject(letter.subject(), letter.charset().name());
            if (letter.inReplyTo().isPresent()) {
                message.setHeader("In-Reply-To", letter.inReplyTo().get());
            }
            fill(message, letter);
            message.saveChanges();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            message.writeTo(out);
            return out.toByteArray();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a letter in memory could not be written", e);
        }
    }

    private static void fill(MimeMessage message, Letter letter) throws MessagingException {
        String charset = letter.charset().name();
        if (letter.attachment().isEmpty()) {
            message.setText(letter.text(), charset);
            return;
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), charset);
        Mixed parts = new Mixed("=_" + Digests.sha256(letter.messageId()).substring(0, 32));
        parts.addBodyPart(text);
        parts.addBodyPart(parcel(letter.attachment().get()));
        message.setContent(parts);
    }

    private static MimeBodyPart parcel(Attachment attachment) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), "application/zip")));
        part.setFileName(attachment.fileName());
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** A message that keeps the Message-ID given to it, where the library would make one of its own. */
    private static final class Named extends MimeMessage {

        private final String messageId;

        Named(String messageId) {
            super(SESSION);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }

    /** A multipart with a given boundary, where the library would draw one by chance. */
    private static final class Mixed extends MimeMultipart {

        Mixed(String boundary) {
            ContentType type = new ContentType("multipart", "mixed", null);
            type.setParameter("boundary", boundary);
            contentType = type.toString();
        }
    }
}
