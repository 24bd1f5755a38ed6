package jp.kakehashi.source;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Readings that wait for a person. Findings themselves are not kept: a released reading is read again, and passes as long
 * as it is no heavier than what the person saw. At most one waits at a time.
 */
@Service
@Profile("ward")
public class Holds {

    private static final Actor ROUTE = Actor.machine("ward-15-take");

    private final HoldTable table;
    private final Chain chain;

    Holds(HoldTable table, Chain chain) {
        this.table = table;
        this.chain = chain;
    }

    /** The reading that waits, or was released and not yet taken. */
    @Transactional(readOnly = true)
    public Optional<Hold> open() {
        return table.open();
    }

    /** The newest, newest first. */
    @Transactional(readOnly = true)
    public List<Hold> newest() {
        return table.newest();
    }

    /** What a person let pass already. */
    @Transactional(readOnly = true)
    public Weight released() {
        return table.open()
                .filter(hold -> hold.state() == Hold.State.RELEASED)
                .map(Hold::weight)
                .orElse(Weight.none());
    }

    /** What a released reading has to read again; none or one. */
    @Transactional(readOnly = true)
    public List<Window> toReadAgain() {
        return table.open().filter(hold -> hold.state() == Hold.State.RELEASED).map(Hold::window).stream()
                .toList();
    }

    /** Holds a reading. What a person let pass before has grown beyond that: it waits again. */
    @Transactional
    public void hold(Window window, Weight weight) {
        Optional<Hold> before = table.open();
        boolean same = before.filter(hold -> hold.state() == Hold.State.HELD)
                .filter(hold -> hold.weight().equals(weight))
                .isPresent();
        Hold hold = table.keep(before.map(Hold::id).orElseGet(UUID::randomUUID), widest(before, window), weight);
        if (!same) {
            note(ROUTE, "reading-held", hold, Map.of());
        }
    }

    /** A reading was taken as a whole: whatever it covers waits no longer. */
    @Transactional
    public void taken(Window window) {
        table.open()
                .filter(hold -> !window.since().isAfter(hold.window().since()))
                .ifPresent(hold -> {
                    table.move(hold.id(), Hold.State.ENDED);
                    note(ROUTE, "reading-taken", hold, Map.of());
                });
    }

    /**
     * Lets a held reading pass.
     *
     * @param reason why, without personal data
     * @return false if it does not wait any more
     */
    @Transactional
    public boolean release(UUID id, String reason, Actor by) {
        return decide(id, Hold.State.RELEASED, "reading-released", reason, by);
    }

    /**
     * Does not let a held reading pass. A database is asked again at the next poll; an extract is erased.
     *
     * @param reason why, without personal data
     * @return false if it does not wait any more
     */
    @Transactional
    public boolean discard(UUID id, String reason, Actor by) {
        return decide(id, Hold.State.DISCARDED, "reading-discarded", reason, by);
    }

    /** The newest hold of the extract that was made then. */
    Optional<Hold> of(Instant extractedAt) {
        return table.newest().stream()
                .filter(hold -> hold.window().until().equals(extractedAt))
                .findFirst();
    }

    private boolean decide(UUID id, Hold.State state, String verb, String reason, Actor by) {
        Optional<Hold> hold = table.lock(id).filter(found -> found.state() == Hold.State.HELD);
        hold.ifPresent(found -> {
            table.decide(id, state, by.account(), reason);
            note(by, verb, found, Map.of("reason", reason));
        });
        return hold.isPresent();
    }

    private void note(Actor who, String verb, Hold hold, Map<String, String> more) {
        Weight weight = hold.weight();
        Map<String, String> facts = new HashMap<>(more);
        facts.put("until", hold.window().until().toString());
        facts.put("findings", Integer.toString(weight.findings()));
        facts.put("provisions", Integer.toString(weight.provisions()));
        facts.put("ending", Integer.toString(weight.ending()));
        facts.put("known", Integer.toString(weight.known()));
        facts.put("vanished", Integer.toString(weight.vanished()));
        chain.append(who, new Act(verb, hold.id().toString(), facts));
    }

    private static Window widest(Optional<Hold> before, Window window) {
        boolean narrower = before.filter(hold -> hold.window().since().isBefore(window.since()))
                .isPresent();
        return narrower ? new Window(before.get().window().since(), window.until()) : window;
    }
}
