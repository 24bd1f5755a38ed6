package jp.kakehashi.release;

import static jp.kakehashi.release.Obstacle.Why.ADDRESS;
import static jp.kakehashi.release.Obstacle.Why.AGREEMENT;
import static jp.kakehashi.release.Obstacle.Why.CHECKLIST;
import static jp.kakehashi.release.Obstacle.Why.INCIDENT;
import static jp.kakehashi.release.Obstacle.Why.PERIOD;
import static jp.kakehashi.release.Obstacle.Why.STOP;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.Document;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.Period;
import jp.kakehashi.shipment.Gate;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Shipment;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/**
 * Whether a document may go today: checklist, period, agreement, stops.
 *
 * <ul>
 *   <li>② waits for all of them. So does the nil notice: a month in which ② may not go is no month without anyone, and the
 *       notice would hide the stop.
 *   <li>④⑤⑥, the way back, go on with a warning and a recorded decision; only a recipient's address in doubt blocks them.
 *   <li>The test exchange, one fictitious row, waits for its period and for an address in doubt.
 * </ul>
 */
@Service
@Profile("ward")
public class Gates implements Gate {

    private final Agreements agreements;
    private final Checklists checklists;
    private final StopTable stops;
    private final WayBackTable wayBack;
    private final Clock clock;

    Gates(Agreements agreements, Checklists checklists, StopTable stops, WayBackTable wayBack, Clock clock) {
        this.agreements = agreements;
        this.checklists = checklists;
        this.stops = stops;
        this.wayBack = wayBack;
        this.clock = clock;
    }

    /** Whether a kind of document may go today. */
    public Passage passage(Agreement agreement, DocumentKind kind) {
        List<Obstacle> obstacles = obstacles(agreement, kind);
        List<Obstacle> shut = obstacles.stream()
                .filter(obstacle -> blocks(obstacle.why(), kind))
                .toList();
        if (!shut.isEmpty()) {
            return new Passage.Shut(shut);
        }
        boolean warned = kind.isWayBack() && !obstacles.isEmpty();
        return warned ? new Passage.Warned(obstacles) : new Passage.Open();
    }

    @Override
    public Optional<Refusal> against(Shipment shipment) {
        Passage passage = passage(agreements.of(shipment.agreement()), shipment.kind());
        if (passage instanceof Passage.Shut) {
            return Refusal.because(passage.sentences());
        }
        return passage instanceof Passage.Warned && !wayBack.decided(shipment.controlNumber(), passage.standing())
                ? Refusal.because(passage.sentences() + "送付するには、保護管理者の判断の記録が必要です。")
                : Refusal.none();
    }

    private static boolean blocks(Obstacle.Why why, DocumentKind kind) {
        return switch (kind) {
            case PROVISION, NIL_NOTICE -> true;
            case ANSWER, RESOLVED, CORRECTION -> why == ADDRESS;
            case TEST, INQUIRY -> why == ADDRESS || why == PERIOD;
        };
    }

    private List<Obstacle> obstacles(Agreement agreement, DocumentKind kind) {
        List<Obstacle> found = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        checklists.of(agreement).stream()
                .filter(ChecklistItem::blocks)
                .forEach(item -> found.add(new Obstacle(CHECKLIST, item.line().text())));
        if (!agreement.covers(kind, today)) {
            found.add(new Obstacle(PERIOD, days(agreement.documents().of(kind).map(Document::period))));
        }
        if (!agreement.holdsOn(today)) {
            found.add(new Obstacle(AGREEMENT, days(agreement.inForce())));
        }
        stops.inForce(agreement.id()).forEach(stop -> found.add(new Obstacle(why(stop), since(stop))));
        return found;
    }

    private static Obstacle.Why why(Stop stop) {
        if (stop.scope() == Stop.Scope.EVERY_KIND) {
            return ADDRESS;
        }
        return stop.incident().isPresent() ? INCIDENT : STOP;
    }

    /** Never its reason: that is somebody's own words, which stand sealed and in no refusal of the chain. */
    private String since(Stop stop) {
        return LocalDate.ofInstant(stop.raisedAt(), clock.getZone()) + "から";
    }

    private static String days(Optional<Period> period) {
        return period.map(days -> days.from() + "～" + days.until()).orElse("期間の定めなし");
    }
}
