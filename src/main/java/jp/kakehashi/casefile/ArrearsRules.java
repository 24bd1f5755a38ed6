package jp.kakehashi.casefile;

import static jp.kakehashi.casefile.Reason.ASSESSMENT_UNDER_DISPUTE;
import static jp.kakehashi.casefile.Reason.DEFERRED;
import static jp.kakehashi.casefile.Reason.EXECUTION_SUSPENDED;
import static jp.kakehashi.casefile.Reason.NO_ARREARS;
import static jp.kakehashi.casefile.Reason.PARTIAL_PAYMENT;
import static jp.kakehashi.casefile.Reason.RECENT_PAYMENT_OR_UNPOSTED;
import static jp.kakehashi.casefile.Reason.TIME_BARRED;
import static jp.kakehashi.casefile.Reason.UNDER_ONE_YEAR_OVERDUE;

import java.time.LocalDate;
import java.util.List;
import jp.kakehashi.agreement.Screening;
import jp.kakehashi.source.Facts;
import jp.kakehashi.source.Instalment;
import jp.kakehashi.source.InstalmentState;
import jp.kakehashi.source.Payment;

/** What is owed: whether, for how long, whether it may be claimed now, and what was paid on it. */
final class ArrearsRules {

    private final Screening settings;

    ArrearsRules(Screening settings) {
        this.settings = settings;
    }

    List<Policy> all() {
        return List.of(
                ArrearsRules::nothingOwed,
                this::underOneYearOverdue,
                (facts, today) -> Rejection.when(
                        facts.arrears(today).stream().anyMatch(Instalment::disputed), ASSESSMENT_UNDER_DISPUTE),
                (facts, today) -> Rejection.when(
                        isAny(facts, today, InstalmentState.SUSPENDED)
                                || CollectionWork.on(facts, today).isSuspended(),
                        EXECUTION_SUSPENDED),
                (facts, today) -> Rejection.when(isAny(facts, today, InstalmentState.DEFERRED), DEFERRED),
                this::recentPaymentOrUnposted,
                this::partialPayment);
    }

    /** What ended by limitation was not paid. */
    private static List<Rejection> nothingOwed(Facts facts, LocalDate today) {
        boolean barred = facts.instalments().stream().anyMatch(instalment -> instalment.isBarred(today));
        return Rejection.when(facts.settled(today), barred ? TIME_BARRED : NO_ARREARS);
    }

    private List<Rejection> underOneYearOverdue(Facts facts, LocalDate today) {
        LocalDate latest = today.minusMonths(settings.minimumMonthsOverdue());
        List<Instalment> arrears = facts.arrears(today);
        return Rejection.when(
                !arrears.isEmpty()
                        && arrears.stream()
                                .noneMatch(instalment -> !instalment.dueOn().isAfter(latest)),
                UNDER_ONE_YEAR_OVERDUE);
    }

    private List<Rejection> recentPaymentOrUnposted(Facts facts, LocalDate today) {
        LocalDate recent = today.minusDays(settings.recentPaymentDays());
        return Rejection.when(
                facts.payments().stream()
                        .filter(payment -> !payment.isReversed())
                        .anyMatch(payment ->
                                payment.isUnposted() || !payment.receivedOn().isBefore(recent)),
                RECENT_PAYMENT_OR_UNPOSTED);
    }

    /** The last part paid counts; where no receipt tells when it was, it may have been yesterday. */
    private List<Rejection> partialPayment(Facts facts, LocalDate today) {
        LocalDate latest = today.minusMonths(settings.partialPaymentMonths());
        return Rejection.when(
                settings.partialPaymentMonths() > 0
                        && facts.arrears(today).stream()
                                .filter(instalment -> instalment.state() == InstalmentState.PARTLY_PAID)
                                .anyMatch(instalment -> !paidOnlyBefore(latest, instalment, facts)),
                PARTIAL_PAYMENT);
    }

    private static boolean paidOnlyBefore(LocalDate day, Instalment instalment, Facts facts) {
        List<Payment> parts = facts.payments().stream()
                .filter(payment -> payment.bill().equals(instalment.bill()) && !payment.isReversed())
                .toList();
        return !parts.isEmpty()
                && parts.stream().allMatch(payment -> payment.receivedOn().isBefore(day));
    }

    private static boolean isAny(Facts facts, LocalDate today, InstalmentState state) {
        return facts.arrears(today).stream().anyMatch(instalment -> instalment.state() == state);
    }
}
