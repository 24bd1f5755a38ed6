package jp.kakehashi.bureau;

import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.calendar.BusinessDays;
import jp.kakehashi.letter.Acknowledgement;
import jp.kakehashi.letter.CannotOpen;
import jp.kakehashi.letter.Letter;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.mailroom.Outcome;
import jp.kakehashi.mailroom.Outgoing;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers parcels by mail: opened, or why not. Each mail that brought a parcel gets one answer, to the agreement's
 * address and no other. They hold no personal data, so a machine may send them and try again when the server defers.
 */
@Service
@Profile("bureau")
public class Receipts {

    private static final Actor MACHINE = Actor.machine("bureau-receipts");
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final ArrivalTable arrivals;
    private final Outbox outbox;
    private final BusinessDays businessDays;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Receipts(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Outbox outbox,
            BusinessDays businessDays,
            Clock clock) {
        this.arrivals = new ArrivalTable(jdbc);
        this.outbox = outbox;
        this.businessDays = businessDays;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Queues an answer to every mail that brought this settled parcel and has none yet, in the caller's transaction. */
    void answer(Parcel parcel, Agreement agreement) {
        for (ArrivalTable.Arrival arrival : arrivals.unanswered(parcel.id())) {
            Letter letter = letter(parcel, arrival, agreement);
            UUID queued = outbox.queue(
                    Outgoing.of(
                            parcel.controlNumber(),
                            agreement.id(),
                            Optional.empty(),
                            letter,
                            letter.from(),
                            letter.to(),
                            lastMoment(agreement)),
                    MACHINE);
            arrivals.answered(arrival.mail(), queued, clock.instant());
        }
    }

    /**
     * Follows what became of an answer: one that the server deferred is tried again after a pause, until the sender
     * would ask by telephone anyway.
     */
    public void follow(Outcome outcome) {
        if (outcome instanceof Outcome.Deferred) {
            arrivals.retryAt(outcome.about().letter(), clock.instant().plus(PAUSE));
        }
    }

    /** Puts answers back into the queue whose pause is over. */
    public void retry() {
        transaction.executeWithoutResult(
                status -> arrivals.lockDue(clock.instant()).forEach(letter -> {
                    outbox.requeue(letter, MACHINE);
                    arrivals.retryAt(letter, null);
                }));
    }

    private Letter letter(Parcel parcel, ArrivalTable.Arrival arrival, Agreement agreement) {
        String from = agreement.parties().acceptedSenders().get(0);
        Charset charset = agreement.mail().encoding();
        String subject = parcel.state() == ParcelState.OPENED
                ? acknowledgement(parcel).subject()
                : cannotOpen(parcel).subject();
        List<String> body = parcel.state() == ParcelState.OPENED
                ? acknowledgement(parcel).bodyLines()
                : cannotOpen(parcel).bodyLines();
        return new Letter(
                Letter.freshMessageId(from),
                from,
                List.of(agreement.parties().from()),
                subject,
                body,
                Optional.empty(),
                arrival.messageId(),
                clock.instant(),
                charset);
    }

    private static Acknowledgement acknowledgement(Parcel parcel) {
        return new Acknowledgement(
                parcel.controlNumber(),
                parcel.confirmationCode(),
                parcel.rowsFound().orElseThrow(),
                parcel.sha256());
    }

    private static CannotOpen cannotOpen(Parcel parcel) {
        return new CannotOpen(parcel.controlNumber(), parcel.why().orElseThrow().name(), parcel.sha256());
    }

    private Instant lastMoment(Agreement agreement) {
        LocalDate last =
                businessDays.plus(LocalDate.now(clock), agreement.clocks().acknowledgement());
        return last.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }
}
