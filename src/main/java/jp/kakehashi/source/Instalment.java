package jp.kakehashi.source;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One instalment that is, or was, in arrears. Amounts are no part of it: nothing here needs them.
 *
 * @param bill what identifies it
 * @param dueOn 納期限
 * @param state what became of it
 * @param limitationOn 時効完成日 as the source knows it; from that day on nothing is owed (国民健康保険法第110条)
 * @param disputed whether the assessment is contested (審査請求)
 */
public record Instalment(
        BillId bill, LocalDate dueOn, InstalmentState state, Optional<LocalDate> limitationOn, boolean disputed) {

    /** Whether its due date has passed, something is still owed, and may still be claimed. */
    public boolean isInArrears(LocalDate today) {
        return state.isOpen() && dueOn.isBefore(today) && !isBarred(today);
    }

    /** Whether it can no longer be claimed, whatever the source says of it otherwise. */
    public boolean isBarred(LocalDate today) {
        boolean passed = limitationOn.filter(day -> !day.isAfter(today)).isPresent();
        return state == InstalmentState.TIME_BARRED || (state.isOpen() && passed);
    }
}
