package jp.kakehashi.register;

import java.io.IOException;

/** What is read is no file of the chain, or none that can be read within bounds. */
final class FlawException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Verdict.Flaw why;

    FlawException(Verdict.Flaw why) {
        super(why.sentence());
        this.why = why;
    }

    Verdict.Flaw why() {
        return why;
    }
}
