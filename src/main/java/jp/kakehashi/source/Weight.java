package jp.kakehashi.source;

import jp.kakehashi.agreement.SourceRules;

/**
 * What taking all findings of one reading would come to.
 *
 * @param findings how many there are
 * @param provisions cases that are provided now
 * @param ending of these, those that would end
 * @param known people known from earlier readings; 0 where the reading does not cover everyone
 * @param vanished of these, those who were not there any more
 */
public record Weight(int findings, int provisions, int ending, int known, int vanished) {

    private static final int WHOLE = 100;

    /**
     * Whether this is a mass change, as a failed batch makes one.
     *
     * @param released what a person let pass already: only what goes beyond it counts
     */
    public boolean isTooMuch(SourceRules rules, Weight released) {
        int ends = ending - released.ending;
        int gone = vanished - released.vanished;
        boolean manyEnd = ends >= rules.atLeast() && (long) ends * WHOLE > (long) provisions * rules.endingPercent();
        boolean manyGone = gone >= rules.atLeast() && (long) gone * WHOLE >= (long) known * rules.shrinkingPercent();
        return manyEnd || manyGone;
    }

    /** A weight that lets nothing pass. */
    public static Weight none() {
        return new Weight(0, 0, 0, 0, 0);
    }
}
