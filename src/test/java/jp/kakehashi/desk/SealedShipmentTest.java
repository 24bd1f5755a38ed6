package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A sealed shipment of one person, before each test, and what may be done with it. */
abstract class SealedShipmentTest extends WardTest {

    static final Actor OFFICER = new Actor("t-hanako", "架空 花子", "主事", "HANDLER");

    static final String RECIPIENT = "在留審査担当部門　架空　秘太郎";

    @Autowired
    Shipments shipments;

    @Autowired
    Sealing sealing;

    @Autowired
    Releasing releasing;

    @Autowired
    LastCheck lastCheck;

    @Autowired
    Following following;

    @Autowired
    Settling settling;

    @Autowired
    Reopening reopening;

    @Autowired
    HandingOver handingOver;

    @Autowired
    Drafting drafting;

    @Autowired
    Cases cases;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient ledger;

    @Autowired
    TransactionTemplate transaction;

    Browser handler;
    String number;
    UUID person;

    @BeforeEach
    void aSealedShipmentOfOnePerson() throws Exception {
        handler = signedIn("handler");
        number = drafted(handler);
        decided(number);
        sealed(handler, number);
        person = shipments.rows(number, OFFICER).get(0).caseId();
    }

    /** The source has said nothing of the person since it was asked: not known to belong. */
    void notHeardOf() {
        ledger.sql("update case_file set as_of = :before where id = :person")
                .param("before", Timestamp.from(OfficeDesk.MORNING.minusSeconds(1)))
                .param("person", person)
                .update();
    }

    UUID released() {
        UUID sitting = UUID.randomUUID();
        String parcel = shipment().seal().orElseThrow().parcelSha256();
        var lapses = OfficeDesk.MORNING.plus(Duration.ofMinutes(30));
        assertThat(releasing.release(number, parcel, sitting, lapses, OFFICER, OFFICER))
                .isEmpty();
        return sitting;
    }

    /** The last check finds that everyone belongs; the letter. */
    UUID cleared() {
        routes.lastCheck();
        return shipment().release().flatMap(Shipment.Release::letter).orElseThrow();
    }

    /** Released, cleared, and taken over by the mail server; its letter. */
    UUID postedForReal() {
        released();
        UUID letter = cleared();
        ledger.sql("update letter set state = 'POSTED' where id = :letter")
                .param("letter", letter)
                .update();
        follow(new Outcome.Posted(about(letter), Optional.of("250 OK"), Optional.empty()));
        return letter;
    }

    Outcome.About about(UUID letter) {
        return new Outcome.About(1, letter, number, Optional.of(DocumentKind.PROVISION), OfficeDesk.MORNING);
    }

    void follow(Outcome outcome) {
        transaction.executeWithoutResult(status -> following.follow(outcome));
    }

    Shipment shipment() {
        return shipments.find(number).orElseThrow();
    }

    ShipmentState state() {
        return shipment().state();
    }

    CaseState caseState() {
        return cases.show(person, OFFICER).state();
    }

    /** It could not be opened, and every step was taken; it waits to be sealed afresh. */
    void sentButToBeSealedAfresh() {
        routes.posted(number);
        reopening.reported(number, "電話で聞いた", OFFICER);
        handingOver.told(number, RECIPIENT, OFFICER);
        reopening.compared(number, number, "", OFFICER);
        assertThat(reopening.sealAfresh(number, OFFICER)).isEmpty();
    }

    /** Released and cleared; nobody knows whether the mail server took it over. */
    void outcomeUnknown() {
        released();
        UUID letter = cleared();
        ledger.sql("update letter set state = 'OUTCOME_UNKNOWN' where id = :letter")
                .param("letter", letter)
                .update();
        follow(new Outcome.Unknown(about(letter), "SILENCE"));
    }

    List<String> letters() {
        return outbox.letters(number).stream().map(view -> view.state().name()).toList();
    }
}
