package jp.kakehashi.shipment;

import java.util.Map;
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
        chain.append(who, new Act("shipment." + verb, controlNumber, facts, Map.of()));
    }

    void note(Actor who, String verb, String controlNumber) {
        note(who, verb, controlNumber, Map.of());
    }
}
