package jp.kakehashi.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the outer zip is encrypted.
 *
 * @param method how a parcel is encrypted at first: aes-256, or zipcrypto by a recorded decision
 * @param other the other agreed method, for a parcel that the recipient cannot open; none where there is only one
 * @param decision who decided for zipcrypto and when, after a test exchange
 */
public record ZipRules(
        @Key("`aes-256`, or `zipcrypto` by a recorded decision after a test exchange.")
        ZipMethod method,

        @Key(
                "The other agreed method: what the recipient cannot open is sealed afresh by it, once its own test exchange is confirmed. Default: none; then by the same method.")
        Optional<ZipMethod> other,

        @Key("The recorded decision; required where `zipcrypto` is agreed. Default: none.")
        Optional<Signature> decision) {

    public ZipRules {
        new Faults()
                .unless(
                        other.filter(method::equals).isEmpty(),
                        "other",
                        "method と違う方式が必要です",
                        "expected another method than `method`")
                .unless(
                        decision.isPresent()
                                || (method != ZipMethod.ZIPCRYPTO
                                        && other.filter(ZipMethod.ZIPCRYPTO::equals)
                                                .isEmpty()),
                        "decision",
                        "zipcrypto には決定の記録（on, by）が必要です",
                        "zipcrypto needs a recorded decision (on, by)")
                .refuse();
    }

    /** The agreed methods, the first one first. */
    public List<ZipMethod> methods() {
        List<ZipMethod> methods = new ArrayList<>(List.of(method));
        other.ifPresent(methods::add);
        return List.copyOf(methods);
    }

    /** Whether a parcel may be encrypted so. */
    public boolean agrees(ZipMethod asked) {
        return methods().contains(asked);
    }

    /**
     * How a parcel is sealed afresh that could not be opened: by the other agreed method, or the same where there is none.
     *
     * @param tried how it was sealed
     */
    public ZipMethod after(ZipMethod tried) {
        return methods().stream().filter(agreed -> agreed != tried).findFirst().orElse(method);
    }
}
