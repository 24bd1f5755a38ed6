package jp.kakehashi.mailroom;

import jakarta.mail.PasswordAuthentication;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One mail server.
 *
 * @param host as its certificate names it
 * @param port where it listens
 * @param tls how the line is protected; implicit unless set
 * @param username the account; absent where the server asks for none
 * @param passwordFile a file with nothing but the password; needed where there is an account
 */
public record MailServer(
        @NotBlank String host,
        @Min(1) @Max(65_535) int port,
        @DefaultValue("implicit") Tls tls,
        String username,
        Path passwordFile) {

    public MailServer {
        if (username != null && passwordFile == null) {
            throw new IllegalArgumentException("a mail server with a username needs a password-file");
        }
    }

    /**
     * Account and password, read anew each time, so that a changed password needs no restart.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    PasswordAuthentication key() {
        if (username == null) {
            return new PasswordAuthentication(null, null);
        }
        try {
            return new PasswordAuthentication(
                    username, Files.readString(passwordFile).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("kakehashi.mail.*.password-file cannot be read: " + passwordFile, e);
        }
    }

    /** Leaves the account out. */
    @Override
    public String toString() {
        return host + ":" + port + " (" + tls + ")";
    }
}
