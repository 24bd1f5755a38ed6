package jp.kakehashi.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A decision, written into a log or an exception. */
class DecisionTest {

    @Test
    void itsTextLeavesOutTheDeputysWords() {
        Decision decision = Decision.ofDeputy(
                "R8-001", "", Instant.EPOCH, new Official("standin", "係長", "架空 七郎"), Optional.empty(), "架空の出張");

        assertThat(decision).hasToString("Decision[R8-001, DEPUTY]");
    }
}
