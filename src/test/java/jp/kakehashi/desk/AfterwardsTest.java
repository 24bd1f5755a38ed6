package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.mailroom.Outcome;
import jp.kakehashi.register.Actor;
import jp.kakehashi.shipment.Drafting;
import jp.kakehashi.shipment.Following;
import jp.kakehashi.shipment.HandingOver;
import jp.kakehashi.shipment.LastCheck;
import jp.kakehashi.shipment.Releasing;
import jp.kakehashi.shipment.Reopening;
import jp.kakehashi.shipment.Sealing;
import jp.kakehashi.shipment.Settling;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a shipment, and of the people in it, after it was or may have been sent. */
class AfterwardsTest extends WardTest {

    private static final Actor OFFICER = new Actor("t-hanako", "架空 花子", "主事", "HANDLER");

    @Autowired
    private Shipments shipments;

    @Autowired
    private Sealing sealing;

    @Autowired
    private Releasing releasing;

    @Autowired
    private LastCheck lastCheck;

    @Autowired
    private Following following;

    @Autowired
    private Settling settling;

    @Autowired
    private Reopening reopening;

    @Autowired
    private HandingOver handingOver;

    @Autowired
    private Drafting drafting;

    @Autowired
    private Cases cases;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient ledger;

    @Autowired
    private TransactionTemplate transaction;

    private Browser handler;
    private String number;
    private UUID person;

    @BeforeEach
    void aSealedShipmentOfOnePerson() throws Exception {
        handler = signedIn("handler");
        number = drafted(handler);
        decided(number);
        sealed(handler, number);
        person = shipments.rows(number, OFFICER).get(0).caseId();
    }

    @Test
    void invariant6WhoeverIsDroppedAfterTheParcelMayHaveLeftStaysProvided() {
        routes.posted(number);
        reopening.reported(number, "電話で聞いた", OFFICER);
        handingOver.told(number, "在留審査担当部門　架空", OFFICER);
        reopening.compared(number, number, "", OFFICER);
        assertThat(reopening.sealAfresh(number, OFFICER)).isEmpty();
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
        UUID letter = postedForReal();
        assertThat(settling.returned(number, "電話で、届いていないと聞いた", OFFICER)).isEmpty();
        follow(new Outcome.Returned(about(letter), Outcome.PERSON));
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
        UUID letter = postedForReal();
        assertThat(settling.notDelivered(number, "電話で確認した", OFFICER)).isEmpty();
        follow(new Outcome.NotDelivered(about(letter)));
        assertThat(state()).isEqualTo(ShipmentState.NOT_DELIVERED);
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

    /** The source has said nothing of the person since it was asked: not known to belong. */
    private void notHeardOf() {
        ledger.sql("update case_file set as_of = :before where id = :person")
                .param("before", Timestamp.from(OfficeDesk.MORNING.minusSeconds(1)))
                .param("person", person)
                .update();
    }

    private UUID released() {
        UUID sitting = UUID.randomUUID();
        String parcel = shipment().seal().orElseThrow().parcelSha256();
        var lapses = OfficeDesk.MORNING.plus(Duration.ofMinutes(30));
        assertThat(releasing.release(number, parcel, sitting, lapses, OFFICER, OFFICER))
                .isEmpty();
        return sitting;
    }

    /** The last check finds that everyone belongs; the letter. */
    private UUID cleared() {
        routes.lastCheck();
        return shipment().release().flatMap(Shipment.Release::letter).orElseThrow();
    }

    /** Released, cleared, and taken over by the mail server; its letter. */
    private UUID postedForReal() {
        released();
        UUID letter = cleared();
        ledger.sql("update letter set state = 'POSTED' where id = :letter")
                .param("letter", letter)
                .update();
        follow(new Outcome.Posted(about(letter), Optional.of("250 OK"), Optional.empty()));
        return letter;
    }

    private Outcome.About about(UUID letter) {
        return new Outcome.About(1, letter, number, Optional.of(DocumentKind.PROVISION), OfficeDesk.MORNING);
    }

    private void follow(Outcome outcome) {
        transaction.executeWithoutResult(status -> following.follow(outcome));
    }

    private Shipment shipment() {
        return shipments.find(number).orElseThrow();
    }

    private ShipmentState state() {
        return shipment().state();
    }

    private CaseState caseState() {
        return cases.show(person, OFFICER).state();
    }
}
