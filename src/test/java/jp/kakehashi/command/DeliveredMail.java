package jp.kakehashi.command;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.letter.Incoming;
import jp.kakehashi.parcel.Bounds;
import jp.kakehashi.parcel.Opened;
import jp.kakehashi.parcel.Parcels;
import jp.kakehashi.shipment.PasswordSlip;
import jp.kakehashi.workbook.Workbooks;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What lies in a mailbox of the mail server, and what is inside it for whoever knows the passwords. */
final class DeliveredMail {

    private DeliveredMail() {}

    /** Every mail in the mailbox of an address, in whatever folder. */
    static List<Incoming> to(String address, DemoMailServer server) {
        return raw(address, server).stream().map(Incoming::read).toList();
    }

    /** The bytes of every mail in the mailbox of an address. */
    static List<byte[]> raw(String address, DemoMailServer server) {
        var managers = server.mailboxes().getManagers();
        GreenMailUser user = managers.getUserManager().getUser(address);
        List<byte[]> mails = new ArrayList<>();
        try {
            for (MailFolder folder : managers.getImapHostManager().listMailboxes(user, "*")) {
                for (StoredMessage mail : folder.getMessages()) {
                    ByteArrayOutputStream raw = new ByteArrayOutputStream();
                    mail.getMimeMessage().writeTo(raw);
                    mails.add(raw.toByteArray());
                }
            }
            return mails;
        } catch (FolderException | MessagingException | IOException e) {
            throw new IllegalStateException("the mailbox cannot be looked into", e);
        }
    }

    /** The rows in a mail's parcel, opened as the recipient opens it. */
    static List<List<String>> rows(Incoming mail, PasswordSlip slip, Agreement agreement) {
        var read = (jp.kakehashi.workbook.Opened.Read) Workbooks.read(
                workbook(mail, slip),
                slip.workbookPassword().toCharArray(),
                agreement.expected(jp.kakehashi.agreement.DocumentKind.PROVISION),
                jp.kakehashi.workbook.Bounds.OF_A_MAIL);
        return read.rows();
    }

    /** The workbook in a mail's parcel, by a reader that knows nothing of the agreement. */
    static XSSFWorkbook opened(Incoming mail, PasswordSlip slip) throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(workbook(mail, slip)))) {
            Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(file));
            decryptor.verifyPassword(slip.workbookPassword());
            return new XSSFWorkbook(decryptor.getDataStream(file));
        }
    }

    private static byte[] workbook(Incoming mail, PasswordSlip slip) {
        byte[] zip = mail.attachments().get(0).content();
        return ((Opened.Content) Parcels.open(zip, slip.zipPassword().toCharArray(), Bounds.OF_A_MAIL)).bytes();
    }
}
