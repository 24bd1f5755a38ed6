package jp.kakehashi.agreement;

import java.util.Map;
import java.util.Set;

/**
 * The legal words of the tenth item, 滞納処分を十分に尽くしたといえる理由. A case's own dated events fill them; a sentence
 * without an event behind it is left out.
 *
 * @param overdue the unpaid instalments, oldest to newest
 * @param overdueOne the same for one instalment
 * @param reminders a reminder was sent for each instalment
 * @param demands how often the person was asked; {list} joins the four words below
 * @param letters demands by letter
 * @param calls demands by telephone
 * @param messages demands by SMS
 * @param visits visits
 * @param otherLanguage how many of them in another language
 * @param consultation a consultation on payment
 * @param pledgeBroken a pledge of instalments, not kept
 * @param assetSearch a search for property that found nothing
 * @param seizureInsufficient a seizure that did not cover the arrears
 * @param seizureImpossible a seizure that could not be made
 * @param standing the arrears continue
 */
public record ReasonText(
        @Key("Unpaid instalments. Places: {first} {last} {oldestDueDate}.")
        Template overdue,

        @Key("One unpaid instalment. Places: {first} {oldestDueDate}.")
        Template overdueOne,

        @Key("A reminder was sent for each instalment.") Template reminders,

        @Key("Demands. Place: {list}, made of the four words below.")
        Template demands,

        @Key("Demands by letter. Place: {count}.") Template letters,
        @Key("Demands by telephone. Place: {count}.") Template calls,
        @Key("Demands by SMS. Place: {count}.") Template messages,
        @Key("Visits. Place: {count}.") Template visits,

        @Key("How many of them in another language. Places: {count} {language}.")
        Template otherLanguage,

        @Key("A consultation on payment. Place: {date}.") Template consultation,

        @Key("A pledge of instalments that was not kept. Place: {date}.")
        Template pledgeBroken,

        @Key("A search for property that found nothing. Place: {month}.")
        Template assetSearch,

        @Key("A seizure that did not cover the arrears. Place: {date}.")
        Template seizureInsufficient,

        @Key("A seizure that could not be made. Place: {date}.")
        Template seizureImpossible,

        @Key("The arrears continue. Place: {asOf}.") Template standing) {

    public ReasonText {
        Faults faults = new Faults();
        places("first last oldestDueDate", Map.of("overdue", overdue), faults);
        places("first oldestDueDate", Map.of("overdue-one", overdueOne), faults);
        places("", Map.of("reminders", reminders), faults);
        places("list", Map.of("demands", demands), faults);
        places("count", Map.of("letters", letters, "calls", calls, "messages", messages, "visits", visits), faults);
        places("count language", Map.of("other-language", otherLanguage), faults);
        places("month", Map.of("asset-search", assetSearch), faults);
        places("asOf", Map.of("standing", standing), faults);
        places(
                "date",
                Map.of(
                        "consultation", consultation,
                        "pledge-broken", pledgeBroken,
                        "seizure-insufficient", seizureInsufficient,
                        "seizure-impossible", seizureImpossible),
                faults);
        faults.refuse();
    }

    private static void places(String names, Map<String, Template> sentences, Faults faults) {
        sentences.forEach((key, words) -> faults.places(key, words, Set.of(names.split(" ", -1)))
                .unless(!words.text().isBlank(), key, "空欄にできません", "must not be blank"));
    }
}
