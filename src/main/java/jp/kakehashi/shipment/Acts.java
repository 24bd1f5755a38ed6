package jp.kakehashi.shipment;

import java.util.Map;
import java.util.Optional;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Writes what happened to a shipment into the chain, always in the transaction in which it happened (invariant 8). */
@Component
@Profile("ward")
class Acts {

    private final Chain chain;

    Acts(Chain chain) {
        this.chain = chain;
    }

    void note(Actor who, String verb, String controlNumber, Map<String, String> facts) {
        note(who, verb, controlNumber, facts, Map.of());
    }

    /**
     * The same with what a person said.
     *
     * @param words the recipient's post and name, and the like: they enter the chain as commitments only
     */
    void note(Actor who, String verb, String controlNumber, Map<String, String> facts, Map<String, String> words) {
        chain.append(who, new Act("shipment." + verb, controlNumber, facts, words));
    }

    void note(Actor who, String verb, String controlNumber) {
        note(who, verb, controlNumber, Map.of());
    }

    /**
     * A "no" to what somebody wanted, which stands in the chain as well.
     *
     * @param subject the control number; the agreement's id where there is none yet
     * @param why as in {@link Refusal}
     */
    Optional<Refusal> refused(Actor who, String subject, String why) {
        note(who, "refused", subject, Map.of("why", why));
        return Refusal.because(why);
    }
}
