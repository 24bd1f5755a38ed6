package jp.kakehashi.casefile;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Screening;
import jp.kakehashi.agreement.Treatment;
import jp.kakehashi.source.Facts;

/** The rules of screening, in one list. Every rule is asked, so that all reasons are known. */
final class Policies {

    private final Fields fields;
    private final List<Policy> all;
    private final Set<Reason> withdrawing;

    Policies(Agreement agreement) {
        Screening settings = agreement.screening();
        this.fields = new Fields(agreement.mode());
        this.all = Stream.of(
                        new ArrearsRules(settings).all(),
                        new PersonRules(settings, fields).all(),
                        new CollectionRules(settings).all())
                .flatMap(List::stream)
                .toList();
        this.withdrawing = withdrawing(settings);
    }

    /** Every "no"; empty if the person may be a candidate. */
    List<Rejection> judge(Facts facts, LocalDate today) {
        return all.stream()
                .flatMap(policy -> policy.judge(facts, today).stream())
                .toList();
    }

    /** Those for which somebody already provided must be withdrawn. */
    List<Rejection> endings(List<Rejection> rejections) {
        return rejections.stream()
                .filter(rejection -> rejection.reason().endsProvision() || withdrawing.contains(rejection.reason()))
                .toList();
    }

    /** What an officer should look at, though it does not exclude. */
    List<String> warnings(Facts facts, LocalDate today) {
        return fields.flaws(facts.person(), today).stream()
                .filter(flaw -> !flaw.blocks())
                .map(Flaw::text)
                .toList();
    }

    private static Set<Reason> withdrawing(Screening settings) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (settings.executionSuspended() == Treatment.WITHDRAW) {
            reasons.add(Reason.EXECUTION_SUSPENDED);
        }
        if (settings.deferred() == Treatment.WITHDRAW) {
            reasons.add(Reason.DEFERRED);
        }
        return reasons;
    }
}
