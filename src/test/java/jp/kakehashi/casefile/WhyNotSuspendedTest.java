package jp.kakehashi.casefile;

import static jp.kakehashi.casefile.TestFacts.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.source.EventKind;
import jp.kakehashi.source.SearchOutcome;
import org.junit.jupiter.api.Test;

class WhyNotSuspendedTest {

    private final WhyNotSuspended shipped = new WhyNotSuspended(TestAgreement.demo());

    @Test
    @OfficeRule("why-not-suspended")
    void itIsAskedWhereNoPropertyWasFoundUnlessTheAgreementSaysOtherwise() {
        TestFacts found = new TestFacts();
        found.didNotHappen(event -> event.kind() == EventKind.ASSET_SEARCH);
        found.work.add(TestFacts.search(LocalDate.of(2025, 10, 9), SearchOutcome.INSUFFICIENT));
        WhyNotSuspended silent = new WhyNotSuspended(TestAgreement.with("    why-not-suspended: required\n", ""));
        WhyNotSuspended waived = new WhyNotSuspended(
                TestAgreement.with("why-not-suspended: required", "why-not-suspended: not-required"));

        assertThat(shipped.isAsked(new TestFacts().facts(), TODAY)).isTrue();
        assertThat(silent.isAsked(new TestFacts().facts(), TODAY)).isTrue();
        assertThat(shipped.isAsked(found.facts(), TODAY)).isFalse();
        assertThat(waived.isAsked(new TestFacts().facts(), TODAY)).isFalse();
    }
}
