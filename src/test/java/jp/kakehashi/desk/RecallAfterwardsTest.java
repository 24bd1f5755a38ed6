package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.mailroom.Outcome;
import jp.kakehashi.shipment.Recall;
import jp.kakehashi.shipment.Recalling;
import jp.kakehashi.shipment.ShipmentState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A receipt for somebody whose shipment lies with us once more, or whose letter is about to leave. */
class RecallAfterwardsTest extends SealedShipmentTest {

    @Autowired
    private Recalling recalling;

    @Test
    @OfficeRule("receipt-counter")
    void invariant6_whoPaidAfterABounceDoesNotGoOnceMore() {
        routes.posted(number);
        follow(new Outcome.Returned(about(UUID.randomUUID()), "4.4.7"));
        settling.resend(number, OFFICER);

        assertThat(seen()).isEqualTo(new Recall.Leaves(number));

        released();
        routes.lastCheck();
        assertThat(state()).as("nobody is left").isEqualTo(ShipmentState.CANCELLED);
        assertThat(caseState()).isEqualTo(CaseState.PROVIDED);
        assertThat(seen()).as("once more").isEqualTo(new Recall.TooLate(number));
    }

    @Test
    void invariant6_whoPaidIsTakenOutOfAReleasedResend() {
        routes.posted(number);
        follow(new Outcome.Returned(about(UUID.randomUUID()), "4.4.7"));
        settling.resend(number, OFFICER);
        released();
        cleared();

        assertThat(seen()).isEqualTo(new Recall.HeldBack(number));

        assertThat(letters()).containsExactly("LAPSED");
        assertThat(state()).isEqualTo(ShipmentState.CANCELLED);
        assertThat(caseState()).isEqualTo(CaseState.PROVIDED);
    }

    @Test
    void invariant6_whoPaidIsNotSealedAfresh() {
        sentButToBeSealedAfresh();

        assertThat(seen()).isEqualTo(new Recall.Leaves(number));

        routes.seal();
        assertThat(state()).isEqualTo(ShipmentState.CANCELLED);
        assertThat(shipments.dropped(number, OFFICER)).hasSize(1);
        assertThat(caseState()).isEqualTo(CaseState.PROVIDED);
    }

    @Test
    void invariant6_aPosterThatHasOnlyTakenTheLetterUpDoesNotMakeItTooLate() {
        released();
        UUID letter = cleared();

        transaction.executeWithoutResult(poster -> {
            ledger.sql("select letter_id from letter_hold where letter_id = :letter for update")
                    .param("letter", letter)
                    .query(UUID.class)
                    .single();
            assertThat(CompletableFuture.supplyAsync(this::seen).join()).isEqualTo(new Recall.HeldBack(number));
        });

        assertThat(letters()).containsExactly("LAPSED");
        assertThat(state()).isEqualTo(ShipmentState.CANCELLED);
    }

    @Test
    void invariant6_whatEndedUnpostedAMomentAgoIsNotTooLate() {
        released();
        cleared();
        outbox.lapse(number, OFFICER);

        assertThat(seen()).isEqualTo(new Recall.HeldBack(number));

        routes.follow();
        assertThat(state()).isEqualTo(ShipmentState.CANCELLED);
    }

    @Test
    void whatMayHaveLeftIsTooLateWhereverItsOutcomeStands() {
        outcomeUnknown();

        assertThat(seen()).isEqualTo(new Recall.TooLate(number));
    }

    private Recall seen() {
        String payee = cases.payees(List.of(person)).get(0);
        return recalling.receiptSeen(payee, LocalDate.of(2026, 6, 1), OFFICER);
    }
}
