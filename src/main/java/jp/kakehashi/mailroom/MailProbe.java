package jp.kakehashi.mailroom;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Tries the two mail servers as posting and collecting will use them: the real connection, its TLS, the sign-in. Nothing
 * is sent, no mail is looked at, and what a server says is not passed on: it may quote the account.
 */
public final class MailProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MailSettings settings;

    private MailProbe(MailSettings settings) {
        this.settings = settings;
    }

    /** How far a probe came. */
    public enum Result {
        /** All the way. */
        GOOD,
        /** Nobody listens there, or the name is unknown. */
        NOT_REACHED,
        /** Somebody listens and says nothing: often a TLS server that is spoken to without TLS. */
        NO_ANSWER,
        /** No protected line: no TLS there, or a certificate that is not trusted or names another host. */
        NO_TLS,
        /** The password file cannot be read. */
        NO_PASSWORD,
        /** The server does not accept account and password. */
        NOT_SIGNED_IN,
        /** Signed in, but INBOX cannot be read. */
        NO_INBOX
    }

    /**
     * A probe of the servers that {@code kakehashi.mail} names.
     *
     * @throws RuntimeException if the settings cannot be bound, or the trust store cannot be read
     */
    public static MailProbe of(Environment environment) {
        MailSettings set = Binder.get(environment)
                .bind("kakehashi.mail", MailSettings.class)
                .get();
        return new MailProbe(new MailSettings(
                set.smtp(), set.imap(), set.trustStore(), shorter(set.connectWithin()), shorter(set.answerWithin())));
    }

    /** The server that takes our letters, without its account. */
    public MailServer outgoingServer() {
        return settings.smtp();
    }

    /** The server that keeps our mailbox, without its account. */
    public MailServer incomingServer() {
        return settings.imap();
    }

    /** Connects to the server that takes our letters, signs in, and leaves. */
    public Result outgoing() {
        return probe(settings.smtp(), (access, key) -> {
            try (Transport line = access.smtp().getTransport("smtp")) {
                line.connect(settings.smtp().host(), settings.smtp().port(), key.getUserName(), key.getPassword());
            }
            return Result.GOOD;
        });
    }

    /** Connects to our mailbox, signs in, opens INBOX without changing anything, and leaves. */
    public Result incoming() {
        return probe(settings.imap(), (access, key) -> {
            try (Store line = access.imap().getStore("imap")) {
                line.connect(settings.imap().host(), settings.imap().port(), key.getUserName(), key.getPassword());
                return inbox(line);
            }
        });
    }

    private static Result inbox(Store line) {
        try (Folder inbox = line.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            return Result.GOOD;
        } catch (MessagingException e) {
            return Result.NO_INBOX;
        }
    }

    private Result probe(MailServer server, Conversation conversation) {
        try {
            return conversation.hold(new MailAccess(settings), server.key());
        } catch (UncheckedIOException e) {
            return Result.NO_PASSWORD;
        } catch (AuthenticationFailedException e) {
            return Result.NOT_SIGNED_IN;
        } catch (MessagingException e) {
            return trouble(e);
        }
    }

    private static Result trouble(MessagingException trouble) {
        if (caused(trouble, SSLException.class) || withoutStarttls(trouble)) {
            return Result.NO_TLS;
        }
        return caused(trouble, SocketTimeoutException.class) ? Result.NO_ANSWER : Result.NOT_REACHED;
    }

    /** A server without STARTTLS is no exception of its own kind to the mail library. */
    private static boolean withoutStarttls(MessagingException trouble) {
        return String.valueOf(trouble.getMessage()).startsWith("STARTTLS is required");
    }

    private static boolean caused(Throwable trouble, Class<? extends Exception> kind) {
        return Stream.iterate(trouble, cause -> cause != null, Throwable::getCause)
                .anyMatch(kind::isInstance);
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(PATIENCE) < 0 ? wait : PATIENCE;
    }

    private interface Conversation {

        Result hold(MailAccess access, PasswordAuthentication key) throws MessagingException;
    }
}
