package jp.kakehashi.agreement;

/**
 * When collection may be called exhausted (滞納処分を十分に尽くしたといえる). What is not met keeps the person out.
 *
 * @param reminderForEach whether each instalment in arrears must have had its reminder
 * @param demands how many demands there must have been
 * @param searchWithinMonths how recent a search for property must be
 * @param seizureTried whether a seizure must have proved insufficient or impossible
 */
public record Exhaustion(
        @Key("Whether each instalment in arrears must have had its reminder (督促状).")
        boolean reminderForEach,

        @Key(
                "Demands (催告: letter, telephone, SMS, visit) since the oldest due date, at least; 0 switches the rule off.")
        int demands,

        @Key("A search for property (財産調査) must lie within so many months; 0 switches the rule off.")
        int searchWithinMonths,

        @Key(
                "Whether a seizure must have proved insufficient or impossible. A search that found nothing to seize counts too.")
        boolean seizureTried) {

    public Exhaustion {
        new Faults()
                .atLeast(0, "demands", demands)
                .atLeast(0, "search-within-months", searchWithinMonths)
                .refuse();
    }
}
