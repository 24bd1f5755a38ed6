package jp.kakehashi.command;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The demo's mail server: SMTP and IMAP over TLS inside this process, on loopback, with a certificate made at run time by
 * the JDK's own {@code keytool}.
 */
final class DemoMailServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String KEY_STORE = "greenmail.tls.keystore.file";
    private static final String KEY_STORE_PASSWORD = "greenmail.tls.keystore.password";
    private static final String STORE_PASSWORD = "loopback-only";

    private final GreenMail server;
    private final Path trustStore;

    private DemoMailServer(GreenMail server, Path trustStore) {
        this.server = server;
        this.trustStore = trustStore;
    }

    /**
     * Starts it.
     *
     * @param folder where the certificate to trust is written
     * @param mailboxes address → password
     */
    static DemoMailServer start(Path folder, Map<String, String> mailboxes) {
        Path keyStore = certificate();
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTPS),
            new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAPS)
        });
        server.start();
        mailboxes.forEach((address, password) -> server.setUser(address, address, password));
        return new DemoMailServer(server, pem(folder, keyStore));
    }

    int smtpPort() {
        return server.getSmtps().getPort();
    }

    int imapPort() {
        return server.getImaps().getPort();
    }

    /** Its certificate as PEM, for {@code kakehashi.mail.trust-store}. */
    Path trustStore() {
        return trustStore;
    }

    /** The server itself, to look into its mailboxes. */
    GreenMail mailboxes() {
        return server;
    }

    /** A password for one mailbox of one demo. */
    static String password() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        server.stop();
    }

    /**
     * GreenMail reads its key store once a process: a second server of the same process has the same certificate, though
     * the folder of the first is gone.
     */
    private static Path certificate() {
        String earlier = System.getProperty(KEY_STORE);
        if (earlier != null) {
            return Path.of(earlier);
        }
        Path folder = lastingFolder();
        Path keyStore = folder.resolve("mail.p12");
        keyStore.toFile().deleteOnExit();
        System.setProperty(KEY_STORE, keyStore.toString());
        System.setProperty(KEY_STORE_PASSWORD, STORE_PASSWORD);
        keytool(
                folder,
                keyStore,
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "2",
                "-alias",
                "mail",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:" + LOOPBACK,
                "-storetype",
                "PKCS12");
        return keyStore;
    }

    private static Path lastingFolder() {
        try {
            Path folder = Files.createTempDirectory("kakehashi-demo-mail");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's mail server has no folder for its certificate", e);
        }
    }

    private static Path pem(Path folder, Path keyStore) {
        Path certificate = folder.resolve("mail.pem");
        keytool(folder, keyStore, "-exportcert", "-rfc", "-alias", "mail", "-file", certificate.toString());
        return certificate;
    }

    private static void keytool(Path folder, Path keyStore, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", System.getProperty(KEY_STORE_PASSWORD), "-keystore", keyStore.toString()));
        try {
            Files.createDirectories(folder);
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IllegalStateException("keytool made no certificate for the demo's mail server: " + said);
            }
        } catch (IOException e) {
            throw new IllegalStateException("keytool of this JDK cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while keytool made a certificate", e);
        }
    }
}
