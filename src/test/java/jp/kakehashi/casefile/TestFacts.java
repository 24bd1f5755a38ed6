package jp.kakehashi.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.kakehashi.source.BillId;
import jp.kakehashi.source.CollectionEvent;
import jp.kakehashi.source.EventKind;
import jp.kakehashi.source.Facts;
import jp.kakehashi.source.Instalment;
import jp.kakehashi.source.InstalmentState;
import jp.kakehashi.source.Language;
import jp.kakehashi.source.Payment;
import jp.kakehashi.source.Person;
import jp.kakehashi.source.RegisterCategory;
import jp.kakehashi.source.ResidentState;
import jp.kakehashi.source.RomanName;
import jp.kakehashi.source.SearchOutcome;
import jp.kakehashi.source.Sex;

/** One fictitious payer against whom screening has nothing, to be changed in one field a test. */
final class TestFacts {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    String nameRoman = "TESTPERSON ALPHA";
    String nameKanji = null;
    Sex sex = Sex.FEMALE;
    String born = "1990-01-05";
    String nationality = "台湾";
    String card = "ZZ00000001ZZ";
    String status = "留学";
    String period = "1年3月";
    LocalDate expires = LocalDate.of(2026, 12, 1);
    LocalDate oldestDue = LocalDate.of(2024, 9, 2);
    InstalmentState oldest = InstalmentState.UNPAID;
    LocalDate limitation = LocalDate.of(2027, 9, 3);
    boolean disputed = false;
    boolean headInsured = true;
    LocalDate headChangedOn = null;
    boolean special = false;
    List<Payment> payments = List.of();
    InstalmentState newest = InstalmentState.UNPAID;
    List<CollectionEvent> work = exhausted();

    static BillId bill(int year, int instalment) {
        return new BillId(year, year, instalment, "K1");
    }

    /** What must have been done before collection may be called exhausted. */
    static List<CollectionEvent> exhausted() {
        List<CollectionEvent> work = new ArrayList<>();
        Collections.addAll(
                work,
                reminder(LocalDate.of(2024, 9, 20), bill(2024, 3)),
                reminder(LocalDate.of(2025, 8, 20), bill(2025, 2)),
                event(EventKind.DEMAND_LETTER, LocalDate.of(2025, 9, 1), Language.EN),
                event(EventKind.PHONE, LocalDate.of(2025, 11, 15), Language.JA),
                event(EventKind.FINAL_DEMAND, LocalDate.of(2026, 5, 1), Language.EN),
                search(LocalDate.of(2025, 10, 9), SearchOutcome.NOTHING_FOUND));
        return work;
    }

    void alsoHappened(EventKind kind, LocalDate on) {
        work.add(event(kind, on, null));
    }

    void didNotHappen(Predicate<CollectionEvent> which) {
        work.removeIf(which);
    }

    static CollectionEvent event(EventKind kind, LocalDate on, Language language) {
        return new CollectionEvent(
                kind + "-" + on,
                kind,
                on,
                Optional.ofNullable(language),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static CollectionEvent search(LocalDate on, SearchOutcome outcome) {
        return new CollectionEvent(
                "search-" + on,
                EventKind.ASSET_SEARCH,
                on,
                Optional.empty(),
                Optional.empty(),
                Optional.of(outcome),
                Optional.empty());
    }

    static CollectionEvent reminder(LocalDate on, BillId bill) {
        return new CollectionEvent(
                "reminder-" + bill,
                EventKind.REMINDER,
                on,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(bill));
    }

    Person person() {
        return new Person(
                "9000000001",
                Optional.ofNullable(nameRoman).map(RomanName::of),
                Optional.ofNullable(nameKanji),
                sex,
                Optional.ofNullable(born),
                Optional.ofNullable(nationality),
                RegisterCategory.MID_LONG_TERM,
                Optional.ofNullable(card),
                Optional.ofNullable(status),
                Optional.ofNullable(period),
                Optional.ofNullable(expires),
                ResidentState.RESIDENT,
                Optional.empty(),
                headInsured,
                Optional.ofNullable(headChangedOn),
                false,
                special);
    }

    Facts facts() {
        List<Instalment> instalments = List.of(
                new Instalment(bill(2024, 3), oldestDue, oldest, Optional.ofNullable(limitation), disputed),
                new Instalment(
                        bill(2025, 2),
                        LocalDate.of(2025, 7, 31),
                        newest,
                        Optional.of(LocalDate.of(2027, 8, 21)),
                        false));
        return new Facts(person(), instalments, work, payments, Instant.parse("2026-06-01T00:00:00Z"));
    }
}
