package jp.kakehashi.source;

import java.time.LocalDate;

/**
 * One instalment that is, or was, in arrears. Amounts are no part of it: nothing here needs them.
 *
 * @param bill what identifies it
 * @param dueOn 納期限
 * @param state what became of it
 */
public record Instalment(BillId bill, LocalDate dueOn, InstalmentState state) {

    /** Whether its due date has passed and something is still owed. */
    public boolean isInArrears(LocalDate today) {
        return state.isOpen() && dueOn.isBefore(today);
    }
}
