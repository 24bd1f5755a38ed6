package jp.kakehashi.casefile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.kakehashi.source.BillId;
import jp.kakehashi.source.Facts;
import jp.kakehashi.source.Instalment;
import jp.kakehashi.source.InstalmentState;
import jp.kakehashi.source.Payment;

/**
 * What becomes of a person already provided, by the facts of today. Paid is only what is finally posted; arrears that
 * ended otherwise (cancelled, time-barred, written off) are no resolution, the bureau is owed a withdrawal.
 */
final class Ending {

    private Ending() {}

    static CaseState of(CaseFile provided, Facts now, List<Rejection> endings, LocalDate today, ZoneId zone) {
        if (!endings.isEmpty()) {
            return CaseState.WITHDRAWAL_DUE;
        }
        boolean unposted = now.payments().stream().anyMatch(Payment::isUnposted);
        if (!now.settled(today) || unposted) {
            return CaseState.PROVIDED;
        }
        return reported(provided, now, zone).stream().allMatch(paid(now))
                ? CaseState.RESOLUTION_DUE
                : CaseState.WITHDRAWAL_DUE;
    }

    /** The instalments that were in arrears when the person was confirmed for providing. */
    private static List<Instalment> reported(CaseFile provided, Facts now, ZoneId zone) {
        Facts then = provided.confirmed().map(Confirmed::facts).orElse(now);
        return then.arrears(LocalDate.ofInstant(then.asOf(), zone));
    }

    private static Predicate<Instalment> paid(Facts now) {
        Map<BillId, Instalment> states =
                now.instalments().stream().collect(Collectors.toMap(Instalment::bill, Function.identity()));
        return reported -> states.containsKey(reported.bill())
                && states.get(reported.bill()).state() == InstalmentState.PAID;
    }
}
