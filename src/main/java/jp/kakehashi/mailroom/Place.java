package jp.kakehashi.mailroom;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;

/** Where a mail lies on the server; the same place is the same mail, as long as the server lives. */
final class Place {

    private Place() {}

    /**
     * Folder, UIDVALIDITY and UID of a mail.
     *
     * @return empty for a mail that lies on no server
     */
    static String of(Message mail) throws MessagingException {
        Folder folder = mail.getFolder();
        return folder instanceof UIDFolder numbered
                ? folder.getFullName() + "/" + numbered.getUIDValidity() + "/" + numbered.getUID(mail)
                : "";
    }
}
