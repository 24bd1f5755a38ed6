package jp.kakehashi.agreement;

/**
 * How long records are kept. There is no default: the ward decides.
 *
 * @param years full fiscal years after that of the last act
 */
public record Retention(
        @Key("Full fiscal years for which closed records are kept. No default: the ward decides.")
        int years) {

    public Retention {
        new Faults().atLeast(1, "years", years).refuse();
    }
}
