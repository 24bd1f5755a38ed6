package jp.kakehashi.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One fictitious payer while it is being made up: the register's columns, bills and the work on them. */
final class FictitiousPayer {

    static final int JAPANESE = 0;
    static final int MID_LONG_TERM = 1;
    static final int SPECIAL_PERMANENT = 2;
    static final int TEMP_REFUGE = 3;

    static final int RESIDENT = 1;
    static final int MOVED_OUT = 2;
    static final int DEPARTED = 3;
    static final int DECEASED = 4;
    static final int NATURALISED = 5;

    final String number;
    String nameRoman;
    String nameKanji;
    String alias;
    int sex;
    String born;
    boolean birthUnknown;
    String nationality;
    int category = MID_LONG_TERM;
    String status;
    String period;
    LocalDate expiresOn;
    int residence = RESIDENT;
    LocalDate movedOn;
    boolean isInsured = true;
    LocalDate noLongerHeadSince;
    boolean isProtected;
    boolean hasSpecialCircumstances;
    final List<Card> cards = new ArrayList<>();
    final List<FictitiousBill> bills = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();

    /** One card; the holder is the payer, or by the register's mistake another member of the household. */
    record Card(String number, String holder, LocalDate issuedOn, LocalDate endedOn) {}

    /** One step of the work on the arrears, in the codes of the city's system; codes that do not apply are null. */
    record Step(LocalDate on, String kind, String language, String asset, String outcome, String note) {}

    FictitiousPayer(String number) {
        this.number = number;
    }

    void step(LocalDate on, String kind, String language) {
        steps.add(new Step(on, kind, language, null, null, null));
    }

    void search(LocalDate on, String asset, String outcome) {
        steps.add(new Step(on, "ASSET_SEARCH", null, asset, outcome, "調査先は別紙"));
    }

    void becomesJapanese() {
        category = JAPANESE;
        nationality = "日本";
        nameRoman = null;
        nameKanji = nameKanji == null ? "架空　太郎" : nameKanji;
        hasNoCard();
        status = null;
        period = null;
        expiresOn = null;
    }

    void hasStatus(String newStatus, String newPeriod, LocalDate until) {
        status = newStatus;
        period = newPeriod;
        expiresOn = until;
    }

    /** A new card, with a new number as the law has it; the one before ends. */
    void isIssued(String card, LocalDate on) {
        endsCard(on);
        cards.add(new Card(card, number, on, null));
    }

    /** The number of the card that is valid now. */
    String card() {
        return cards.get(cards.size() - 1).number();
    }

    /** The register holds this number instead, in that person's name. */
    void cardIsEnteredAs(String card, String holder) {
        Card valid = cards.remove(cards.size() - 1);
        cards.add(new Card(card, holder, valid.issuedOn(), null));
    }

    void hasNoCard() {
        cards.clear();
    }

    private void endsCard(LocalDate on) {
        if (!cards.isEmpty()) {
            Card before = cards.remove(cards.size() - 1);
            cards.add(new Card(before.number(), before.holder(), before.issuedOn(), on));
        }
    }

    void leaves(int newResidence, LocalDate on) {
        residence = newResidence;
        movedOn = on;
    }
}
