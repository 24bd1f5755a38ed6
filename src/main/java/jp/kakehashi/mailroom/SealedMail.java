package jp.kakehashi.mailroom;

import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A mail that is its stored bytes and its envelope, and nothing that a mail library would add or change. */
final class SealedMail extends SMTPMessage {

    private static final Session NO_SERVER = Session.getInstance(new Properties());

    private final LetterInHand letter;
    private final String messageId;
    private final Envelope envelope;
    private final byte[] mime;

    SealedMail(LetterInHand letter, String messageId, Envelope envelope, byte[] mime) {
        super(NO_SERVER);
        this.letter = letter;
        this.messageId = messageId;
        this.envelope = envelope;
        this.mime = mime;
        setEnvelopeFrom(envelope.sender());
    }

    LetterInHand letter() {
        return letter;
    }

    @Override
    public void saveChanges() {
        // There are none: the bytes were released as they are.
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(mime);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException {
        out.write(mime);
    }

    @Override
    public Address[] getAllRecipients() throws AddressException {
        List<Address> addresses = new ArrayList<>();
        for (String recipient : envelope.recipients()) {
            addresses.add(new InternetAddress(recipient, true));
        }
        return addresses.toArray(new Address[0]);
    }

    @Override
    public String getMessageID() {
        return messageId;
    }

    @Override
    public int getSize() {
        return mime.length;
    }
}
