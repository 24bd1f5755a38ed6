package jp.kakehashi.mailroom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The routes of this program as they run; known by whoever runs them. */
public interface Routes {

    /** Every route, in the order of their ids. */
    List<Running> all();

    /**
     * A route.
     *
     * @param id its id, for example {@code shared-30-post}
     * @param group the work it belongs to, in Japanese
     * @param description what it does
     * @param byItself whether it begins by itself; one that others call cannot stand still alone
     * @param runs whether it runs on this node now
     * @param failedPolls how often in a row it could not fetch what it collects
     * @param failure its last failure since the program started
     */
    record Running(
            String id,
            String group,
            String description,
            boolean byItself,
            boolean runs,
            long failedPolls,
            Optional<Failure> failure) {}

    /**
     * A failure.
     *
     * @param kind the class of what went wrong; never its message, which may quote a value
     * @param at when
     */
    record Failure(String kind, Instant at) {}
}
