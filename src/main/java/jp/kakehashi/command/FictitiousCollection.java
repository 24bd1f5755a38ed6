package jp.kakehashi.command;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import jp.kakehashi.calendar.FiscalYear;

/** What fictitious payers owe, and what the city did about it. */
final class FictitiousCollection {

    private static final List<String> LANGUAGES = List.of("JA", "JA", "EN", "ZH", "KO", "VI", "NE", "MY");
    private static final int INSTALMENTS_A_YEAR = 10;
    private static final int DAYS_TO_REMINDER = 21;

    private final Random random;
    private final LocalDate today;

    FictitiousCollection(Random random, LocalDate today) {
        this.random = random;
        this.today = today;
    }

    /** Arrears of more than a year; the oldest may be past limitation, the first of all may have been paid late. */
    void owesForLong(FictitiousPayer payer) {
        bills(payer, 24 + random.nextInt(3), 13 + random.nextInt(4));
        if (once(4)) {
            payer.bills.get(0).isPaid(payer.bills.get(0).dueOn.plusDays(40));
        }
        if (once(15)) {
            payer.bills.get(1).isPaidButReversed(payer.bills.get(1).dueOn.plusDays(60));
        }
        if (once(30)) {
            LocalDate paid = payer.bills.get(2).dueOn.plusDays(30);
            payer.bills.get(2).isPaidInPart(paid);
            payer.bills.get(2).isInterrupted(paid);
        }
    }

    void owesOnlyRecently(FictitiousPayer payer) {
        bills(payer, 10, 2);
    }

    /** The last fiscal year: at once in June (全期前納), or in ten instalments. */
    void paysInTime(FictitiousPayer payer) {
        int year = FiscalYear.of(today).year() - 1;
        int instalments = once(5) ? INSTALMENTS_A_YEAR : 1;
        for (int instalment = 1; instalment <= instalments; instalment++) {
            FictitiousBill bill = new FictitiousBill(year, instalment, due(year, instalment), amount(), null);
            bill.isPaidInTime();
            payer.bills.add(bill);
        }
    }

    /** Reminded, asked again and again, searched in vain. */
    void isWorkedOn(FictitiousPayer payer) {
        String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        isAsked(payer, language);
        if (once(3)) {
            breaksAPledge(payer, language);
        }
        if (once(40)) {
            payer.step(today.minusDays(280), "REMINDER_RETURNED", null);
            payer.step(today.minusDays(265), "PUBLIC_NOTICE", null);
        }
        if (once(50)) {
            payer.step(today.minusDays(240), "SUSPENSION", null);
            payer.step(today.minusDays(120), "SUSPENSION_CANCELLED", null);
        }
        isSearched(payer);
        payer.step(today.minusDays(20 + random.nextInt(8)), "FINAL_DEMAND", language);
    }

    private void isAsked(FictitiousPayer payer, String language) {
        int letters = 3 + random.nextInt(3);
        for (int letter = 0; letter < letters; letter++) {
            payer.step(today.minusDays(330 - letter * 50L - random.nextInt(20)), "DEMAND_LETTER", language);
        }
        int calls = 1 + random.nextInt(6);
        for (int call = 0; call < calls; call++) {
            payer.step(today.minusDays(300 - call * 30L - random.nextInt(20)), "PHONE", language);
        }
        if (once(8)) {
            payer.step(today.minusDays(130), "SMS", language);
        }
        if (once(3)) {
            payer.step(today.minusDays(150 + random.nextInt(20)), "VISIT", language);
        }
    }

    /** A pledge acknowledges the debt: limitation begins anew. */
    private void breaksAPledge(FictitiousPayer payer, String language) {
        LocalDate talk = today.minusDays(250 + random.nextInt(60));
        payer.step(talk, "CONSULTATION", language);
        payer.step(talk, "INSTALMENT_PLEDGE", language);
        payer.step(talk.plusDays(45), "PLEDGE_BROKEN", null);
        payer.bills.forEach(bill -> bill.isInterrupted(talk));
    }

    private void isSearched(FictitiousPayer payer) {
        LocalDate searched = today.minusDays(50 + random.nextInt(200));
        payer.search(searched, "DEPOSITS", "NOTHING_FOUND");
        payer.search(searched, "WAGES", "NOTHING_FOUND");
        LocalDate seized = today.minusDays(30 + random.nextInt(15));
        if (once(6)) {
            payer.steps.add(new FictitiousPayer.Step(seized, "SEIZURE", null, "DEPOSITS", "INSUFFICIENT", null));
        } else if (once(10)) {
            payer.step(seized, "SEIZURE_IMPOSSIBLE", null);
        }
    }

    /** Unpaid instalments that fell due between so many months ago. */
    private void bills(FictitiousPayer payer, int fromMonthsAgo, int toMonthsAgo) {
        LocalDate from = today.minusMonths(fromMonthsAgo);
        LocalDate to = today.minusMonths(toMonthsAgo);
        for (int year = FiscalYear.of(from).year(); year <= FiscalYear.of(to).year(); year++) {
            for (int instalment = 1; instalment <= INSTALMENTS_A_YEAR; instalment++) {
                LocalDate due = due(year, instalment);
                if (!due.isBefore(from) && due.isBefore(to)) {
                    payer.bills.add(
                            new FictitiousBill(year, instalment, due, amount(), due.plusDays(DAYS_TO_REMINDER)));
                }
            }
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

    private int amount() {
        return 2_000 + 100 * random.nextInt(200);
    }

    private boolean once(int in) {
        return random.nextInt(in) == 0;
    }
}
