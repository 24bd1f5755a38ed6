package jp.kakehashi.command;

import java.time.LocalDate;
import java.util.Optional;

/** One instalment of a fictitious payer, and what was paid on it. */
final class FictitiousBill {

    static final int NORMAL = 0;
    static final int CANCELLED = 1;
    static final int WRITTEN_OFF = 3;
    static final int DEFERRED = 4;
    static final int SUSPENDED = 5;

    final int fiscalYear;
    final int instalment;
    final LocalDate dueOn;
    final int amount;
    private LocalDate remindedOn;
    private int condition = NORMAL;
    private LocalDate barredOn;
    private boolean disputed;
    private Receipt receipt;

    /** What the city received: the day at the counter, the day it was posted (null until then). */
    record Receipt(LocalDate receivedOn, LocalDate postedOn, int amount, boolean provisional, LocalDate reversedOn) {}

    /** A bill; {@code remindedOn} is null where it was paid in time. */
    FictitiousBill(int fiscalYear, int instalment, LocalDate dueOn, int amount, LocalDate remindedOn) {
        this.fiscalYear = fiscalYear;
        this.instalment = instalment;
        this.dueOn = dueOn;
        this.amount = amount;
        this.remindedOn = remindedOn;
        isInterrupted(remindedOn == null ? dueOn : remindedOn);
    }

    void isPaid(LocalDate on) {
        receipt = new Receipt(on, on.plusDays(10), amount, false, null);
    }

    void isPaidInPart(LocalDate on) {
        receipt = new Receipt(on, on.plusDays(1), amount / 3, false, null);
    }

    /** At the counter, not yet posted: the instalment still looks unpaid. */
    void isPaidButUnposted(LocalDate on) {
        receipt = new Receipt(on, null, amount, true, null);
    }

    void isPaidButReversed(LocalDate on) {
        receipt = new Receipt(on, on.plusDays(5), amount, true, on.plusDays(9));
    }

    /** Paid when it was due, and posted. */
    void isPaidInTime() {
        receipt = new Receipt(dueOn, dueOn.plusDays(7), amount, false, null);
        remindedOn = null;
    }

    void wasNotReminded() {
        remindedOn = null;
    }

    boolean fellInArrears() {
        return receipt == null || receipt.receivedOn().isAfter(dueOn);
    }

    LocalDate remindedOn() {
        return remindedOn;
    }

    void isIn(int otherCondition) {
        condition = otherCondition;
    }

    void isDisputed(boolean now) {
        disputed = now;
    }

    /** Something interrupted the limitation on that day: it begins anew. */
    void isInterrupted(LocalDate on) {
        barredOn = on.plusYears(2).plusDays(1);
    }

    LocalDate barredOn() {
        return barredOn;
    }

    boolean isDisputed() {
        return disputed;
    }

    int condition() {
        return condition;
    }

    int paid() {
        boolean counts = receipt != null && receipt.postedOn() != null && receipt.reversedOn() == null;
        return counts ? receipt.amount() : 0;
    }

    Optional<Receipt> receipt() {
        return Optional.ofNullable(receipt);
    }
}
