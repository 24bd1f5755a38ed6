package jp.kakehashi.mailroom;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A real mail server over TLS, with a certificate of its own for {@code localhost}: SMTP in, IMAP out. */
public final class TestMailServer implements AutoCloseable {

    /** The password of every account. */
    public static final String PASSWORD = "demo-Zz9";

    private static final Path FOLDER = certificate();

    private final GreenMail server;

    private TestMailServer(GreenMail server) {
        this.server = server;
    }

    /** Sees to it that this process has its one certificate, which outlives every test. */
    public static void prepare() {
        Objects.requireNonNull(FOLDER);
    }

    /** Starts on free ports, with an account for each address; its name is the address. */
    public static TestMailServer start(String... addresses) {
        ServerSetup smtp = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS);
        ServerSetup imap = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAPS);
        GreenMail server = new GreenMail(new ServerSetup[] {smtp, imap});
        server.start();
        for (String address : addresses) {
            server.setUser(address, address, PASSWORD);
        }
        return new TestMailServer(server);
    }

    /** The server itself, to look into mailboxes. */
    public GreenMail greenMail() {
        return server;
    }

    /** The account of an address. */
    public GreenMailUser account(String address) {
        return server.getUserManager().getUserByEmail(address);
    }

    /** Settings {@code kakehashi.mail.*} of whoever has that account, each as {@code key=value}. */
    public List<String> settings(String address) {
        return List.of(
                "kakehashi.mail.smtp.host=localhost",
                "kakehashi.mail.smtp.port=" + server.getSmtps().getPort(),
                "kakehashi.mail.smtp.username=" + address,
                "kakehashi.mail.smtp.password-file=" + FOLDER.resolve("password"),
                "kakehashi.mail.imap.host=localhost",
                "kakehashi.mail.imap.port=" + server.getImaps().getPort(),
                "kakehashi.mail.imap.username=" + address,
                "kakehashi.mail.imap.password-file=" + FOLDER.resolve("password"),
                "kakehashi.mail.trust-store=" + FOLDER.resolve("certificate.pem"));
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Path certificate() {
        try {
            Path folder = Files.createTempDirectory("test-mail-server");
            Files.writeString(folder.resolve("password"), PASSWORD + "\n");
            keytool(
                    folder,
                    "-genkeypair -alias mail -keyalg EC -validity 2 -dname CN=localhost -ext SAN=dns:localhost,ip:127.0.0.1"
                            + " -storetype PKCS12 -keystore keys.p12 -storepass " + PASSWORD);
            keytool(
                    folder,
                    "-exportcert -rfc -alias mail -file certificate.pem -keystore keys.p12 -storepass " + PASSWORD);
            System.setProperty(
                    "greenmail.tls.keystore.file", folder.resolve("keys.p12").toString());
            System.setProperty("greenmail.tls.keystore.password", PASSWORD);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keytool(Path folder, String arguments) throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new java.util.ArrayList<>(List.of(keytool.toString()));
        command.addAll(List.of(arguments.split(" ", -1)));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("keytool failed: " + Files.readString(folder.resolve("keytool.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
