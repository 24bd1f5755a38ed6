package jp.kakehashi.agreement;

import java.util.Optional;

/**
 * One column of a form.
 *
 * @param item which approved item stands in it
 * @param heading the receiver's word for it
 * @param width in characters
 * @param wrap whether long text is broken into lines
 * @param dates how dates are written, where the item is a date
 */
public record FormColumn(
        @Key("The approved item in this column.") Item item,
        @Key("The heading, in the receiver's words.") String heading,
        @Key("Width in characters.") int width,
        @Key("Whether long text is broken into lines.") boolean wrap,

        @Key(
                "How dates are written: `kanji` (1990年01月05日), `slashes`, `hyphens` or `digits`. Only for the two items that are dates. Default: `kanji`.")
        Optional<DateForm> dates) {

    public FormColumn {
        new Faults()
                .unless(
                        width >= 3 && width <= 100,
                        "width",
                        "3から100までの整数が必要です",
                        "expected a whole number from 3 to 100, found " + width)
                .unless(
                        dates.isEmpty() || item.isDate(),
                        "dates",
                        "日付の項目（生年月日・在留期限）だけに使えます",
                        "only the items that are dates have a form of dates")
                .refuse();
    }
}
