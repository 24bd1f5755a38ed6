package jp.kakehashi.routing;

import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jp.kakehashi.mailroom.MailAccess;
import org.apache.camel.component.mail.MailAuthenticator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mailbox as the collecting route names it: neither address nor JMX ever show its password. */
@Configuration(proxyBeanMethods = false)
class Mailbox {

    @Bean
    Session mailboxSession(MailAccess access) {
        return access.imap();
    }

    @Bean
    MailAuthenticator mailboxKey(MailAccess access) {
        return new MailAuthenticator() {
            @Override
            public PasswordAuthentication getPasswordAuthentication() {
                return access.imapKey();
            }
        };
    }
}
