package jp.kakehashi.command;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import jp.kakehashi.calendar.FiscalYear;

/** Makes up payers whose arrears are old and worked on in vain: they pass every rule of screening. */
final class FictitiousPeople {

    private static final List<String> NATIONALITIES = List.of(
            "中国", "韓国", "ベトナム", "ネパール", "ミャンマー", "フィリピン", "台湾", "タイ", "インド", "米国", "フランス", "パレスチナ", "朝鮮", "無国籍");
    private static final List<String> LANGUAGES = List.of("JA", "JA", "EN", "ZH", "KO", "VI", "NE", "MY");
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
    private static final int INSTALMENTS_A_YEAR = 10;
    private static final int DAYS_TO_REMINDER = 21;

    private final Random random;
    private final LocalDate today;
    private final FictitiousNames names;
    private int sequence;

    FictitiousPeople(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
        this.names = new FictitiousNames(random);
    }

    FictitiousPayer next() {
        sequence++;
        FictitiousPayer payer = new FictitiousPayer("%010d".formatted(9_000_000_000L + sequence));
        person(payer);
        stay(payer);
        bills(payer, 24 + random.nextInt(3), 13 + random.nextInt(4));
        work(payer);
        return payer;
    }

    /** Replaces the bills by some that fell due within the last year. */
    void owesOnlyRecently(FictitiousPayer payer) {
        payer.bills.clear();
        bills(payer, 10, 2);
    }

    /** A day at most that many days ago, and at least one. */
    LocalDate daysAgo(int atMost) {
        return today.minusDays(1 + random.nextInt(atMost));
    }

    private void person(FictitiousPayer payer) {
        payer.nameRoman = names.roman(sequence);
        payer.nameKanji = names.kanji();
        if (payer.nameKanji != null && random.nextInt(40) == 0) {
            payer.nameRoman = null;
        }
        payer.alias = random.nextInt(6) == 0 ? "架空通称" : null;
        payer.sex = random.nextInt(100) == 0 ? 0 : 1 + random.nextInt(2);
        payer.nationality = names.pick(NATIONALITIES);
        int year = today.getYear() - 20 - random.nextInt(45);
        payer.birthUnknown = random.nextInt(50) == 0;
        payer.born = payer.birthUnknown
                ? year + "0000"
                : "%d%02d%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        payer.isIssued("ZZ%08dZZ".formatted(sequence), today.minusMonths(30));
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

    /** Unpaid instalments that fell due between so many months ago; the first of all may have been paid late. */
    private void bills(FictitiousPayer payer, int fromMonthsAgo, int toMonthsAgo) {
        LocalDate from = today.minusMonths(fromMonthsAgo);
        LocalDate to = today.minusMonths(toMonthsAgo);
        for (int year = FiscalYear.of(from).year(); year <= FiscalYear.of(to).year(); year++) {
            for (int instalment = 1; instalment <= INSTALMENTS_A_YEAR; instalment++) {
                LocalDate due = due(year, instalment);
                if (!due.isBefore(from) && due.isBefore(to)) {
                    int amount = 2_000 + 100 * random.nextInt(200);
                    payer.bills.add(new FictitiousBill(year, instalment, due, amount, due.plusDays(DAYS_TO_REMINDER)));
                }
            }
        }
        if (payer.bills.size() > 3 && random.nextInt(4) == 0) {
            payer.bills.get(0).isPaid(payer.bills.get(0).dueOn.plusDays(40));
        }
        if (payer.bills.size() > 3 && random.nextInt(15) == 0) {
            payer.bills.get(1).isPaidButReversed(payer.bills.get(1).dueOn.plusDays(60));
        }
    }

    /** The last day of June to March, the next Monday if that is a weekend. */
    private static LocalDate due(int fiscalYear, int instalment) {
        LocalDate last = LocalDate.of(fiscalYear, Month.JUNE, 1)
                .plusMonths(instalment - 1L)
                .with(TemporalAdjusters.lastDayOfMonth());
        int weekday = last.getDayOfWeek().getValue();
        return weekday <= 5 ? last : last.plusDays(8L - weekday);
    }

    private void work(FictitiousPayer payer) {
        String language = names.pick(LANGUAGES);
        for (int letter = 0; letter < 3 + random.nextInt(3); letter++) {
            payer.step(today.minusDays(330 - letter * 50L - random.nextInt(20)), "DEMAND_LETTER", language);
        }
        for (int call = 0; call < 1 + random.nextInt(6); call++) {
            payer.step(today.minusDays(300 - call * 30L - random.nextInt(20)), "PHONE", language);
        }
        if (random.nextInt(3) == 0) {
            payer.step(today.minusDays(150 + random.nextInt(20)), "VISIT", language);
        }
        if (random.nextInt(3) == 0) {
            LocalDate talk = today.minusDays(250 + random.nextInt(60));
            payer.step(talk, "CONSULTATION", language);
            payer.step(talk, "INSTALMENT_PLEDGE", language);
            payer.step(talk.plusDays(45), "PLEDGE_BROKEN", null);
        }
        LocalDate searched = today.minusDays(50 + random.nextInt(200));
        payer.search(searched, "DEPOSITS", "NOTHING_FOUND");
        payer.search(searched, "WAGES", "NOTHING_FOUND");
        if (random.nextInt(6) == 0) {
            LocalDate seized = today.minusDays(30 + random.nextInt(15));
            payer.steps.add(new FictitiousPayer.Step(seized, "SEIZURE", null, "DEPOSITS", "INSUFFICIENT", null));
        }
        payer.step(today.minusDays(20 + random.nextInt(8)), "FINAL_DEMAND", language);
    }
}
