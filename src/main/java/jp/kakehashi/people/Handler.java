package jp.kakehashi.people;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of the list of handlers (取扱者指定簿).
 *
 * @param account the account
 * @param name the person's name
 * @param appointment post, role and validity
 * @param designation the chief's designation; none yet where empty
 */
public record Handler(String account, String name, Appointment appointment, Optional<Designation> designation) {

    /**
     * Who designated a handler, and when.
     *
     * @param by the 保護管理者's name
     * @param on the day
     */
    public record Designation(String by, LocalDate on) {}

    /** Leaves the names out. */
    @Override
    public String toString() {
        return "Handler[" + account + ", " + appointment + "]";
    }
}
