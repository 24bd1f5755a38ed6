package jp.kakehashi.agreement;

/**
 * One column of a form.
 *
 * @param item which approved item stands in it
 * @param heading the receiver's word for it
 * @param width in characters
 * @param wrap whether long text is broken into lines
 */
public record FormColumn(
        @Key("The approved item in this column.") Item item,
        @Key("The heading, in the receiver's words.") String heading,
        @Key("Width in characters.") int width,
        @Key("Whether long text is broken into lines.") boolean wrap) {

    public FormColumn {
        new Faults()
                .unless(
                        width >= 3 && width <= 100,
                        "width",
                        "3から100までの整数が必要です",
                        "expected a whole number from 3 to 100, found " + width)
                .refuse();
    }
}
