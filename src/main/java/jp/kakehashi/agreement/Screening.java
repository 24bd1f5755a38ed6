package jp.kakehashi.agreement;

/**
 * The settable rules of who may be provided. The other rules (Japanese nationals, special permanent residents, no card
 * number, incomplete data, protected, deceased, departed, moved out, naturalised persons) cannot be switched off.
 *
 * @param excludePermanentResidents whether permanent residents stay out
 * @param minimumMonthsOverdue how long the oldest instalment must be overdue
 * @param recentPaymentDays a payment within so many days, or one not posted yet, keeps the person out
 */
public record Screening(
        @Key("Whether permanent residents stay out.") boolean excludePermanentResidents,

        @Key("Whole months by which the oldest instalment must be overdue; 0 switches the rule off.")
        int minimumMonthsOverdue,

        @Key("A payment within so many calendar days keeps the person out: postings come late.")
        int recentPaymentDays) {

    public Screening {
        new Faults()
                .atLeast(0, "minimum-months-overdue", minimumMonthsOverdue)
                .atLeast(1, "recent-payment-days", recentPaymentDays)
                .refuse();
    }
}
