package jp.kakehashi.routing;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import jp.kakehashi.mailroom.Postman;
import org.apache.camel.component.mail.JavaMailSender;
import org.apache.camel.component.mail.MailAuthenticator;
import org.springframework.stereotype.Component;

/**
 * What Camel's mail endpoint sends with: it hands each letter to the {@link Postman}, who knows the server and keeps the
 * answer with the letter. Whatever Camel would set here is not taken: the mailroom's settings alone decide.
 */
@Component("smtpSender")
final class SmtpSender implements JavaMailSender {

    private final Postman postman;
    private final Properties none = new Properties();

    SmtpSender(Postman postman) {
        this.postman = postman;
    }

    @Override
    public void send(MimeMessage mail) {
        postman.post(mail);
    }

    @Override
    public Session getSession() {
        return Session.getInstance(none);
    }

    @Override
    public Properties getJavaMailProperties() {
        return none;
    }

    @Override
    public String getHost() {
        return null;
    }

    @Override
    public int getPort() {
        return -1;
    }

    @Override
    public String getUsername() {
        return null;
    }

    @Override
    public String getPassword() {
        return null;
    }

    @Override
    public String getProtocol() {
        return null;
    }

    @Override
    public MailAuthenticator getAuthenticator() {
        return null;
    }

    @Override
    public void setJavaMailProperties(Properties properties) {
        throw notTaken();
    }

    @Override
    public void addAdditionalJavaMailProperty(String key, String value) {
        throw notTaken();
    }

    @Override
    public void setHost(String host) {
        throw notTaken();
    }

    @Override
    public void setPort(int port) {
        throw notTaken();
    }

    @Override
    public void setUsername(String username) {
        throw notTaken();
    }

    @Override
    public void setPassword(String password) {
        throw notTaken();
    }

    @Override
    public void setProtocol(String protocol) {
        throw notTaken();
    }

    @Override
    public void setSession(Session session) {
        throw notTaken();
    }

    @Override
    public void setAuthenticator(MailAuthenticator authenticator) {
        throw notTaken();
    }

    private static UnsupportedOperationException notTaken() {
        return new UnsupportedOperationException("the mailroom's settings alone say how letters are posted");
    }
}
