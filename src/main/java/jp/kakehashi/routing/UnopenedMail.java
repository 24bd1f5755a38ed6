package jp.kakehashi.routing;

import jakarta.mail.Message;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailBinding;
import org.springframework.stereotype.Component;

/**
 * Lets Camel pass a collected mail on without looking into it. Camel would otherwise read its headers and its date, and a
 * mail in which these are broken would stay in the mailbox for ever, in front of all others.
 */
@Component("unopenedMail")
final class UnopenedMail extends MailBinding {

    UnopenedMail(Door door) {
        super(door, null, true, false);
    }

    @Override
    protected Map<String, Object> extractHeadersFromMail(Message mail, Exchange exchange) {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }
}
