package jp.kakehashi.casefile;

import static jp.kakehashi.casefile.TestOffice.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import org.junit.jupiter.api.Test;

/** What officers do with cases beside screening: receipts seen at the counter, cases handed over; each kind of ledger inherits it. */
abstract class CounterTest {

    private static final String NUMBER = "R8-001";

    abstract TestLedger ledger();

    @Test
    @OfficeRule("receipt-counter")
    void aReceiptSeenAtTheCounterBarsAtOnceUntilItsPaymentIsPosted() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        List<UUID> cases = office.confirmAll();
        office.cases().enclosed(cases, NUMBER);
        String payee = office.cases().payees(cases).get(0);
        LocalDate today = LocalDate.ofInstant(office.now(), ZoneId.of("Asia/Tokyo"));

        assertThat(office.receipts().seen(payee, today, OFFICER)).isEmpty();

        assertThat(reasons(office, cases.get(0))).containsExactly(Reason.RECEIPT_SEEN);
        office.ask(payee);
        assertThat(reasons(office, cases.get(0)))
                .as("the source knows nothing yet")
                .containsExactly(Reason.RECEIPT_SEEN);
        office.life().paysAll(payee);
        office.ask(payee);
        assertThat(reasons(office, cases.get(0))).contains(Reason.NO_ARREARS).doesNotContain(Reason.RECEIPT_SEEN);
        assertThat(office.receipts().waiting(OFFICER)).isEmpty();
        assertThat(office.chain())
                .anyMatch(line -> line.contains("receipt-seen"))
                .anyMatch(line -> line.contains("receipt-posted"));
    }

    @Test
    @OfficeRule("receipt-counter")
    void aReceiptWhosePostingNeverComesRaisesAnAlarmAndCanBeTakenBack() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        LocalDate today = LocalDate.ofInstant(office.now(), ZoneId.of("Asia/Tokyo"));
        assertThat(office.receipts().seen("9000000001", today, OFFICER)).isEmpty();

        office.later(Duration.ofDays(21));
        assertThat(office.receipts().waiting(OFFICER))
                .extracting(PaymentReceipt::overdue)
                .containsExactly(false);
        office.later(Duration.ofDays(1));
        assertThat(office.receipts().waiting(OFFICER))
                .extracting(PaymentReceipt::overdue)
                .containsExactly(true);

        UUID receipt = office.receipts().waiting(OFFICER).get(0).id();
        assertThat(office.receipts().takeBack(receipt, "架空の理由", OFFICER)).isTrue();
        assertThat(office.receipts().takeBack(receipt, "架空の理由", OFFICER)).isFalse();
        office.ask("9000000001");
        assertThat(office.onlyCandidate().exclusions()).isEmpty();
        assertThat(office.chain()).noneMatch(line -> line.contains("架空の理由"));
    }

    @Test
    void aReceiptOfTomorrowOrOfSomebodyUnknownIsRefused() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        LocalDate today = LocalDate.ofInstant(office.now(), ZoneId.of("Asia/Tokyo"));

        assertThat(office.receipts().seen("9000000001", today.plusDays(1), OFFICER))
                .isPresent();
        assertThat(office.receipts().seen("9999999999", today, OFFICER)).isPresent();
        assertThat(office.receipts().waiting(OFFICER)).isEmpty();
        assertThat(office.chain().stream().filter(line -> line.contains("receipt-refused")))
                .hasSize(2);
    }

    @Test
    void aReceiptOutlastsAnotherPaymentOfItsDayThatWasPostedBefore() {
        TestOffice office = new TestOffice(ledger(), 1, 1);
        office.poll();
        office.life().paysAll("9000000001");
        office.poll();
        LocalDate today = LocalDate.ofInstant(office.now(), ZoneId.of("Asia/Tokyo"));

        assertThat(office.receipts().seen("9000000001", today, OFFICER)).isEmpty();
        office.ask("9000000001");

        assertThat(office.receipts().waiting(OFFICER)).hasSize(1);
    }

    private static List<Reason> reasons(TestOffice office, UUID id) {
        Standing standing = office.cases().standings(List.of(id), office.now()).get(id);
        return standing instanceof Standing.NoLonger no ? no.reasons() : List.of();
    }

    @Test
    void casesAreHandedOverAllAtOnceAndOneByOne() {
        TestOffice office = new TestOffice(ledger(), 4, 4);
        office.poll();
        int open = office.assignments().load().get("");
        UUID one = office.cases().in(CaseState.CANDIDATE, OFFICER).get(0).id();

        assertThat(office.assignments().handOver("", "hanako", OFFICER)).isEqualTo(open);
        office.assignments().assign(List.of(one), "taro", OFFICER);

        assertThat(office.assignments().load()).containsOnly(Map.entry("hanako", open - 1), Map.entry("taro", 1));
        assertThat(office.cases().show(one, OFFICER).officer()).contains("taro");
        assertThat(office.assignments().handOver("nobody", "taro", OFFICER)).isZero();
        assertThat(office.chain().stream().filter(line -> line.contains("case-assigned")))
                .hasSize(open + 1);
    }
}
