package jp.kakehashi.mailroom;

import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** How the two mail servers are reached: TLS as set, host names checked, every wait bounded. Holds no password. */
public final class MailAccess {

    private final MailSettings settings;
    private final Session smtp;
    private final Session imap;

    MailAccess(MailSettings settings) {
        this.settings = settings;
        Optional<SSLSocketFactory> trusted =
                Optional.ofNullable(settings.trustStore()).map(TrustedCertificates::in);
        Properties posting = line("smtp", settings.smtp(), trusted);
        posting.put("mail.smtp.quitwait", "false");
        posting.put("mail.smtp.sendpartial", "false");
        posting.put("mail.smtp.auth", Boolean.toString(settings.smtp().username() != null));
        Properties collecting = line("imap", settings.imap(), trusted);
        collecting.put("mail.imap.partialfetch", "false");
        collecting.put("mail.imap.peek", "true");
        this.smtp = Session.getInstance(posting);
        this.imap = Session.getInstance(collecting);
    }

    Session smtp() {
        return smtp;
    }

    MailServer smtpServer() {
        return settings.smtp();
    }

    /** The session of our mailbox; the protocol's name is {@code imap}, however the line is protected. */
    public Session imap() {
        return imap;
    }

    /** Account and password of our mailbox. */
    public PasswordAuthentication imapKey() {
        return settings.imap().key();
    }

    private Properties line(String protocol, MailServer server, Optional<SSLSocketFactory> trusted) {
        Properties line = new Properties();
        String prefix = "mail." + protocol + ".";
        line.put(prefix + "connectiontimeout", millis(settings.connectWithin()));
        line.put(prefix + "timeout", millis(settings.answerWithin()));
        line.put(prefix + "writetimeout", millis(settings.answerWithin()));
        line.put(prefix + "ssl.enable", Boolean.toString(server.tls() == Tls.IMPLICIT));
        line.put(prefix + "starttls.enable", Boolean.toString(server.tls() == Tls.STARTTLS));
        line.put(prefix + "starttls.required", Boolean.toString(server.tls() == Tls.STARTTLS));
        line.put(prefix + "ssl.checkserveridentity", "true");
        trusted.ifPresent(factory -> line.put(prefix + "ssl.socketFactory", factory));
        return line;
    }

    private static String millis(Duration wait) {
        return Long.toString(wait.toMillis());
    }
}
