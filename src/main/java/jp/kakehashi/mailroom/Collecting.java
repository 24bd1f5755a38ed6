package jp.kakehashi.mailroom;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Fetches one mail from the server, whole or not at all. */
final class Collecting {

    private static final String ASIDE = "Aside";

    private final int largest;

    /** @param largest the size in bytes above which a mail is not fetched */
    Collecting(int largest) {
        this.largest = largest;
    }

    /**
     * Fetches a mail.
     *
     * @return its bytes as they are on the server, or why it cannot be had
     * @throws MessagingException if the connection is lost: the mail stays where it is, for the next time
     */
    Fetched fetch(MimeMessage mail) throws MessagingException {
        int size = -1;
        try {
            size = mail.getSize();
            if (size > largest) {
                return new Fetched(null, size, "TOO_LARGE");
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(size, 1_024));
            mail.writeTo(out);
            return new Fetched(out.toByteArray(), out.size(), null);
        } catch (MessagingException | IOException | RuntimeException e) {
            if (isLost(mail.getFolder())) {
                throw new MessagingException("the connection to the mailbox was lost while a mail was fetched", null);
            }
            return new Fetched(null, size, "UNFETCHABLE_" + e.getClass().getSimpleName());
        }
    }

    /** Copies a mail on the server into the folder for what could not be taken over; it needs no fetching. */
    void putAside(MimeMessage mail) throws MessagingException {
        Folder folder = mail.getFolder();
        if (folder == null) {
            return;
        }
        Folder aside = folder.getStore().getFolder(ASIDE);
        if (!aside.exists()) {
            aside.create(Folder.HOLDS_MESSAGES);
        }
        folder.copyMessages(new Message[] {mail}, aside);
    }

    private static boolean isLost(Folder folder) {
        return folder != null && !folder.isOpen();
    }

    /**
     * What came of fetching.
     *
     * @param raw the bytes; null where they could not be had
     * @param size in bytes; -1 where even that is unknown
     * @param trouble why there are no bytes; null where there are
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Fetched(byte[] raw, int size, String trouble) {}
}
