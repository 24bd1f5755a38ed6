package jp.kakehashi.agreement;

import java.util.Optional;

/**
 * How the outer zip is encrypted.
 *
 * @param method aes-256, or zipcrypto by a recorded decision
 * @param decision who decided for zipcrypto and when, after a test exchange
 */
public record ZipRules(
        @Key("`aes-256`, or `zipcrypto` by a recorded decision after a test exchange.")
        ZipMethod method,

        @Key("The recorded decision; required for `zipcrypto`. Default: none.")
        Optional<Signature> decision) {

    public ZipRules {
        new Faults()
                .unless(
                        method == ZipMethod.AES_256 || decision.isPresent(),
                        "decision",
                        "zipcrypto には決定の記録（on, by）が必要です",
                        "zipcrypto needs a recorded decision (on, by)")
                .refuse();
    }
}
