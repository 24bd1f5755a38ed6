package jp.kakehashi.mailroom;

import java.util.Optional;
import java.util.UUID;

/**
 * How the sorting of one mail ends.
 *
 * @param state where the mail stands after it
 * @param reason why it is held, or as what it is ignored; a code
 * @param letter the letter it told something about
 */
record Verdict(MailState state, Optional<String> reason, Optional<UUID> letter) {

    static Verdict about(UUID letter) {
        return new Verdict(MailState.HANDLED, Optional.empty(), Optional.of(letter));
    }

    static Verdict ignored(String kind) {
        return new Verdict(MailState.IGNORED, Optional.of(kind), Optional.empty());
    }

    static Verdict held(String reason) {
        return new Verdict(MailState.HELD, Optional.of(reason), Optional.empty());
    }

    static Verdict of(MailState state) {
        return new Verdict(state, Optional.empty(), Optional.empty());
    }
}
