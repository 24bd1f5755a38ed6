package jp.kakehashi.casefile;

import java.time.LocalDate;
import java.util.List;
import jp.kakehashi.source.Facts;

/** One small rule of screening. */
interface Policy {

    /**
     * Judges a person by the facts.
     *
     * @return why not; empty if this rule has nothing against it
     */
    List<Rejection> judge(Facts facts, LocalDate today);
}
