package jp.kakehashi.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.vault.KeyFile;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Everything the demo plays on: a fictitious tax database, a mail server, and both roles as two programs that share
 * nothing but that mail server.
 */
final class DemoStage implements AutoCloseable {

    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=30000;DB_CLOSE_ON_EXIT=FALSE";

    private final Path folder;
    private final DemoMailServer mail;
    private final ConfigurableApplicationContext ward;
    private final ConfigurableApplicationContext bureau;

    private DemoStage(
            Path folder,
            DemoMailServer mail,
            ConfigurableApplicationContext ward,
            ConfigurableApplicationContext bureau) {
        this.folder = folder;
        this.mail = mail;
        this.ward = ward;
        this.bureau = bureau;
    }

    /**
     * Sets everything up.
     *
     * @param folder a folder of the demo's own, empty; its tax database {@code source.mv.db} stands there already
     * @param agreement whose addresses the mailboxes bear
     * @param morning what both clocks show at first
     */
    static DemoStage set(Path folder, Agreement agreement, Instant morning) {
        return set(folder, agreement, morning, Map.of());
    }

    /**
     * Sets everything up, the ward with some settings of its own: another ledger, another mail server.
     *
     * @param wards settings that win over the demo's
     */
    static DemoStage set(Path folder, Agreement agreement, Instant morning, Map<String, Object> wards) {
        String sender = agreement.parties().from();
        String bureaus = agreement.parties().recipients().get(0);
        Map<String, String> passwords = new LinkedHashMap<>();
        passwords.put(sender, DemoMailServer.password());
        passwords.put(bureaus, DemoMailServer.password());
        DemoMailServer mail = DemoMailServer.start(folder.resolve("mail"), passwords);
        Map<String, Object> ward = settings(folder, "ward", mail, sender, passwords.get(sender), morning);
        ward.put("kakehashi.source.url", sourceUrl(folder));
        ward.put("kakehashi.source.username", "sa");
        ward.putAll(wards);
        Map<String, Object> bureau = settings(folder, "bureau", mail, bureaus, passwords.get(bureaus), morning);
        return new DemoStage(folder, mail, start("ward", ward), start("bureau", bureau));
    }

    /** Where the tax database of a demo in this folder stands; without options, so that any H2 opens it. */
    static String sourceUrl(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("source").toAbsolutePath();
    }

    <T> T ward(Class<T> bean) {
        return ward.getBean(bean);
    }

    <T> T bureau(Class<T> bean) {
        return bureau.getBean(bean);
    }

    int wardPort() {
        return port(ward);
    }

    int bureauPort() {
        return port(bureau);
    }

    DemoMailServer mail() {
        return mail;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        ward.close();
        bureau.close();
        mail.close();
    }

    private static int port(ConfigurableApplicationContext role) {
        return Integer.parseInt(role.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Starts one role with these settings. */
    static ConfigurableApplicationContext start(String role, Map<String, Object> settings) {
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(Hub.class)
                .profiles(role)
                .logStartupInfo(false)
                .run(arguments);
    }

    /** The settings of one role, with key file and mailbox password in a folder of its own. */
    static Map<String, Object> settings(
            Path folder, String role, DemoMailServer mail, String mailbox, String password, Instant morning) {
        Path own = folder.resolve(role);
        Path passwordFile = secret(own.resolve("mailbox-password"), password);
        Path keys = own.resolve("keys.json");
        if (!Files.exists(keys)) {
            KeyFile.create(keys, role, true, morning);
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", 0);
        settings.put("kakehashi.demo.starts-at", morning.toString());
        settings.put("kakehashi.cadence.stage", "200");
        settings.put("kakehashi.cadence.mailbox", "250");
        settings.put("kakehashi.keys.file", keys.toString());
        settings.put("kakehashi.keys.demo-allowed", true);
        settings.put("kakehashi.evidence.folder", own.resolve("evidence").toString());
        settings.put(
                "kakehashi.ledger.url", "jdbc:h2:file:" + own.resolve("ledger").toAbsolutePath() + H2_OPTIONS);
        settings.put("kakehashi.ledger.username", "sa");
        settings.put("kakehashi.mail.trust-store", mail.trustStore().toString());
        for (String protocol : new String[] {"smtp", "imap"}) {
            settings.put("kakehashi.mail." + protocol + ".host", "localhost");
            settings.put(
                    "kakehashi.mail." + protocol + ".port",
                    protocol.equals("smtp") ? mail.smtpPort() : mail.imapPort());
            settings.put("kakehashi.mail." + protocol + ".tls", "implicit");
            settings.put("kakehashi.mail." + protocol + ".username", mailbox);
            settings.put("kakehashi.mail." + protocol + ".password-file", passwordFile.toString());
        }
        return settings;
    }

    private static Path secret(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("the demo cannot write " + file, e);
        }
    }
}
