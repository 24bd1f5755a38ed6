package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.mailroom.Outcome;
import jp.kakehashi.shipment.DraftAnswer;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.ShipmentState;
import org.junit.jupiter.api.Test;

/** What becomes of a shipment, and of the people in it, after it was or may have been sent. */
class AfterwardsTest extends SealedShipmentTest {

    @Test
    void invariant6WhoeverIsDroppedAfterTheParcelMayHaveLeftStaysProvided() {
        sentButToBeSealedAfresh();
        notHeardOf();
        transaction.executeWithoutResult(status -> sealing.next().forEach(sealing::seal));
        assertThat(state()).isEqualTo(ShipmentState.CANCELLED);
        assertThat(shipments.dropped(number, OFFICER)).hasSize(1);
        assertThat(caseState()).isEqualTo(CaseState.PROVIDED);
    }

    @Test
    void whatMayHaveLeftCannotBeGivenUpButAPersonMaySayThatItNeverArrived() {
        routes.posted(number);
        follow(new Outcome.Returned(about(UUID.randomUUID()), "5.1.1"));
        assertThat(settling.resend(number, OFFICER)).isEmpty();
        assertThat(drafting.cancel(number, "取りやめ", OFFICER)).isPresent();
        assertThat(caseState()).isEqualTo(CaseState.PROVIDED);
        assertThat(settling.notDelivered(number, "電話で確認した", OFFICER)).isEmpty();
        assertThat(state()).isEqualTo(ShipmentState.NOT_DELIVERED);
        assertThat(caseState()).isEqualTo(CaseState.READY);
    }

    @Test
    void aPersonMaySayOfWhatWasPostedThatItCameBackWhereNoBounceDid() {
        postedForReal();
        assertThat(settling.returned(number, "電話で、届いていないと聞いた", OFFICER)).isEmpty();
        routes.follow();
        assertThat(state()).isEqualTo(ShipmentState.RETURNED);
        assertThat(shipment().remark()).contains("電話で、届いていないと聞いた");
        assertThat(outbox.letters(number))
                .extracting(view -> view.state().name())
                .containsExactly("RETURNED");
        assertThat(caseState()).isEqualTo(CaseState.PROVIDED);
        assertThat(settling.returned(number, "もう一度", OFFICER)).isPresent();
        assertThat(chain()).contains("letter-returned");
    }

    @Test
    void whatWasPostedAndNeverArrivedGivesItsPeopleBack() {
        postedForReal();
        assertThat(settling.notDelivered(number, "電話で確認した", OFFICER)).isEmpty();
        routes.follow();
        assertThat(state()).isEqualTo(ShipmentState.NOT_DELIVERED);
        assertThat(shipment().remark()).contains("電話で確認した");
        assertThat(outbox.letters(number))
                .extracting(view -> view.state().name())
                .containsExactly("NOT_DELIVERED");
        assertThat(caseState()).isEqualTo(CaseState.READY);
    }

    @Test
    void evidenceThatItArrivedEndsTheWishToResend() {
        routes.posted(number);
        follow(new Outcome.Returned(about(UUID.randomUUID()), "4.4.7"));
        settling.resend(number, OFFICER);
        follow(new Outcome.Posted(about(UUID.randomUUID()), Optional.empty(), Optional.empty()));
        assertThat(state()).isEqualTo(ShipmentState.POSTED);
    }

    @Test
    void whatCouldNotBeOpenedAtFirstCanStillBeAcknowledgedByItsCode() {
        routes.posted(number);
        reopening.reported(number, "電話で聞いた", OFFICER);
        String code = shipments.passwords(number, OFFICER).confirmationCode().orElseThrow();
        assertThat(settling.acknowledge(number, "電話", "架空 太郎", code, 1, OFFICER))
                .isEmpty();
        assertThat(state()).isEqualTo(ShipmentState.ACKNOWLEDGED);
    }

    @Test
    void theLapseOfAFormerLetterDoesNotEndALaterRelease() {
        released();
        UUID letter = cleared();
        follow(new Outcome.Lapsed(about(UUID.randomUUID())));
        assertThat(state()).isEqualTo(ShipmentState.RELEASED);
        follow(new Outcome.Lapsed(about(letter)));
        assertThat(state()).isEqualTo(ShipmentState.SEALED);
        outbox.lapse(number, OFFICER);
    }

    /** The people rise while a last check is at work: what it queued ends with their sitting all the same. */
    @Test
    void invariant2_aLetterQueuedWhileItsSittingEndsIsNotPosted() throws Exception {
        UUID sitting = released();
        CountDownLatch queued = new CountDownLatch(1);
        Semaphore rising = new Semaphore(0);
        var check = new FutureTask<Void>(
                () -> transaction.executeWithoutResult(status -> {
                    routes.lastCheck();
                    queued.countDown();
                    rising.acquireUninterruptibly();
                }),
                null);
        new Thread(check).start();
        queued.await();
        Thread end = new Thread(() -> releasing.endWith(sitting, OFFICER));
        end.start();
        await().until(() -> end.getState() != Thread.State.RUNNABLE);
        rising.release();
        check.get();
        end.join();
        assertThat(outbox.letters(number))
                .extracting(view -> view.state().name())
                .containsExactly("LAPSED");
        assertThat(state()).isEqualTo(ShipmentState.RELEASED);
        assertThat(shipment().release().flatMap(Shipment.Release::letter)).isPresent();
    }

