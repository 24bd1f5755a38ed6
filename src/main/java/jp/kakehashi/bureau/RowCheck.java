package jp.kakehashi.bureau;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.DateForm;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.agreement.Mode;

/**
 * Holds received rows against the forms of the ten items. What is printed on a card is not judged, only whether it can
 * be that item at all; a text that looks like a formula is a text.
 */
final class RowCheck {

    private static final int MOST_TROUBLES = 5;
    private static final int LONGEST_REASON = 1_000;
    private static final String UNLIMITED = "無期限";
    private static final Map<Item, Predicate<String>> FORMS = Map.of(
            Item.SEX,
            form("男|女|"),
            Item.NATIONALITY_REGION,
            cell -> !cell.isBlank(),
            Item.RESIDENCE_CARD_NUMBER,
            form("[A-Z]{2}[0-9]{8}[A-Z]{2}"),
            Item.STATUS_OF_RESIDENCE,
            cell -> !cell.isBlank(),
            Item.PERIOD_OF_STAY,
            form(UNLIMITED + "|(?=.)([0-9]{1,2}年)?([0-9]{1,2}月)?([0-9]{1,3}日)?|"),
            Item.EXHAUSTION_REASON,
            cell -> !cell.isBlank() && cell.length() <= LONGEST_REASON);
    private static final Pattern FICTITIOUS = Pattern.compile("ZZ[0-9]{8}ZZ");

    private final List<Item> columns;
    private final Map<Item, Predicate<String>> dates;
    private final boolean fictitious;

    RowCheck(Agreement agreement, DocumentKind kind) {
        this.columns = agreement.columns();
        DateForm expiry = agreement.datesOf(Item.STAY_EXPIRES_ON);
        this.dates = Map.of(
                Item.BIRTH_DATE,
                agreement.datesOf(Item.BIRTH_DATE)::fits,
                Item.STAY_EXPIRES_ON,
                cell -> cell.isEmpty() || cell.equals(UNLIMITED) || expiry.fits(cell));
        this.fictitious = agreement.mode() == Mode.TRAINING || kind == DocumentKind.TEST;
    }

    /** The first few places that are not as agreed, such as 「3番 在留カード番号」; never a value. */
    List<String> troubles(List<List<String>> rows) {
        List<String> troubles = new ArrayList<>();
        Set<String> cards = new HashSet<>();
        if (rows.isEmpty()) {
            troubles.add("0件");
        }
        for (int i = 0; i < rows.size() && troubles.size() < MOST_TROUBLES; i++) {
            check(i + 1, rows.get(i), cards, troubles);
        }
        return troubles.stream().limit(MOST_TROUBLES).toList();
    }

    private void check(int number, List<String> row, Set<String> cards, List<String> troubles) {
        if (of(Item.NAME_ROMAN, row).isBlank() && of(Item.NAME_KANJI, row).isBlank()) {
            troubles.add(number + "番 氏名");
        }
        columns.stream()
                .filter(item -> !formOf(item).test(of(item, row)))
                .forEach(item -> troubles.add(number + "番 " + item.label()));
        String card = of(Item.RESIDENCE_CARD_NUMBER, row);
        if (!cards.add(card)) {
            troubles.add(number + "番 " + Item.RESIDENCE_CARD_NUMBER.label() + "の重複");
        }
        if (FICTITIOUS.matcher(card).matches() != fictitious) {
            troubles.add(number + "番 " + (fictitious ? "研修用でない番号" : "研修用の番号"));
        }
    }

    private Predicate<String> formOf(Item item) {
        return dates.getOrDefault(item, FORMS.getOrDefault(item, cell -> true));
    }

    private String of(Item item, List<String> row) {
        return row.get(columns.indexOf(item));
    }

    private static Predicate<String> form(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
