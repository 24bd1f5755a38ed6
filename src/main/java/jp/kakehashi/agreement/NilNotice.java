package jp.kakehashi.agreement;

/**
 * What the agreement says of the nil notice (該当なし通知), the plain mail of a month without anyone to provide.
 *
 * @param period the days on which it may be sent
 * @param letter the words of the mail, which are all of it
 */
public record NilNotice(
        @Key("Days on which it may be sent.") Period period,

        @Key("The mail itself; its body must hold {date}, the day on which nobody was to be provided.")
        LetterText letter) {

    /** Nobody stands in it: there are no facts that could be too old. */
    private static final int NO_AGE = 0;

    public NilNotice {
        new Faults()
                .unless(
                        letter.namesDate(),
                        "letter.body",
                        "{date} が必要です（いつの時点で該当がないかを示します）",
                        "must hold {date}: as of which day there is nobody")
                .refuse();
    }

    /** The same, as the settings of one kind of document. */
    Document document() {
        return new Document(period, NO_AGE, letter);
    }
}
