package jp.kakehashi.release;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.shipment.Preview;
import jp.kakehashi.shipment.Refusal;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who may operate, who may witness, and whether the sealed file was really looked at; a "no" stands in the chain. */
@Component
@Profile("ward")
class Attendance {

    private final Signings signings;
    private final Shipments shipments;
    private final Gates gates;
    private final Chain chain;
    private final Clock clock;

    Attendance(Signings signings, Shipments shipments, Gates gates, Chain chain, Clock clock) {
        this.signings = signings;
        this.shipments = shipments;
        this.gates = gates;
        this.chain = chain;
        this.clock = clock;
    }

    Optional<Refusal> unfitOperator(UUID sitting, String controlNumber, Person operator) {
        if (!signings.operator(sitting).equals(Optional.of(operator.account()))) {
            return refused(controlNumber, actor(operator), "この送信立会いの操作者ではありません。");
        }
        if (!operator.holds(Role.HANDLER, LocalDate.now(clock))) {
            return refused(controlNumber, actor(operator), "本日の取扱者指定簿に操作者の登録がありません。");
        }
        return Refusal.none();
    }

    /** Told before anybody signs what could not be released. */
    Optional<Refusal> barred(String controlNumber, Actor who) {
        return gates.against(shipments.find(controlNumber).orElseThrow())
                .flatMap(no -> refused(controlNumber, who, no.reason()));
    }

    /** A sitting releases the same bytes once: what lapsed or is sent again takes a new one (invariant 4). */
    Optional<Refusal> signedBefore(UUID sitting, String controlNumber, String parcelSha256, Person operator) {
        return signings.find(sitting, controlNumber, parcelSha256)
                .flatMap(Signing::witnessSignedAt)
                .flatMap(at ->
                        refused(controlNumber, actor(operator), "この送付ファイルは、この送信立会いで確認済みです。もう一度送るには、新しい送信立会いを開いてください。"));
    }

    Optional<Refusal> unfitWitness(UUID sitting, String controlNumber, Person witness) {
        Shipment shipment = shipments.find(controlNumber).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        if (!witness.holds(Role.WITNESS, today) && !witness.holds(Role.HANDLER, today)) {
            return refused(controlNumber, actor(witness), "本日の取扱者指定簿に立会人の登録がありません。");
        }
        if (signings.operator(sitting).equals(Optional.of(witness.account()))) {
            return refused(controlNumber, actor(witness), "操作者は立会人を兼ねられません。");
        }
        if (shipment.draftedBy().equals(witness.account())) {
            return refused(controlNumber, actor(witness), "起案した人は立会人になれません。");
        }
        return Refusal.none();
    }

    Optional<Refusal> wrong(UUID sitting, String controlNumber, String parcelSha256, CheckAnswer answer, Actor who) {
        Signing signing = signings.find(sitting, controlNumber, parcelSha256).orElse(null);
        Preview preview = shipments.preview(controlNumber, who);
        if (signing == null
                || !preview.shipment().seal().orElseThrow().parcelSha256().equals(parcelSha256)) {
            return refused(controlNumber, who, "送付ファイルが変わりました。もう一度内容を確認してください。");
        }
        Sheet sheet = new Sheet(preview, signing);
        return sheet.answers(answer) ? Refusal.none() : refused(controlNumber, who, "確認問題の答えが送付ファイルの内容と一致しません。");
    }

    Optional<Refusal> refused(String controlNumber, Actor who, String why) {
        note(who, "refused", controlNumber, Map.of("why", why));
        return Refusal.because(why);
    }

    void note(Actor who, String verb, String subject, Map<String, String> facts) {
        chain.append(who, new Act("sitting." + verb, subject, facts, Map.of()));
    }

    Actor actor(Person person) {
        LocalDate today = LocalDate.now(clock);
        for (Role role : new Role[] {Role.HANDLER, Role.WITNESS}) {
            if (person.holds(role, today)) {
                return person.as(role, today);
            }
        }
        return person.inNoRole();
    }
}
