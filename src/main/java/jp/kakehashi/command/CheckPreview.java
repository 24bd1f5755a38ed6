package jp.kakehashi.command;

import java.time.Clock;
import java.time.LocalDate;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.casefile.Counts;
import jp.kakehashi.routing.Cadence;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Import;

/**
 * What would be provided today, in counts: the tax database is asked about everyone by a route, and screening answers. It
 * happens in a program of its own, with an empty ledger in memory: no page, no timer, no mail, nothing written.
 */
final class CheckPreview {

    private static final String ROUTES =
            "file:routes/shared/00-policies.camel.yaml,file:routes/ward/12-preview.camel.yaml,file:routes/ward/16-changed.camel.yaml";

    private CheckPreview() {}

    static void print(OfficeRole role, Agreement agreement, CheckPrint print) {
        try (var program = role.program(Parts.class)
                .properties("logging.level.org.springframework=OFF", "spring.main.log-startup-info=false")
                .run(
                        "--camel.main.routes-include-pattern=" + ROUTES,
                        "--kakehashi.ledger.url=jdbc:h2:mem:preview;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                        "--kakehashi.ledger.username=sa",
                        "--kakehashi.ledger.password-file=")) {
            print(program.getBean(Cadence.class).ask("ward-12-preview", Counts.class), print);
            LocalDate today = LocalDate.now(program.getBean(Clock.class));
            if (!agreement.covers(DocumentKind.PROVISION, today)) {
                print.line("  （本日は協定の提供期間外です / today is outside the agreement's period: " + today + "）");
            }
        } catch (RuntimeException e) {
            print.bad("本日の見込み / today's preview", Fault.of(e));
        }
    }

    private static void print(Counts counts, CheckPrint print) {
        print.line("本日の見込み / today: 候補 %1$d 件、対象外 %2$d 件 / %1$d may be provided, %2$d may not"
                .formatted(count(counts, CaseState.CANDIDATE), count(counts, CaseState.EXCLUDED)));
        counts.byLabel().forEach((label, count) -> print.line("  %5d  %s".formatted(count, label)));
    }

    private static int count(Counts counts, CaseState state) {
        return counts.byState().getOrDefault(state, 0);
    }

    /** The parts of the program that screening needs, and the routes; no part is a program itself. */
    @EnableAutoConfiguration(exclude = QuartzAutoConfiguration.class)
    @ComponentScan(
            basePackages = {
                "jp.kakehashi.vault",
                "jp.kakehashi.register",
                "jp.kakehashi.agreement",
                "jp.kakehashi.calendar",
                "jp.kakehashi.source",
                "jp.kakehashi.casefile",
                "jp.kakehashi.mailroom",
                "jp.kakehashi.routing"
            },
            excludeFilters = @Filter(SpringBootConfiguration.class))
    @Import({LedgerDatabase.class, TaxDatabaseAccess.class})
    static class Parts {}
}
