package jp.kakehashi.release;

import java.util.List;
import java.util.stream.Collectors;

/** Whether a kind of document may go today. */
public sealed interface Passage {

    /** Nothing stands against it. */
    record Open() implements Passage {}

    /** It may go, once the 保護管理者 has decided so for the one document, knowing what stands against it. */
    record Warned(List<Obstacle> obstacles) implements Passage {}

    /** It may not go. */
    record Shut(List<Obstacle> obstacles) implements Passage {}

    /** What stands against it; empty where it is open. */
    default List<Obstacle> standing() {
        if (this instanceof Warned warned) {
            return warned.obstacles();
        }
        return this instanceof Shut shut ? shut.obstacles() : List.of();
    }

    /** What stands against it, in one Japanese text. */
    default String sentences() {
        return standing().stream().map(Obstacle::sentence).collect(Collectors.joining());
    }
}
