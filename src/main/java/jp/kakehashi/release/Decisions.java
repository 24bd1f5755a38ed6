package jp.kakehashi.release;

import java.sql.Timestamp;
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
import jp.kakehashi.shipment.Drafting;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decisions (決裁) of the 保護管理者 on the contents of the rows. A decision covers any subset of them: dropping a row
 * needs no new one, adding or changing one does.
 */
@Service
@Profile("ward")
public class Decisions {

    private static final String INSERT = """
            insert into decision (control_number, decided_at, content_digest, account, post, document_number, ceiling_reference)
            values (:number, :at, :digest, :account, :post, :document, :ceiling)
            """;

    private final JdbcClient ledger;
    private final Drafting drafting;
    private final Shipments shipments;
    private final Agreements agreements;
    private final Gates gates;
    private final Chain chain;
    private final Clock clock;

    Decisions(
            JdbcClient ledger,
            Drafting drafting,
            Shipments shipments,
            Agreements agreements,
            Gates gates,
            Chain chain,
            Clock clock) {
        this.ledger = ledger;
        this.drafting = drafting;
        this.shipments = shipments;
        this.agreements = agreements;
        this.gates = gates;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * Decides a draft.
     *
     * @param contentDigest the contents that were looked at
     * @param documentNumber 文書番号, may be empty
     * @param ceilingReference the reference of 付議/報告, needed above the ceiling of persons; may be empty
     * @param person who decides
     * @return a refusal where the person is no 保護管理者 today, a gate is shut, the contents changed or the ceiling is passed
     */
    @Transactional
    public Optional<Refusal> decide(
            String controlNumber, String contentDigest, String documentNumber, String ceilingReference, Person person) {
        LocalDate today = LocalDate.now(clock);
        if (!person.holds(Role.PRIVACY_MANAGER, today)) {
            return refused(controlNumber, person, "本日、保護管理者として登録されている人だけが決裁できます。");
        }
        Shipment shipment = shipments.find(controlNumber).orElseThrow();
        Optional<Refusal> barred = gates.against(shipment);
        if (barred.isPresent()) {
            return refused(controlNumber, person, barred.get().reason());
        }
        if (headcount(shipment).aboveStop() && ceilingReference.isBlank()) {
            return refused(controlNumber, person, "年度の提供人数が上限を超えます。付議または報告の番号を記入してください。");
        }
        Actor decider = person.as(Role.PRIVACY_MANAGER, today);
        Optional<Refusal> refusal = drafting.decided(controlNumber, contentDigest, decider);
        if (refusal.isEmpty()) {
            write(controlNumber, contentDigest, documentNumber, ceilingReference, decider);
        }
        return refusal;
    }

    /** How many people were provided in this fiscal year, and would be with this shipment. */
    public Headcount headcount(Shipment shipment) {
        return new Headcount(
                shipments.peopleProvidedThisYear(),
                shipments.peopleProvidedThisYearWith(shipment.controlNumber()),
                agreements.of(shipment.agreement()).persons());
    }

    private void write(String controlNumber, String digest, String document, String ceiling, Actor decider) {
        ledger.sql(INSERT)
                .param("number", controlNumber)
                .param("at", Timestamp.from(clock.instant()))
                .param("digest", digest)
                .param("account", decider.account())
                .param("post", decider.post())
                .param("document", document.isBlank() ? null : document.strip())
                .param("ceiling", ceiling.isBlank() ? null : ceiling.strip())
                .update();
        chain.append(
                decider,
                new Act(
                        "decision.made",
                        controlNumber,
                        Map.of("content", digest, "document", document.strip(), "ceiling", ceiling.strip()),
                        Map.of()));
    }

    private Optional<Refusal> refused(String controlNumber, Person person, String why) {
        Actor who = new Actor(person.account(), person.name(), "", "");
        chain.append(who, new Act("decision.refused", controlNumber, Map.of("why", why), Map.of()));
        return Refusal.because(why);
    }
}
