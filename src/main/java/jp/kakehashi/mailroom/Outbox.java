package jp.kakehashi.mailroom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Letters on their way out. Posting one, so that nothing is ever sent twice by a machine:
 *
 * <ol>
 *   <li>The caller opens the holding transaction; {@link #takeUp} locks the letter's row in {@code letter_hold}.
 *   <li>On a second connection it commits POSTING, unless all posting stands still or somebody took the letter back: from
 *       here on a mail server may know it.
 *   <li>The caller hands the mail to {@link Postman}, which keeps the server's answer with it.
 *   <li>{@link #record} writes outcome, reply and queue id in the holding transaction, and the caller commits.
 * </ol>
 *
 * <p>A POSTING letter whose hold can be taken has lost its poster: {@link #recover} makes it OUTCOME_UNKNOWN. No clock and
 * no lease decide that. An unknown outcome is settled by evidence or by a named person, never by sending again.
 */
@Component
public class Outbox {

    /** A letter sets out right after the last check of the people in it, or after another one. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private static final Actor POSTER = Actor.machine("mailroom-outbox");

    private final LetterTable letters;
    private final HoldTable holds;
    private final Fates fates;
    private final Clearance clearance;
    private final Standstills standstills;
    private final MailAccess access;
    private final TransactionTemplate inTheCallers;
    private final TransactionTemplate onASecondConnection;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Outbox(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Vault vault,
            Chain chain,
            Agreements agreements,
            Standstills standstills,
            MailAccess access,
            Clock clock) {
        this.letters = new LetterTable(jdbc, vault);
        this.holds = new HoldTable(jdbc);
        this.fates = new Fates(jdbc, vault, chain, clock);
        this.clearance = new Clearance(agreements, access.smtpServer(), clock);
        this.standstills = standstills;
        this.access = access;
        this.inTheCallers = new TransactionTemplate(transactions);
        this.inTheCallers.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
        this.onASecondConnection = new TransactionTemplate(transactions);
        this.onASecondConnection.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Queues a letter, in the caller's transaction. A resend is the same Message-ID with the same bytes, as a new attempt.
     *
     * @param by who released it
     * @return the letter's row
     * @throws IllegalStateException if a letter with this Message-ID has other bytes or another reference, or still awaits
     *     its poster
     */
    public UUID queue(Outgoing letter, Actor by) {
        return inTheCallers.execute(status -> {
            letters.withMessageId(letter.messageId()).forEach(earlier -> requireResendable(earlier, letter));
            UUID id = UUID.randomUUID();
            Instant now = clock.instant();
            letters.add(id, letter, now);
            holds.add(id, now);
            fates.append(letters.row(id), "letter-queued", LetterState.QUEUED, Map.of(), by);
            return id;
        });
    }

    private void requireResendable(LetterTable.Row earlier, Outgoing letter) {
        boolean same = earlier.mimeDigest().equals(letters.digest(letter.mime()))
                && earlier.contentSha256().equals(letter.contentSha256())
                && earlier.reference().equals(letter.reference());
        if (!same || earlier.state().awaitsPoster()) {
            throw new IllegalStateException("letter " + earlier.id() + " has the same Message-ID and "
                    + (same ? "is " + earlier.state() : "other bytes or another reference"));
        }
    }

    /**
     * Takes up the next letter: steps 1 and 2. What may no longer go is refused, or lapses, here; what has waited since its
     * last check, while posting stood still or nobody served, is deferred until another one.
     *
     * @return null when there is nothing to post now, or all posting stands still
     */
    public LetterInHand takeUp() {
        if (standstills.ofAllPosting()) {
            return null; // what waits is checked anew once posting goes again, not every few minutes
        }
        return inTheCallers.execute(status -> holds.takeNext(LetterState.QUEUED)
                .map(letters::row)
                .filter(letter -> letter.state() == LetterState.QUEUED)
                .filter(this::mayGo)
                .map(this::posting)
                .orElse(null));
    }

    private boolean mayGo(LetterTable.Row letter) {
        if (letter.notAfter().isBefore(clock.instant())) {
            end(letter, LetterState.LAPSED, Outcome.What.LAPSED, Map.of(), POSTER);
            return false;
        }
        Optional<Clearance.Objection> objection = clearance.against(letter, letters.envelope(letter.id()));
        objection.ifPresent(why -> {
            letters.keepReply(letter.id(), why.name(), Optional.empty());
            end(letter, LetterState.REFUSED, Outcome.What.REFUSED, Map.of("reason", why.name()), POSTER);
        });
        return objection.isEmpty() && isFresh(letter);
    }

    private boolean isFresh(LetterTable.Row letter) {
        boolean fresh = !letter.stateAt().plus(FRESH).isBefore(clock.instant());
        if (!fresh) {
            Map<String, String> why = Map.of("reply", "送信までに時間がたったため、最後の確認をやり直します。");
            fates.become(letter, LetterState.DEFERRED, Outcome.What.DEFERRED, why, POSTER);
        }
        return fresh;
    }

    private LetterInHand posting(LetterTable.Row letter) {
        LetterInHand inHand = letters.inHand(letter);
        access.smtpServer().key(); // a password that cannot be read must fail before anything is said to be on its way
        boolean setOut = Boolean.TRUE.equals(onASecondConnection.execute(status -> {
            if (!standstills.mayPost()) {
                return false;
            }
            if (!letters.move(letter.id(), LetterState.QUEUED, LetterState.POSTING, clock.instant())) {
                return false; // taken back since it was taken up
            }
            fates.append(letter, "letter-posting", LetterState.POSTING, Map.of(), POSTER);
            return true;
        }));
        if (!setOut && letters.row(letter.id()).state() != LetterState.QUEUED) {
            holds.end(letter.id());
        }
        return setOut ? inHand : null;
    }

    /**
     * Records the server's answer: step 4, in the holding transaction.
     *
     * @throws IllegalStateException if the letter was never handed to the {@link Postman}, or is no longer POSTING
     */
    public void record(LetterInHand inHand) {
        Answer answer = inHand.answer();
        inTheCallers.executeWithoutResult(status -> {
            LetterTable.Row letter = letters.lock(inHand.id());
            Map<String, String> detail = new HashMap<>();
            Outcome.What what = tell(answer, detail);
            letters.keepReply(letter.id(), answer.reply(), Optional.ofNullable(detail.get("queueId")));
            if (answer.state() == LetterState.DEFERRED) {
                fates.become(letter, LetterState.DEFERRED, what, detail, POSTER);
            } else {
                end(letter, answer.state(), what, detail, POSTER);
                fates.weigh(letter.id());
            }
        });
    }

    private static Outcome.What tell(Answer answer, Map<String, String> detail) {
        detail.put("reply", answer.reply());
        if (answer instanceof Answer.Accepted accepted) {
            accepted.queueId().ifPresent(id -> detail.put("queueId", id));
            return Outcome.What.POSTED;
        }
        if (answer instanceof Answer.Refused refused) {
            detail.put("reason", refused.recipient() ? "RECIPIENT" : "SERVER");
            return Outcome.What.REFUSED;
        }
        detail.put("why", "SILENCE");
        return answer instanceof Answer.Silent ? Outcome.What.UNKNOWN : Outcome.What.DEFERRED;
    }

    /** Finds the letters that lost their poster, and says that their outcome is unknown. Returns how many. */
    public int recover() {
        return each(holds.inState(LetterState.POSTING), letter -> letter.state() == LetterState.POSTING, letter -> {
            LetterTable.Row locked = letters.lock(letter.id());
            Map<String, String> why = Map.of("why", "POSTER_LOST");
            end(locked, LetterState.OUTCOME_UNKNOWN, Outcome.What.UNKNOWN, why, POSTER);
            fates.weigh(letter.id());
        });
    }

    /** Lets every letter lapse whose time has passed. Returns how many. */
    public int lapseOverdue() {
        return each(holds.overdue(clock.instant()), this::canLapse, letter -> lapse(letter, POSTER));
    }

    /**
     * Lets the letters of a reference lapse that wait for a poster, in a transaction of its own or the caller's.
     *
     * @param by who ended their time
     * @return how many; one that a poster has in hand goes on
     */
    public int lapse(String reference, Actor by) {
        List<UUID> ids = letters.withReference(reference).stream()
                .map(LetterTable.Row::id)
                .toList();
        return each(ids, this::canLapse, letter -> lapse(letter, by));
    }

    /**
     * Takes a letter back at the last moment, in the caller's transaction. What {@link #lapse} leaves to a poster that has
     * taken it up is decided here by the letter's row: as long as that does not say POSTING, no mail server knows of it,
     * and the poster finds that it may not set out. The row is waited for, for moments only.
     *
     * @param by who takes it back
     * @return whether no mail server has it: it lapses now, or ended unposted before
     */
    public boolean takeBack(UUID id, Actor by) {
        return Boolean.TRUE.equals(inTheCallers.execute(status -> {
            LetterTable.Row letter = letters.lock(id);
            if (canLapse(letter)) {
                fates.become(letter, LetterState.LAPSED, Outcome.What.LAPSED, Map.of(), by);
                if (holds.take(id)) {
                    holds.end(id);
                }
                return true;
            }
            return letter.state() == LetterState.LAPSED || letter.state() == LetterState.REFUSED;
        }));
    }

    private boolean canLapse(LetterTable.Row letter) {
        return letter.state() == LetterState.QUEUED || letter.state() == LetterState.DEFERRED;
    }

    private void lapse(LetterTable.Row letter, Actor by) {
        end(letter, LetterState.LAPSED, Outcome.What.LAPSED, Map.of(), by);
    }

    /**
     * Puts a deferred letter back into the queue, after a new last check, in the caller's transaction.
     *
     * @return false when it is not deferred, or its time has passed
     */
    public boolean requeue(UUID id, Actor by) {
        return Boolean.TRUE.equals(inTheCallers.execute(status -> {
            LetterTable.Row letter = letters.lock(id);
            if (letter.state() != LetterState.DEFERRED || letter.notAfter().isBefore(clock.instant())) {
                return false;
            }
            letters.move(id, LetterState.DEFERRED, LetterState.QUEUED, clock.instant());
            fates.append(letter, "letter-requeued", LetterState.QUEUED, Map.of(), by);
            return true;
        }));
    }

    /**
     * A named person settles an unknown outcome, or says that what was posted did not arrive, in the caller's transaction.
     *
     * @param reason in their words
     * @return false when the letter's state leaves nothing to settle so
     */
    public boolean settle(UUID id, Settlement settlement, Actor by, String reason) {
        return Boolean.TRUE.equals(inTheCallers.execute(status -> {
            LetterTable.Row letter = letters.lock(id);
            boolean open = settlement.settles(letter.state());
            if (open) {
                Map<String, String> detail = Map.of("status", Outcome.PERSON, "reason", reason);
                Outcome.What what = Outcome.What.valueOf(settlement.name());
                fates.become(letter, settlement.state(), what, detail, by);
            }
            return open;
        }));
    }

    /** Every attempt under a reference, the first first. */
    public List<LetterView> letters(String reference) {
        return letters.views(reference);
    }

    /** Does something with each letter that can be held and still is as wanted, each in a transaction. */
    private int each(List<UUID> ids, Predicate<LetterTable.Row> wanted, Consumer<LetterTable.Row> act) {
        return (int) ids.stream()
                .filter(id -> Boolean.TRUE.equals(transaction.execute(status -> {
                    boolean due = holds.take(id) && wanted.test(letters.row(id));
                    if (due) {
                        act.accept(letters.row(id));
                    }
                    return due;
                })))
                .count();
    }

    private void end(LetterTable.Row letter, LetterState to, Outcome.What what, Map<String, String> detail, Actor by) {
        fates.become(letter, to, what, detail, by);
        holds.end(letter.id());
    }
}
