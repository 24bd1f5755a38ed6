package jp.kakehashi.shipment;

import java.util.List;
import java.util.Optional;
import jp.kakehashi.mailroom.LetterView;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.mailroom.Settlement;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The attempts at posting the bytes that are sealed now: letters with their Message-ID. */
@Component
@Profile("ward")
class Attempts {

    private final Letters letters;
    private final Outbox outbox;

    Attempts(Letters letters, Outbox outbox) {
        this.letters = letters;
        this.outbox = outbox;
    }

    List<LetterView> of(String controlNumber) {
        Optional<String> messageId = letters.messageId(controlNumber);
        return outbox.letters(controlNumber).stream()
                .filter(letter -> messageId.equals(Optional.of(letter.messageId())))
                .toList();
    }

    /**
     * The recipient has these bytes, so that they left: no attempt at them has an unknown outcome any longer.
     *
     * @param words who said so, and how
     */
    void arrived(String controlNumber, String words, Actor by) {
        of(controlNumber).forEach(letter -> outbox.settle(letter.id(), Settlement.POSTED, by, words));
    }
}
