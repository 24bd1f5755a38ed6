package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.Parties;
import jp.kakehashi.calendar.FiscalYear;
import jp.kakehashi.command.DemoAccounts.Login;
import jp.kakehashi.mailroom.TestMailServer;
import jp.kakehashi.people.Appointment;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Actor;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A ward whose program can be stopped, killed in a process of its own, and started again over the same ledger, while the
 * mail server goes on.
 */
final class MortalWard implements AutoCloseable {

    static {
        TestMailServer.prepare();
        // The mail server's own threads complain when a client hangs up; that is no failure of a test.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    private static final Duration BETWEEN_STARTS = Duration.ofMinutes(1);

    final DemoMailServer mail;
    private final Parties parties =
            Agreements.load(Path.of("config", "agreements")).only().parties();
    private final Map<String, Object> settings;
    private final Map<String, Object> bureaus;
    private final DemoAccounts accounts;
    private Instant now = WardOffice.MORNING;
    private ConfigurableApplicationContext running;

    private MortalWard(Path folder) {
        Map<String, String> passwords = new LinkedHashMap<>();
        passwords.put(parties.from(), DemoMailServer.password());
        passwords.put(bureau(), DemoMailServer.password());
        this.mail = DemoMailServer.start(folder.resolve("mail"), passwords);
        this.settings = DemoStage.settings(folder, "ward", mail, parties.from(), passwords.get(parties.from()), now);
        settings.put("kakehashi.source.url", DemoStage.sourceUrl(folder));
        settings.put("kakehashi.source.username", "sa");
        settings.put("kakehashi.agreements", OfficeScene.untested(folder).toString());
        this.bureaus = DemoStage.settings(folder, "bureau", mail, bureau(), passwords.get(bureau()), now);
        start();
        this.accounts = new DemoAccounts(
                add("tanto", Role.HANDLER), add("tachiai", Role.WITNESS), add("kacho", Role.PRIVACY_MANAGER), null);
    }

    /** Starts a ward over a city with so many people who may be provided, and polls it. */
    static MortalWard open(Path folder, int eligible) {
        new FictitiousCity(7, WardOffice.TODAY, eligible + 20, eligible).build(OfficeScene.city(folder));
        MortalWard ward = new MortalWard(folder);
        ward.office().poll();
        return ward;
    }

    /** Its people, at work in the program that runs now. */
    WardOffice office() {
        return new WardOffice(running::getBean, accounts);
    }

    /** The bureau's address. */
    String bureau() {
        return parties.recipients().get(0);
    }

    ConfigurableApplicationContext startBureau() {
        return DemoStage.start("bureau", bureaus);
    }

    void start() {
        tick();
        running = DemoStage.start("ward", settings);
    }

    void stop() {
        running.close();
    }

    /** Time goes by while the program does not run. */
    void later(Duration time) {
        now = now.plus(time);
    }

    /** Starts the program, mined, in a process of its own, in which the sitting signs the shipment. */
    Process mined(Mine mine, UUID sitting, String number, Map<String, Object> others) throws IOException {
        return child(mine, sitting.toString(), number, others);
    }

    /** Starts the program, mined, in a process of its own, in which nobody signs. */
    Process mined(Mine mine) throws IOException {
        return child(mine, "-", "-", Map.of());
    }

    private Process child(Mine mine, String sitting, String number, Map<String, Object> others) throws IOException {
        tick();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                MinedWard.class.getName(),
                mine.name(),
                sitting,
                number,
                accounts.officer().account(),
                accounts.witness().account()));
        Map<String, Object> own = new LinkedHashMap<>(settings);
        own.putAll(others);
        own.forEach((key, value) -> command.add("--" + key + "=" + value));
        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = child.getOutputStream()) {
            in.write((accounts.witness().password() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return child;
    }

    /** Waits until the process was killed where it was to be. */
    static void dies(Process child) throws InterruptedException {
        try {
            assertThat(child.waitFor(60, TimeUnit.SECONDS))
                    .as("the child was killed")
                    .isTrue();
            assertThat(child.exitValue()).isEqualTo(Mine.HALTED);
        } finally {
            child.destroyForcibly();
        }
    }

    private void tick() {
        now = now.plus(BETWEEN_STARTS);
        settings.put("kakehashi.demo.starts-at", now.toString());
    }

    private Login add(String account, Role role) {
        Login login = new Login(account, DemoMailServer.password());
        FiscalYear year = FiscalYear.of(WardOffice.TODAY);
        Appointment appointment = new Appointment("架空の職", role, year.first(), year.last());
        running.getBean(People.class)
                .add(account, "架空 " + account, login.password(), List.of(appointment), Actor.machine("test"));
        return login;
    }

    @Override
    public void close() {
        running.close();
        mail.close();
    }
}
