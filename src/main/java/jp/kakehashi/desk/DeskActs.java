package jp.kakehashi.desk;

import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Acts that change nothing but the chain: looking at something, being refused, leaving. */
@Component
class DeskActs {

    private final Chain chain;

    DeskActs(Chain chain) {
        this.chain = chain;
    }

    /** Puts an act into the chain, in a transaction of its own if there is none. */
    @Transactional
    public void append(Actor who, Act act) {
        chain.append(who, act);
    }
}
