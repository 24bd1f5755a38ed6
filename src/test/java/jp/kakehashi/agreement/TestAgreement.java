package jp.kakehashi.agreement;

import java.nio.file.Path;

/** The shipped agreement, for tests of every package. */
public final class TestAgreement {

    private TestAgreement() {}

    /** The training agreement as it is shipped. */
    public static Agreement demo() {
        return agreements().only();
    }

    /** The bean that holds it alone. */
    public static Agreements agreements() {
        return Agreements.load(Path.of("config/agreements"));
    }
}
