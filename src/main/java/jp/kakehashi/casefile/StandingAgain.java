package jp.kakehashi.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.source.BillId;
import jp.kakehashi.source.Facts;
import jp.kakehashi.source.Instalment;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Whether a provided case may stand in a full list again. It stands with the very row that was confirmed and provided, and
 * so only as long as that row is true and the person might be newly provided today: a full list corrects nothing. What has
 * changed since is a matter of ⑥.
 */
@Component
@Profile("ward")
class StandingAgain {

    private final CaseFiles files;
    private final Receipts receipts;
    private final Circumstances circumstances;
    private final Policies policies;
    private final Cells cells;
    private final Clock clock;

    StandingAgain(CaseFiles files, Receipts receipts, Circumstances circumstances, Agreements agreements, Clock clock) {
        this.files = files;
        this.receipts = receipts;
        this.circumstances = circumstances;
        this.policies = new Policies(agreements.only());
        this.cells = new Cells(agreements.only());
        this.clock = clock;
    }

    /**
     * Whether a provided case may stand in a list that is drafted now.
     *
     * @param acknowledged the shipments of which the recipient has confirmed the receipt; any other still holds its cases
     */
    boolean isAllowed(CaseFile provided, Set<String> acknowledged) {
        return provided.enclosedIn().filter(acknowledged::contains).isPresent()
                && objections(provided).isEmpty();
    }

    /**
     * Whether a provided case still belongs in its shipment: the first one as long as it is provided and no receipt waits,
     * since that shipment may go once more.
     */
    Standing standing(CaseFile provided) {
        List<Reason> objections = provided.standsAgain() ? objections(provided) : receiptSeen(provided);
        return objections.isEmpty() ? new Standing.Belongs(provided.asOf()) : new Standing.NoLonger(objections);
    }

    private List<Reason> objections(CaseFile provided) {
        Facts now = provided.facts().orElseThrow();
        List<Reason> objections = new ArrayList<>();
        policies.judge(now, LocalDate.now(clock)).forEach(rejection -> objections.add(rejection.reason()));
        objections.addAll(receiptSeen(provided));
        if (sharesItsCard(provided)) {
            objections.add(Reason.DATA_INCOMPLETE);
        }
        if (circumstances.standFor(provided.id())) {
            objections.add(Reason.SPECIAL_CIRCUMSTANCES);
        }
        if (!isStillTrue(provided.confirmed().orElseThrow(), now)) {
            objections.add(Reason.FACTS_CHANGED);
        }
        return objections;
    }

    private List<Reason> receiptSeen(CaseFile provided) {
        return receipts.isWaiting(provided.id()) ? List.of(Reason.RECEIPT_SEEN) : List.of();
    }

    /** Its card number may be the other person's; no policy says so, since it takes both cases to see it. */
    private boolean sharesItsCard(CaseFile provided) {
        return provided.cardKey()
                .filter(card ->
                        !files.othersWithCard(card, provided.personKey()).isEmpty())
                .isPresent();
    }

    /** Every cell is what it was, whatever was in arrears still is, and nothing is doubtful that no officer has seen. */
    private boolean isStillTrue(Confirmed confirmed, Facts now) {
        Facts then = confirmed.facts();
        LocalDate today = LocalDate.now(clock);
        LocalDate thatDay = LocalDate.ofInstant(then.asOf(), clock.getZone());
        return cells.of(then.person(), confirmed.reasonText()).equals(cells.of(now.person(), confirmed.reasonText()))
                && arrears(now, today).containsAll(arrears(then, thatDay))
                && policies.warnings(then, thatDay).containsAll(policies.warnings(now, today));
    }

    private static Set<BillId> arrears(Facts facts, LocalDate day) {
        return facts.arrears(day).stream().map(Instalment::bill).collect(Collectors.toSet());
    }
}
