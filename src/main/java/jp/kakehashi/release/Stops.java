package jp.kakehashi.release;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Releasing;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops. From the moment one is raised nothing that it stops is released, queued or taken up: what waits in the outbox
 * lapses, and only what a poster has in hand at that moment goes on.
 */
@Service
@Profile("ward")
public class Stops {

    private static final String NO_MANAGER = "本日、保護管理者として登録されている人だけが提供を停止し、または停止を解除できます。";

    private final StopTable stops;
    private final Releasing releasing;
    private final Chain chain;
    private final Clock clock;

    Stops(StopTable stops, Releasing releasing, Chain chain, Clock clock) {
        this.stops = stops;
        this.releasing = releasing;
        this.chain = chain;
        this.clock = clock;
    }

    /** Every stop of an agreement, the newest first. */
    public List<Stop> of(String agreement) {
        return stops.all(agreement);
    }

    /**
     * The 保護管理者 stops ②, at once.
     *
     * @param agreement the agreement's id
     * @param reason why, without personal data
     * @return a refusal where the person is no 保護管理者 today
     */
    @Transactional
    public Optional<Refusal> raise(String agreement, String reason, Person by) {
        LocalDate today = LocalDate.now(clock);
        if (!by.holds(Role.PRIVACY_MANAGER, today)) {
            return refused(agreement, by, NO_MANAGER);
        }
        raise(agreement, Stop.Scope.PROVISION, Optional.empty(), reason, by.as(Role.PRIVACY_MANAGER, today));
        return Refusal.none();
    }

    /** Raises a stop, and ends what was released under it but is not on its way yet. */
    void raise(String agreement, Stop.Scope scope, Optional<UUID> incident, String reason, Actor by) {
        UUID id = UUID.randomUUID();
        stops.raise(new Stop(
                id, agreement, scope, incident, clock.instant(), by.account(), reason.strip(), Optional.empty()));
        Map<String, String> facts = Map.of("stop", id.toString(), "scope", scope.name());
        chain.append(by, new Act("stop.raised", agreement, facts, Map.of("reason", reason.strip())));
        releasing.endBarred(by);
    }

    /**
     * The 保護管理者 lifts a stop. What lapsed under it stays lapsed: it takes a new sitting.
     *
     * @param reason why it may go on, without personal data
     * @return a refusal where the person is no 保護管理者 today, or the stop has ended before
     * @throws IllegalArgumentException where there is no such stop
     */
    @Transactional
    public Optional<Refusal> lift(UUID stop, String reason, Person by) {
        LocalDate today = LocalDate.now(clock);
        String agreement = stops.find(stop)
                .orElseThrow(() -> new IllegalArgumentException("there is no such stop"))
                .agreement();
        if (!by.holds(Role.PRIVACY_MANAGER, today)) {
            return refused(agreement, by, NO_MANAGER);
        }
        if (!stops.lift(stop, clock.instant(), by.account(), reason.strip())) {
            return refused(agreement, by, "この停止は、既に解除されています。");
        }
        Map<String, String> facts = Map.of("stop", stop.toString());
        Act lifted = new Act("stop.lifted", agreement, facts, Map.of("reason", reason.strip()));
        chain.append(by.as(Role.PRIVACY_MANAGER, today), lifted);
        return Refusal.none();
    }

    private Optional<Refusal> refused(String agreement, Person by, String why) {
        chain.append(by.inNoRole(), new Act("stop.refused", agreement, Map.of("why", why)));
        return Refusal.because(why);
    }
}
