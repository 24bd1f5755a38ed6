package jp.kakehashi.agreement;

/**
 * The settable rules of who may be provided. The other rules (payers who are not foreign, special permanent residents, no
 * card of one's own, incomplete data, a head of household who is not insured or has changed, assessments in dispute,
 * pledges being kept, returned reminders, limitation, protected persons, special circumstances, deceased, departed, moved
 * out, naturalised persons) cannot be switched off.
 *
 * @param excludePermanentResidents whether permanent residents stay out
 * @param minimumMonthsOverdue how long the oldest instalment must be overdue
 * @param recentPaymentDays a payment within so many days, or one not posted yet, keeps the person out
 * @param partialPaymentMonths a payment in part within so many months keeps the person out
 * @param consultationDays a consultation on payment within so many days keeps the person out
 * @param executionSuspended what becomes of a person whose collection is suspended
 * @param deferred what becomes of a person whose collection is deferred
 * @param exhausted when collection may be called exhausted
 */
public record Screening(
        @Key("Whether permanent residents stay out.") boolean excludePermanentResidents,

        @Key("Whole months by which the oldest instalment must be overdue; 0 switches the rule off.")
        int minimumMonthsOverdue,

        @Key("A payment within so many calendar days keeps the person out: postings come late.")
        int recentPaymentDays,

        @Key("An instalment paid in part within so many months keeps the person out; 0 switches the rule off.")
        int partialPaymentMonths,

        @Key(
                "A consultation on payment (納付相談) within so many calendar days keeps the person out; 0 switches the rule off.")
        int consultationDays,

        @Key(
                "Execution suspended (執行停止): `hold` keeps the person out for now, `withdraw` also takes back who was provided.")
        Treatment executionSuspended,

        @Key("Collection deferred (徴収猶予・換価猶予): `hold` or `withdraw`, as above.")
        Treatment deferred,

        @Key("When collection may be called exhausted; what is not met keeps the person out.")
        Exhaustion exhausted) {

    public Screening {
        new Faults()
                .atLeast(0, "minimum-months-overdue", minimumMonthsOverdue)
                .atLeast(1, "recent-payment-days", recentPaymentDays)
                .atLeast(0, "partial-payment-months", partialPaymentMonths)
                .atLeast(0, "consultation-days", consultationDays)
                .refuse();
    }
}
