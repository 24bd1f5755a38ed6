package jp.kakehashi.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.kakehashi.calendar.FiscalYear;
import jp.kakehashi.people.Appointment;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Actor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;

/**
 * {@code hub people add}: adds an account to the ledger of a role, appointed until the end of the fiscal year; {@code
 * appoint}: appoints somebody who has one anew, for the next year or to a further role.
 */
final class PeopleVerb {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Tokyo");
    private static final String ADD = "add";
    private static final String APPOINT = "appoint";
    private static final Set<String> OPTIONS =
            Set.of("account", "name", "post", "as", "from", "until", OfficeRole.ROLE, OfficeRole.CONFIG);

    private PeopleVerb() {}

    static int run(List<String> arguments, PrintStream out, PrintStream errors) {
        String what = arguments.isEmpty() ? "" : arguments.get(0);
        if (!what.equals(ADD) && !what.equals(APPOINT)) {
            throw new UsageException("hub people: add か appoint を指定してください / say: hub people add, or appoint");
        }
        Options options = Options.of(arguments.subList(1, arguments.size()), OPTIONS);
        OfficeRole role = OfficeRole.of(options.value(OfficeRole.ROLE).orElse("ward"), options);
        String account = options.required("account");
        List<Appointment> appointments = appointments(options, LocalDate.now(OFFICE));
        try {
            Consumer<People> act = what.equals(ADD)
                    ? adding(account, options.required("name"), PasswordEntry.ask(errors), appointments)
                    : people -> people.appoint(account, appointments, Actor.machine("people-appoint"));
            inTheLedger(role, act);
        } catch (DuplicateKeyException e) {
            errors.println("hub people: そのアカウントまたは指定は既にあります / the account or appointment exists: " + account);
            return 1;
        } catch (UsageException e) {
            throw e;
        } catch (RuntimeException e) {
            errors.println("hub people: 登録できません / not done: " + Fault.of(e));
            return 1;
        }
        out.println("利用者を登録しました / done: " + account);
        return 0;
    }

    private static Consumer<People> adding(
            String account, String name, String password, List<Appointment> appointments) {
        return people -> people.add(account, name, password, appointments, Actor.machine("people-add"));
    }

    private static void inTheLedger(OfficeRole role, Consumer<People> act) {
        // A fault is told in one line, not as a page of stack traces.
        try (var program = role.program(Parts.class)
                .properties("logging.level.org.springframework=OFF", "spring.main.log-startup-info=false")
                .run()) {
            act.accept(program.getBean(People.class));
        }
    }

    private static List<Appointment> appointments(Options options, LocalDate today) {
        LocalDate from = day(options.value("from").orElse(today.toString()));
        LocalDate until = options.value("until")
                .map(PeopleVerb::day)
                .orElseGet(() -> FiscalYear.of(from).last());
        String post = options.required("post");
        try {
            return Stream.of(options.required("as").split(",", -1))
                    .map(PeopleVerb::role)
                    .map(role -> new Appointment(post, role, from, until))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new UsageException("hub people: " + e.getMessage());
        }
    }

    private static Role role(String typed) {
        return Stream.of(Role.values())
                .filter(role -> role.name().equals(typed) || role.label().equals(typed))
                .findFirst()
                .orElseThrow(() -> new UsageException("hub people: --as は次のいずれかです / is one of: "
                        + Stream.of(Role.values())
                                .map(role -> role.label() + " (" + role + ")")
                                .toList()));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw new UsageException("hub people: 日付は 2026-06-01 の形です / a date looks like 2026-06-01: " + typed);
        }
    }

    /** The parts of the program that an account needs: the ledger, the vault, the chain, the people. */
    @ComponentScan({"jp.kakehashi.vault", "jp.kakehashi.register", "jp.kakehashi.people"})
    @Import(LedgerDatabase.class)
    @ImportAutoConfiguration({
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.system(OFFICE);
        }
    }
}
