package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.people.Appointment;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.Role;
import jp.kakehashi.people.TestPeople;
import jp.kakehashi.release.Decisions;
import jp.kakehashi.release.Headcount;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Shipments;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may decide, and how many people: what is refused stands in the chain. */
class DecidingTest extends WardTest {

    private static final String AWAY = "架空の出張";

    @Autowired
    private JdbcClient ledger;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Shipments shipments;

    @Autowired
    private People people;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    @OfficeRule({"decide-deputy", "persons-ceiling"})
    void aboveTheCeilingOfPersonsOnlyTheChiefDecides() throws Exception {
        String number = drafted(signedIn("handler"));
        String path = "/shipments/" + number;
        Browser standin = signedIn("standin");
        Form early =
                Form.of(standin.open(path).body(), path + "/decide-as-deputy").with("absence", AWAY);
        provided(number, 601);
        try {
            assertThat(standin.open(path).body()).contains("保護管理者だけが決裁できます").doesNotContain(path + "/decide-as-deputy");
            assertThat(refusal(standin.submit(early))).contains("上限を超える送付は、保護管理者だけが決裁できます");
        } finally {
            noneOfThemProvided();
        }
        assertThat(value(standin.submit(early), "data-state")).isEqualTo("DECIDED");
    }

    @Test
    @OfficeRule("persons-ceiling")
    void ofTwoDecisionsAtOnceTheLaterCountsThePeopleOfTheEarlier() throws Exception {
        Browser handler = signedIn("handler");
        String first = drafted(handler);
        String second = drafted(handler);
        Headcount now = decisions.headcount(shipments.find(first).orElseThrow());
        provided(first, now.ceiling().stop() - now.withThis());
        FutureTask<Optional<Refusal>> later = new FutureTask<>(() -> decidedByChief(second));
        Thread decider = new Thread(later);
        try {
            transaction.executeWithoutResult(status -> {
                assertThat(decidedByChief(first)).isEmpty();
                decider.start();
                await().until(() -> later.isDone() || decider.getState() == Thread.State.TIMED_WAITING);
            });
            assertThat(later.get())
                    .hasValueSatisfying(no -> assertThat(no.reason()).contains("付議または報告"));
        } finally {
            noneOfThemProvided();
        }
    }

    @Test
    @OfficeRule("decide-deputy")
    void whoIsTheChiefDecidesAsTheChiefAndNeverAsADeputy() throws Exception {
        String number = drafted(signedIn("handler"));
        Person both = new Person(
                "manager",
                "架空 次郎",
                List.of(
                        new Appointment("課長", Role.PRIVACY_MANAGER, TestPeople.FROM, TestPeople.UNTIL),
                        new Appointment("係長", Role.DEPUTY, TestPeople.FROM, TestPeople.UNTIL)));

        assertThat(decisions.decideAsDeputy(number, digest("/shipments/" + number), "", AWAY, both))
                .hasValueSatisfying(no -> assertThat(no.reason()).contains("保護管理者として決裁してください"));
        assertThat(decisions.of(number)).isEmpty();
    }

    @Test
    void aDecisionOnOtherContentsIsRefusedAndTheRefusalStandsInTheChain() throws Exception {
        String number = drafted(signedIn("handler"));
        String path = "/shipments/" + number;
        Browser chief = signedIn("manager");
        Form decide = Form.of(chief.open(path).body(), path + "/decide").with("contentDigest", "0".repeat(64));

        assertThat(refusal(chief.submit(decide))).contains("内容が変わっています");
        assertThat(chain().lines().filter(line -> line.contains("decision.refused") && line.contains(number)))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("内容が変わっています"));
    }

    /** So many more people were provided in this fiscal year. */
    private void provided(String like, int people) {
        ledger.sql("""
                insert into shipment (control_number, agreement, agreement_digest, kind, state, drafted_by, drafted_at,
                    content_digest, zip_method, seal_wanted, check_wanted, tries, revision, posted_at)
                select 'R8-900', agreement, agreement_digest, kind, 'POSTED', drafted_by, drafted_at, content_digest, zip_method,
                    false, false, 0, 0, drafted_at from shipment where control_number = :like
                """).param("like", like).update();
        ledger.sql("""
                insert into shipment_row (control_number, row_order, case_id, person_key, content_digest, cells)
                select 'R8-900', x, random_uuid(), 'fictitious-' || x, r.content_digest, r.cells
                from shipment_row r cross join system_range(1, :people) as numbers(x) where r.control_number = :like
                """).param("people", people).param("like", like).update();
    }

    private void noneOfThemProvided() {
        ledger.sql("delete from shipment_row where control_number = 'R8-900'").update();
        ledger.sql("delete from shipment where control_number = 'R8-900'").update();
    }

    private Optional<Refusal> decidedByChief(String number) {
        Person chief = people.person("manager").orElseThrow();
        return decisions.decide(number, digest("/shipments/" + number), "", "", chief);
    }

    private String digest(String path) {
        return ledger.sql("select content_digest from shipment where control_number = :number")
                .param("number", path.replace("/shipments/", ""))
                .query(String.class)
                .single();
    }
}
