package jp.kakehashi.agreement;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Why the provision is lawful, and under which conditions the recipient receives it. Printed on the sheet 取扱条件.
 *
 * @param subject 件名 of the board's item
 * @param task 登録業務の名称
 * @param purpose 登録業務の目的
 * @param guideline the article of the ward's own guideline
 * @param law the article of the law
 * @param items the approved items: ten, and no eleventh
 * @param conditions the measures asked of the recipient
 * @param proviso what a person considers for each case before confirming that it harms nobody unjustly
 */
public record LegalBasis(
        @Key("件名 of the privacy board's item.") String subject,
        @Key("登録業務の名称, the registered task.") String task,
        @Key("登録業務の目的, the purpose.") String purpose,

        @Key("Article of the ward's guideline, such as 要綱第3条第1項第3号.")
        String guideline,

        @Key("Article of the law.") String law,

        @Key("外部提供を行う情報項目: each of the ten approved items once; there is no eleventh.")
        List<Item> items,

        @Key("Measures asked of the recipient, one line each, printed on the sheet 取扱条件.")
        List<String> conditions,

        @Key("Prompts for the person who confirms a case (proviso of the law: no unjust harm).")
        List<String> proviso) {

    public LegalBasis {
        new Faults()
                .unless(
                        items.size() == Item.values().length
                                && Set.copyOf(items).size() == items.size(),
                        "items",
                        "承認された10項目を1回ずつ記載する必要があります（現在 %d 件）".formatted(items.size()),
                        "must name each of the ten approved items once, found %d".formatted(items.size()))
                .unless(!conditions.isEmpty(), "conditions", "1行以上必要です", "needs at least one line")
                .unless(!proviso.isEmpty(), "proviso", "1行以上必要です", "needs at least one line")
                .refuse();
    }

    /** The lines of the sheet 取扱条件. */
    List<String> sheet() {
        return Stream.concat(
                        Stream.of("件名　" + subject, "目的　" + purpose, "根拠　" + law + "、" + guideline), conditions.stream())
                .toList();
    }
}
