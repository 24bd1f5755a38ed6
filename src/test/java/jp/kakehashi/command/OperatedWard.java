package jp.kakehashi.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.Parties;
import jp.kakehashi.mailroom.TestMailServer;
import jp.kakehashi.people.Appointment;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Role;
import jp.kakehashi.people.TestPeople;
import jp.kakehashi.register.Actor;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A ward's program as it runs in an office, with every route, over a mail server and a fictitious city; {@code handler} works
 * there, {@code manager} decides, and {@code operations} runs the machine.
 */
final class OperatedWard implements AutoCloseable {

    static {
        TestMailServer.prepare();
        // The mail server's own threads complain when a client hangs up; that is no failure of a test.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    final DemoMailServer mail;
    private final String mailPassword;
    private final Map<String, Object> settings;
    private ConfigurableApplicationContext running;

    private OperatedWard(DemoMailServer mail, String mailPassword, Map<String, Object> settings) {
        this.mail = mail;
        this.mailPassword = mailPassword;
        this.settings = settings;
        start();
    }

    /**
     * Starts it.
     *
     * @param folder a folder of its own
     * @param others settings that win over the demo's
     */
    static OperatedWard open(Path folder, Map<String, Object> others) {
        Parties parties =
                Agreements.load(Path.of("config", "agreements")).only().parties();
        String password = DemoMailServer.password();
        Map<String, String> mailboxes = new HashMap<>();
        mailboxes.put(parties.from(), password);
        mailboxes.put(parties.recipients().get(0), DemoMailServer.password());
        DemoMailServer mail = DemoMailServer.start(folder.resolve("mail"), mailboxes);
        new FictitiousCity(7, WardOffice.TODAY, 40, 20).build(OfficeScene.city(folder));
        Map<String, Object> settings =
                DemoStage.settings(folder, "ward", mail, parties.from(), password, WardOffice.MORNING);
        settings.put("kakehashi.source.url", DemoStage.sourceUrl(folder));
        settings.put("kakehashi.source.username", "sa");
        settings.put("kakehashi.agreements", OfficeScene.untested(folder).toString());
        settings.putAll(others);
        OperatedWard ward = new OperatedWard(mail, password, settings);
        ward.add("operations", Role.OPERATIONS);
        ward.add("handler", Role.HANDLER);
        ward.add("manager", Role.PRIVACY_MANAGER);
        return ward;
    }

    void start() {
        running = DemoStage.start("ward", settings);
    }

    void stop() {
        running.close();
    }

    <T> T bean(Class<T> type) {
        return running.getBean(type);
    }

    String mailPassword() {
        return mailPassword;
    }

    int port() {
        return Integer.parseInt(running.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private void add(String account, Role role) {
        Appointment appointment = new Appointment("架空の職", role, TestPeople.FROM, TestPeople.UNTIL);
        bean(People.class)
                .add(account, "架空 " + account, TestPeople.PASSWORD, List.of(appointment), Actor.machine("test"));
    }

    @Override
    public void close() {
        running.close();
        mail.close();
    }
}
