package jp.kakehashi.mailroom;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.mailroom.EvidenceTable.Piece;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What becomes of letters. Each step joins the caller's transaction, and writes the letter's state, the outcome for its
 * writer and the chain together.
 *
 * <p>Evidence may overtake the poster: a journal copy can arrive before the poster has recorded the server's answer. It is
 * kept, and weighed once the poster has spoken or is known to be lost. Both sides lock the letter's row first, so that
 * neither misses the other.
 */
final class Fates {

    private final LetterTable letters;
    private final EvidenceTable evidence;
    private final OutcomeTable outcomes;
    private final Chain chain;
    private final Clock clock;

    Fates(JdbcClient jdbc, Vault vault, Chain chain, Clock clock) {
        this.letters = new LetterTable(jdbc, vault);
        this.evidence = new EvidenceTable(jdbc, vault);
        this.outcomes = new OutcomeTable(jdbc, vault);
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * Moves a letter, tells its writer, and writes the chain.
     *
     * @throws IllegalStateException if the letter does not stand where the caller saw it
     */
    void become(LetterTable.Row letter, LetterState to, Outcome.What what, Map<String, String> detail, Actor by) {
        Instant now = clock.instant();
        if (!letters.move(letter.id(), letter.state(), to, now)) {
            throw new IllegalStateException("letter " + letter.id() + " is no longer " + letter.state());
        }
        outcomes.add(letter, what, detail, now);
        append(letter, verb(to), to, detail, by);
    }

    /** Takes evidence about a letter, and weighs it as soon as it can be; false where it contradicts the letter's state. */
    boolean hear(UUID id, EvidenceTable.Kind kind, Map<String, String> detail) {
        LetterTable.Row letter = letters.lock(id);
        if (!letter.state().mayHaveLeft()) {
            return false;
        }
        evidence.add(id, kind, detail, clock.instant());
        weigh(id);
        return true;
    }

    /** Weighs what is known about a letter, once no poster has it in hand. The caller has locked the letter's row. */
    void weigh(UUID id) {
        if (letters.row(id).state() == LetterState.POSTING) {
            return;
        }
        for (Piece piece : evidence.unweighed(id)) {
            weigh(letters.row(id), piece);
            evidence.weighed(piece);
        }
    }

    private void weigh(LetterTable.Row letter, Piece piece) {
        Actor by = Actor.machine("mailroom-evidence");
        if (piece.kind() == EvidenceTable.Kind.BOUNCE) {
            if (letter.state() != LetterState.RETURNED) {
                become(letter, LetterState.RETURNED, Outcome.What.RETURNED, piece.detail(), by);
            }
            return;
        }
        if (letter.state() == LetterState.OUTCOME_UNKNOWN) {
            Map<String, String> proof = Map.of("evidence", piece.kind().name());
            become(letter, LetterState.POSTED, Outcome.What.POSTED, proof, by);
        }
        told(piece.kind()).ifPresent(what -> {
            outcomes.add(letter, what, piece.detail(), clock.instant());
            append(letter, "letter-" + verbPart(what.name()), letter.state(), Map.of(), by);
        });
    }

    private static Optional<Outcome.What> told(EvidenceTable.Kind kind) {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> Optional.of(Outcome.What.ACKNOWLEDGED);
            case CANNOT_OPEN -> Optional.of(Outcome.What.CANNOT_OPEN);
            case JOURNAL_COPY, BOUNCE -> Optional.empty();
        };
    }

    /** Writes an act about a letter into the chain; what a server said is kept as a commitment. */
    void append(LetterTable.Row letter, String verb, LetterState state, Map<String, String> detail, Actor by) {
        Map<String, String> facts = new HashMap<>();
        facts.put("letter", letter.id().toString());
        facts.put("message-id", letter.messageId());
        facts.put("content-sha256", letter.contentSha256());
        facts.put("state", state.name());
        chain.append(by, new Act(verb, letter.reference(), facts, detail));
    }

    private static String verb(LetterState state) {
        return "letter-" + verbPart(state.name());
    }

    private static String verbPart(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
