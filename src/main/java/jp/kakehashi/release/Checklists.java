package jp.kakehashi.release;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.ChecklistLine;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.shipment.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agreement's checklist of safeguards as it stands: what its file says, and what the office answered since. */
@Service
@Profile("ward")
public class Checklists {

    private final ChecklistTable answers;
    private final Agreements agreements;
    private final Chain chain;
    private final Clock clock;

    Checklists(ChecklistTable answers, Agreements agreements, Chain chain, Clock clock) {
        this.answers = answers;
        this.agreements = agreements;
        this.chain = chain;
        this.clock = clock;
    }

    /** Every line, in the agreement's order, with its answer if it has one. */
    public List<ChecklistItem> of(Agreement agreement) {
        Map<String, ChecklistAnswer> given = answers.latest(agreement.id());
        return agreement.checklist().stream()
                .map(line -> new ChecklistItem(line, Optional.ofNullable(given.get(line.digest()))))
                .toList();
    }

    /**
     * The 保護管理者 answers a line, or answers it anew.
     *
     * @param agreement the agreement's id
     * @param lineDigest the line, by {@link ChecklistLine#digest}
     * @param verdict 実施済, or for a line 「必要に応じて」 also 不要と判断
     * @param on the day on which it was done or judged
     * @param evidence what proves it: a document number, a place, a result; without personal data
     * @return a refusal where the person is no 保護管理者 today, the day lies ahead, or a required line is called needless
     * @throws IllegalArgumentException where the agreement has no such line
     */
    @Transactional
    public Optional<Refusal> answer(
            String agreement,
            String lineDigest,
            ChecklistAnswer.Verdict verdict,
            LocalDate on,
            String evidence,
            Person by) {
        LocalDate today = LocalDate.now(clock);
        ChecklistLine line = line(agreement, lineDigest);
        if (!by.holds(Role.PRIVACY_MANAGER, today)) {
            return refused(agreement, by, "本日、保護管理者として登録されている人だけが記録できます。");
        }
        if (on.isAfter(today)) {
            return refused(agreement, by, "実施日または判断日が、本日より後です。");
        }
        if (line.required() && verdict == ChecklistAnswer.Verdict.NOT_NEEDED) {
            return refused(agreement, by, "必須の確認事項は、不要と判断できません。");
        }
        Actor who = by.as(Role.PRIVACY_MANAGER, today);
        answers.add(
                UUID.randomUUID(),
                agreement,
                lineDigest,
                new ChecklistAnswer(verdict, on, evidence.strip(), who.account(), who.post(), clock.instant()));
        Map<String, String> facts = Map.of("line", lineDigest, "answer", verdict.name(), "on", on.toString());
        chain.append(who, new Act("checklist.answered", agreement, facts, Map.of("evidence", evidence.strip())));
        return Refusal.none();
    }

    private ChecklistLine line(String agreement, String digest) {
        return agreements.of(agreement).checklist().stream()
                .filter(line -> line.digest().equals(digest))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(agreement + " has no such line on its checklist"));
    }

    private Optional<Refusal> refused(String agreement, Person by, String why) {
        chain.append(by.inNoRole(), new Act("checklist.refused", agreement, Map.of("why", why)));
        return Refusal.because(why);
    }
}
