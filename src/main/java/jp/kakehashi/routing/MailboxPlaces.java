package jp.kakehashi.routing;

import jakarta.mail.Message;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailUidGenerator;
import org.springframework.stereotype.Component;

/** Tells mails apart by their number in the mailbox, where Camel would read a header that may be missing or broken. */
@Component("mailboxPlaces")
final class MailboxPlaces implements MailUidGenerator {

    @Override
    public String generateUuid(MailEndpoint mailbox, Message mail) {
        return Integer.toString(mail.getMessageNumber());
    }
}
