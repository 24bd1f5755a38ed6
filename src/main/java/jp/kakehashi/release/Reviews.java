package jp.kakehashi.release;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.shipment.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 後閲: what a deputy decided, the 保護管理者 looks at afterwards. The task stays open until it is done, whatever becomes of
 * the shipment meanwhile, and holds nothing up.
 */
@Service
@Profile("ward")
public class Reviews {

    private final DecisionTable decisions;
    private final Chain chain;
    private final Clock clock;

    Reviews(DecisionTable decisions, Chain chain, Clock clock) {
        this.decisions = decisions;
        this.chain = chain;
        this.clock = clock;
    }

    /** What waits for the chief's look, the oldest first. */
    @Transactional(readOnly = true)
    public List<Decision> open() {
        return decisions.unreviewed();
    }

    /**
     * The 保護管理者 has looked at what was decided.
     *
     * @param contentDigest the contents that were looked at
     * @return a refusal where the person is no 保護管理者 today or decided it themselves, other contents were decided, or
     *     nothing waits for a look
     */
    @Transactional
    public Optional<Refusal> done(String controlNumber, String contentDigest, Person by) {
        LocalDate today = LocalDate.now(clock);
        if (!by.holds(Role.PRIVACY_MANAGER, today)) {
            return refused(controlNumber, by, "本日、保護管理者として登録されている人だけが後閲できます。");
        }
        Optional<Decision> waiting = decisions.find(controlNumber).filter(Decision::awaitsReview);
        if (waiting.isEmpty()) {
            return refused(controlNumber, by, "この送付に、後閲を待つ代決はありません。");
        }
        if (waiting.get().by().account().equals(by.account())) {
            return refused(controlNumber, by, "代決した本人は、後閲できません。");
        }
        if (!waiting.get().contentDigest().equals(contentDigest)) {
            return refused(controlNumber, by, "代決された内容ではありません。もう一度内容を確認してください。");
        }
        Actor chief = by.as(Role.PRIVACY_MANAGER, today);
        if (!decisions.review(controlNumber, chief, clock.instant())) {
            return refused(controlNumber, by, "この代決は、既に後閲されています。");
        }
        chain.append(chief, new Act("decision.reviewed", controlNumber, Map.of("content", contentDigest)));
        return Refusal.none();
    }

    private Optional<Refusal> refused(String controlNumber, Person by, String why) {
        chain.append(by.inNoRole(), new Act("decision.review-refused", controlNumber, Map.of("why", why)));
        return Refusal.because(why);
    }
}
