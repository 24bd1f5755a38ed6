package jp.kakehashi.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Makes up payers whose arrears are old and worked on in vain: they pass every rule of screening. */
final class FictitiousPeople {

    private static final List<String> NATIONALITIES = List.of(
            "中国", "韓国", "ベトナム", "ネパール", "ミャンマー", "フィリピン", "台湾", "タイ", "インド", "米国", "フランス", "パレスチナ", "朝鮮", "無国籍");
    private static final List<List<String>> STATUSES = List.of(
            List.of("留学", "1年3月"),
            List.of("留学", "２年"),
            List.of("留学", "6か月"),
            List.of("技術・人文知識・国際業務", "3年"),
            List.of("技術・人文知識・国際業務", "1年"),
            List.of("家族滞在", "2年"),
            List.of("経営・管理", "1年"),
            List.of("特定技能1号", "1年"),
            List.of("特定活動", "6月"),
            List.of("日本人の配偶者等", "3年"),
            List.of("永住者の配偶者等", "1年"),
            List.of("定住者", "5年"),
            List.of("技能", "3年"));
    /** Whole dates of birth that nobody knows, those of which nobody knows the month, and the day. */
    private static final List<String> UNKNOWN = List.of("00000000", "%d0000", "%d0000", "%d0400");

    private final Random random;
    private final LocalDate today;
    private final FictitiousNames names;
    private final FictitiousCollection collection;
    private int sequence;

    FictitiousPeople(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
        this.names = new FictitiousNames(random);
        this.collection = new FictitiousCollection(random, today);
    }

    FictitiousPayer next() {
        FictitiousPayer payer = person();
        collection.owesForLong(payer);
        collection.isWorkedOn(payer);
        return payer;
    }

    /** Somebody who pays in time; most of them are Japanese. */
    FictitiousPayer nextInGoodStanding() {
        FictitiousPayer payer = person();
        if (random.nextInt(8) != 0) {
            payer.becomesJapanese();
        }
        collection.paysInTime(payer);
        return payer;
    }

    /** Replaces the bills by some that fell due within the last year. */
    void owesOnlyRecently(FictitiousPayer payer) {
        payer.bills.clear();
        collection.owesOnlyRecently(payer);
    }

    /** A day at most that many days ago, and at least one. */
    LocalDate daysAgo(int atMost) {
        return today.minusDays(1 + random.nextInt(atMost));
    }

    private FictitiousPayer person() {
        sequence++;
        FictitiousPayer payer = new FictitiousPayer("%010d".formatted(9_000_000_000L + sequence));
        name(payer);
        payer.sex = random.nextInt(100) == 0 ? 0 : 1 + random.nextInt(2);
        payer.nationality = names.pick(NATIONALITIES);
        birth(payer);
        cards(payer);
        stay(payer);
        return payer;
    }

    private void name(FictitiousPayer payer) {
        payer.nameRoman = names.roman(sequence);
        payer.nameKanji = names.kanji();
        if (payer.nameKanji != null && random.nextInt(40) == 0) {
            payer.nameRoman = null;
        }
        payer.alias = random.nextInt(6) == 0 ? "架空通称" : null;
    }

    private void birth(FictitiousPayer payer) {
        int year = today.getYear() - 20 - random.nextInt(45);
        payer.birthUnknown = random.nextInt(50) == 0;
        payer.born = payer.birthUnknown
                ? names.pick(UNKNOWN).formatted(year)
                : "%d%02d%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    /** One card, or as many as were issued: with a new number each time. */
    private void cards(FictitiousPayer payer) {
        int issued = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1;
        for (int card = issued; card > 0; card--) {
            String letters = card == 1 ? "ZZ%08dZZ" : "ZZ9" + card + "%06dZZ";
            payer.isIssued(
                    letters.formatted(card == 1 ? sequence : sequence % 1_000_000), today.minusMonths(8L + 12L * card));
        }
    }

    private void stay(FictitiousPayer payer) {
        if (random.nextInt(60) == 0) {
            payer.hasStatus("高度専門職2号", "無期限", null);
            return;
        }
        List<String> status = names.pick(STATUSES);
        boolean grace = random.nextInt(30) == 0;
        LocalDate expiry = grace ? daysAgo(50) : today.plusDays(10L + random.nextInt(1200));
        payer.hasStatus(status.get(0), status.get(1), expiry);
    }
}
