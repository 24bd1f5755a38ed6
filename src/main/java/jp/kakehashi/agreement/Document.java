package jp.kakehashi.agreement;

/**
 * One kind of document: when it may be sent, how old its facts may be, and its mail.
 *
 * @param period the days on which it may be sent
 * @param maximumAge how many business days old the facts may be when it is sealed
 * @param letter the words of its mail
 */
public record Document(
        @Key("Days on which this kind may be sent.") Period period,

        @Key("How many business days old the facts may be when the document is sealed.")
        int maximumAge,

        @Key("The mail that carries it.") LetterText letter) {

    public Document {
        new Faults().atLeast(0, "maximum-age", maximumAge).refuse();
    }
}
