package jp.kakehashi.people;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A post and the role that goes with it, between two dates.
 *
 * @param post the post's name, e.g. {@code 滞納対策課 主事}
 * @param role the role
 * @param from the first day
 * @param until the last day
 */
public record Appointment(String post, Role role, LocalDate from, LocalDate until) {

    /**
     * Checks the dates.
     *
     * @throws IllegalArgumentException if the post is blank, or the last day is before the first
     */
    public Appointment {
        requireNonNull(role);
        if (post.isBlank()) {
            throw new IllegalArgumentException("役職名がありません / a post has a name");
        }
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "終了日 " + until + " が開始日 " + from + " より前です / the last day is before the first");
        }
    }

    /** Whether it is valid on that day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
