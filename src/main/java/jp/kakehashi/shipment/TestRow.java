package jp.kakehashi.shipment;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.casefile.Row;
import jp.kakehashi.register.Sha256;

/** The one row of a test exchange: a person who does not exist, in the agreed form, with a card number that no card bears. */
final class TestRow {

    /** Where the row of a shipment names its case and its person. */
    private static final UUID NO_CASE = new UUID(0, 0);

    private static final String NOBODY = "0".repeat(64);
    private static final LocalDate BORN = LocalDate.of(1990, 1, 5);
    private static final LocalDate EXPIRES = LocalDate.of(2099, 12, 31);

    private TestRow() {}

    static Row of(Agreement agreement) {
        Map<Item, String> cells = new EnumMap<>(Map.of(
                Item.NAME_ROMAN, "SHIKEN KAKU",
                Item.NAME_KANJI, "試験　架空",
                Item.SEX, "男",
                Item.BIRTH_DATE, date(agreement, Item.BIRTH_DATE, BORN),
                Item.NATIONALITY_REGION, "（架空）",
                Item.RESIDENCE_CARD_NUMBER, "ZZ00000000ZZ",
                Item.STATUS_OF_RESIDENCE, "（架空）",
                Item.PERIOD_OF_STAY, "1年3月",
                Item.STAY_EXPIRES_ON, date(agreement, Item.STAY_EXPIRES_ON, EXPIRES),
                Item.EXHAUSTION_REASON, "送受信試験のための架空の1件である。実在の人についての情報ではない。"));
        return new Row(NO_CASE, NOBODY, "", cells, Sha256.hex(cells.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String date(Agreement agreement, Item item, LocalDate day) {
        return agreement.datesOf(item).of(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
