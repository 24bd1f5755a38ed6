package jp.kakehashi.agreement;

import java.util.Optional;

/**
 * One kind of document: when it may be sent, how old its facts may be, how it and its mail look.
 *
 * @param period the days on which it may be sent
 * @param maximumAge how many business days old the facts may be when it is sealed
 * @param letter the words of its mail
 * @param form its sheet; the test exchange has none of its own, it tries the form of the provision
 */
public record Document(
        @Key("Days on which this kind may be sent.") Period period,

        @Key("How many business days old the facts may be when the document is sealed.")
        int maximumAge,

        @Key("The mail that carries it.") LetterText letter,

        @Key("The sheet. `provision` needs it; `test` has none, it tries the form of the provision.")
        Optional<Form> form) {

    public Document {
        new Faults().atLeast(0, "maximum-age", maximumAge).refuse();
    }
}
