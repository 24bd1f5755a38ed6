package jp.kakehashi.release;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The 保護管理者's decision that an answer, a resolution or a correction goes although a gate warns. */
@Service
@Profile("ward")
public class WayBack {

    private final WayBackTable decisions;
    private final Gates gates;
    private final Shipments shipments;
    private final Agreements agreements;
    private final Chain chain;
    private final Clock clock;

    WayBack(WayBackTable decisions, Gates gates, Shipments shipments, Agreements agreements, Chain chain, Clock clock) {
        this.decisions = decisions;
        this.gates = gates;
        this.shipments = shipments;
        this.agreements = agreements;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * Decides that a document goes, knowing all that stands against it now.
     *
     * @param reason why, without personal data
     * @return a refusal where the person is no 保護管理者 today, nothing warns of the document, or it is barred altogether
     */
    @Transactional
    public Optional<Refusal> goes(String controlNumber, String reason, Person by) {
        LocalDate today = LocalDate.now(clock);
        if (!by.holds(Role.PRIVACY_MANAGER, today)) {
            return refused(controlNumber, by, "本日、保護管理者として登録されている人だけが判断を記録できます。");
        }
        Shipment shipment = shipments.find(controlNumber).orElseThrow();
        Passage passage = gates.passage(agreements.of(shipment.agreement()), shipment.kind());
        if (!(passage instanceof Passage.Warned)) {
            String why = passage instanceof Passage.Open ? "判断の記録を要する注意はありません。" : passage.sentences();
            return refused(controlNumber, by, why);
        }
        Actor who = by.as(Role.PRIVACY_MANAGER, today);
        decisions.add(controlNumber, passage.standing(), reason.strip(), who, clock.instant());
        Map<String, String> facts = Map.of("warnings", WayBackTable.written(passage.standing()));
        chain.append(who, new Act("way-back.decided", controlNumber, facts, Map.of("reason", reason.strip())));
        return Refusal.none();
    }

    private Optional<Refusal> refused(String controlNumber, Person by, String why) {
        chain.append(by.inNoRole(), new Act("way-back.refused", controlNumber, Map.of("why", why)));
        return Refusal.because(why);
    }
}
