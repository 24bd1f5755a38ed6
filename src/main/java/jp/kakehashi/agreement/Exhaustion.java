package jp.kakehashi.agreement;

import java.util.Optional;

/**
 * When collection may be called exhausted (滞納処分を十分に尽くしたといえる). What is not met keeps the person out.
 *
 * @param reminderForEach whether each instalment in arrears must have had its reminder
 * @param demands how many demands there must have been
 * @param searchWithinMonths how recent a search for property must be
 * @param seizureTried whether a seizure must have proved insufficient or impossible
 * @param whyNotSuspended whether an officer must write why execution need not be suspended where no property was found
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
        boolean seizureTried,

        @Key(
                "`required`: where a search found no property, which is by itself a ground for suspending execution, the officer confirms only with a line 執行停止を要しない理由; or `not-required`. The line is shown on the case and at the decision, and never sent. Default: required, until the ward decides [U].")
        Optional<Requirement> whyNotSuspended) {

    public Exhaustion {
        new Faults()
                .atLeast(0, "demands", demands)
                .atLeast(0, "search-within-months", searchWithinMonths)
                .refuse();
    }

    /** Whether an officer must write why execution need not be suspended where no property was found. */
    public boolean asksWhyNotSuspended() {
        return whyNotSuspended.orElse(Requirement.REQUIRED) == Requirement.REQUIRED;
    }
}
