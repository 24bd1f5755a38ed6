package jp.kakehashi.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import jp.kakehashi.vault.KeyFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A ward on its first day, everything real but its people: settings file, keys, ledger, city, mail server. */
final class FirstOffice implements AutoCloseable {

    static final String MAIL_PASSWORD = "fictitious-mail-word-2026";
    static final int ELIGIBLE = 5;

    private static final String ADDRESS = "tainou@shinjuku.lg.example";
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    final Path folder;
    final Path settings;
    private final DemoMailServer mail;
    private final List<String> out = new ArrayList<>();

    FirstOffice(Path folder) throws IOException {
        this.folder = folder;
        this.settings = folder.resolve("hub.yaml");
        this.mail = DemoMailServer.start(folder.resolve("mail"), Map.of(ADDRESS, MAIL_PASSWORD));
        KeyFile.create(folder.resolve("keys.json"), "ward", false, Instant.EPOCH);
        Files.writeString(folder.resolve("mailbox-password"), MAIL_PASSWORD);
        Files.createDirectory(folder.resolve("agreements"));
        Files.copy(Path.of("config/agreements/nhi-tokyo-isa.yaml"), agreement());
        new FictitiousCity(7, TODAY, ELIGIBLE + 40, ELIGIBLE).build(database("source"));
        ledger().sql("create table untouched (id int)").update();
        Files.writeString(
                settings, """
                kakehashi:
                  agreements: "%1$s/agreements"
                  demo:
                    starts-at: "2026-07-01T00:00:00Z"
                  keys:
                    file: "%1$s/keys.json"
                  ledger:
                    url: "jdbc:h2:file:%1$s/ledger"
                    username: sa
                  source:
                    url: "jdbc:h2:file:%1$s/source"
                    username: sa
                  mail:
                    trust-store: "%2$s"
                    answer-within: 2s
                    smtp:
                      host: localhost
                      port: %3$d
                      tls: implicit
                      username: %5$s
                      password-file: "%1$s/mailbox-password"
                    imap:
                      host: localhost
                      port: %4$d
                      username: %5$s
                      password-file: "%1$s/mailbox-password"
                """.formatted(folder, mail.trustStore(), mail.smtpPort(), mail.imapPort(), ADDRESS));
    }

    Path agreement() {
        return folder.resolve("agreements/nhi-tokyo-isa.yaml");
    }

    JdbcClient ledger() {
        return JdbcClient.create(database("ledger"));
    }

    JdbcClient city() {
        return JdbcClient.create(database("source"));
    }

    /** Changes one of its files. */
    FirstOffice with(Path file, UnaryOperator<String> change) {
        try {
            String before = Files.readString(file);
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new IllegalArgumentException("the change changes nothing in " + file);
            }
            Files.writeString(file, after);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a verb with its settings file; everything it says, by line, is in {@link #said}. */
    int hub(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--config=" + settings);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(bytes, true, UTF_8);
        int status = Hub.run(all, both, both);
        out.addAll(bytes.toString(UTF_8).lines().toList());
        return status;
    }

    List<String> said() {
        return out;
    }

    int mailsAccepted() {
        return mail.mailboxes().getReceivedMessages().length;
    }

    @Override
    public void close() {
        mail.close();
    }

    private DriverManagerDataSource database(String name) {
        return new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve(name), "sa", "");
    }
}
