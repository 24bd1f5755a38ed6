package jp.kakehashi.agreement;

/**
 * How many persons may be provided in a fiscal year, cumulative.
 *
 * @param expected as told to the privacy board
 * @param warn from here on every page warns
 * @param stop from here on only with a reference recorded by the 保護管理者
 */
public record Persons(
        @Key("Persons per fiscal year as told to the privacy board.")
        int expected,

        @Key("From here on the pages warn.") int warn,

        @Key("Above it only with a reference that the 保護管理者 records.")
        int stop) {

    public Persons {
        new Faults()
                .atLeast(1, "expected", expected)
                .unless(
                        expected <= warn,
                        "warn",
                        "expected（%d）以上が必要です（現在 %d）".formatted(expected, warn),
                        "must not be below expected (%d), found %d".formatted(expected, warn))
                .unless(
                        warn <= stop,
                        "stop",
                        "warn（%d）以上が必要です（現在 %d）".formatted(warn, stop),
                        "must not be below warn (%d), found %d".formatted(warn, stop))
                .refuse();
    }
}