    @Test
    void aDeferredLetterLapsesWhenItsSealIsBroken() {
        released();
        UUID letter = cleared();
        ledger.sql("update letter set state = 'DEFERRED' where id = :letter")
                .param("letter", letter)
                .update();
        ledger.sql("update shipment set check_wanted = true where control_number = :number")
                .param("number", number)
                .update();
        notHeardOf();
        transaction.executeWithoutResult(status -> lastCheck.next().forEach(lastCheck::conclude));
        assertThat(state()).isEqualTo(ShipmentState.CANCELLED);
        assertThat(outbox.letters(number))
                .extracting(view -> view.state().name())
                .containsExactly("LAPSED");
    }

    @Test
    void thatAFreshSealingNeverArrivedTakesNobodyBackSinceTheFirstFileIsThere() {
        sentButToBeSealedAfresh();
        routes.seal();
        assertThat(settling.notDelivered(number, "電話で確認した", OFFICER)).isPresent();
        UUID letter = postedForReal();
        assertThat(settling.notDelivered(number, "電話で確認した", OFFICER))
                .hasValueSatisfying(no -> assertThat(no.reason()).contains("再送してください"));
        assertThat(state()).isEqualTo(ShipmentState.POSTED);
        follow(new Outcome.NotDelivered(about(letter)));
        assertThat(state()).isEqualTo(ShipmentState.NOT_DELIVERED);
        assertThat(caseState()).isEqualTo(CaseState.PROVIDED);
    }

    @Test
    void whatIsSealedAfreshBearsNoOldRemarkAndItsPasswordsAreToldOnlyOnceItIsSent() {
        sentButToBeSealedAfresh();
        routes.seal();
        assertThat(state()).isEqualTo(ShipmentState.SEALED);
        assertThat(shipment().remark()).isEmpty();
        assertThat(handingOver.told(number, RECIPIENT, OFFICER)).isPresent();
        assertThat(handingOver.of(number)).isEmpty();
        postedForReal();
        assertThat(handingOver.told(number, RECIPIENT, OFFICER)).isEmpty();
    }

    @Test
    void anUnknownOutcomeEndsWithAPersonsWordThatItIsThere() {
        outcomeUnknown();
        assertThat(reopening.reported(number, "電話で聞いた", OFFICER)).isEmpty();
        assertThat(letters()).containsExactly("POSTED");
        routes.follow();
        assertThat(state()).isEqualTo(ShipmentState.UNREADABLE);
    }

    @Test
    void anUnknownOutcomeEndsWithTheReceiptAlsoWhereItWasTakenForAResend() {
        outcomeUnknown();
        assertThat(settling.resend(number, OFFICER)).isEmpty();
        String code = shipments.passwords(number, OFFICER).confirmationCode().orElseThrow();
        assertThat(settling.acknowledge(number, "TELEPHONE", RECIPIENT, code, 1, OFFICER))
                .isEmpty();
        assertThat(letters()).containsExactly("POSTED");
        routes.follow();
        assertThat(state()).isEqualTo(ShipmentState.ACKNOWLEDGED);
    }

    @Test
    void whoOfTheRecipientsSaidSoStandsInTheChainAsACommitmentOnly() {
        routes.posted(number);
        handingOver.told(number, RECIPIENT, OFFICER);
        reopening.reported(number, "電話で聞いた", OFFICER);
        reopening.opensNow(number, RECIPIENT, OFFICER);
        String code = shipments.passwords(number, OFFICER).confirmationCode().orElseThrow();
        settling.acknowledge(number, "TELEPHONE", RECIPIENT, code, 1, OFFICER);
        assertThat(chain())
                .contains("shipment.passwords-told", "shipment.opened-after-all", "shipment.acknowledged")
                .doesNotContain(RECIPIENT);
    }

    @Test
    void everyRefusedAttemptStandsInTheChain() {
        List<Supplier<Optional<Refusal>>> attempts = List.of(
                () -> settling.delivered(number, "架空", OFFICER),
                () -> settling.returned(number, "架空", OFFICER),
                () -> settling.notDelivered(number, "架空", OFFICER),
                () -> settling.resend(number, OFFICER),
                () -> handingOver.told(number, RECIPIENT, OFFICER),
                () -> reopening.reported(number, "架空", OFFICER),
                () -> reopening.compared(number, number, "", OFFICER),
                () -> reopening.opensNow(number, RECIPIENT, OFFICER),
                () -> reopening.sealAfresh(number, OFFICER));
        for (int i = 0; i < attempts.size(); i++) {
            assertThat(attempts.get(i).get()).isPresent();
            assertThat(refusals(number)).hasSize(i + 1);
        }
        String agreement = shipment().agreement();
        int before = refusals(agreement).size();
        assertThat(drafting.draftTest(ZipMethod.ZIPCRYPTO, OFFICER)).isInstanceOf(DraftAnswer.Refused.class);
        assertThat(refusals(agreement)).hasSize(before + 1);
    }

    private List<String> refusals(String subject) {
        return chain().lines()
                .filter(line -> line.contains("\"shipment.refused\"") && line.contains("\"" + subject + "\""))
                .toList();
    }
}
