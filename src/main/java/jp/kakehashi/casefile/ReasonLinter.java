package jp.kakehashi.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Refuses what may not stand in the tenth item: it is a reason, not a place for an eleventh item. */
final class ReasonLinter {

    private static final int SHORTEST = 20;
    private static final int LONGEST = 1000;
    private static final String NUMBER = "[0-9０-９,，]+";
    private static final Map<String, Pattern> FORBIDDEN = new LinkedHashMap<>();

    static {
        FORBIDDEN.put("金額", Pattern.compile(NUMBER + "\\s*[万千]?円|[¥￥]"));
        FORBIDDEN.put("在留カード番号", Pattern.compile("[A-Za-zＡ-Ｚ]{2}[0-9０-９]{8}[A-Za-zＡ-Ｚ]{2}"));
        FORBIDDEN.put("電話番号", Pattern.compile("[0-9０-９]{2,4}[-－ー][0-9０-９]{2,4}[-－ー][0-9０-９]{3,4}"));
        FORBIDDEN.put("口座番号など長い番号", Pattern.compile("[0-9０-９]{7,}"));
        FORBIDDEN.put("住所", Pattern.compile("丁目|番地|[0-9０-９]号室|マンション|アパート"));
        FORBIDDEN.put("金融機関・勤務先の名称", Pattern.compile("銀行|信用金庫|信用組合|農協|信金|株式会社|有限会社|合同会社"));
        FORBIDDEN.put("健康・家族に関すること", Pattern.compile("病気|病院|疾患|疾病|入院|障害|障がい|妊娠|うつ|医療機関|離婚|配偶者|子ども|子供"));
        FORBIDDEN.put("評価のことば", Pattern.compile("悪質|不誠実|不法|怠慢|虚偽"));
        FORBIDDEN.put("目に見えない文字（制御文字など）", Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\r\\n]]"));
        FORBIDDEN.put("行頭の記号（= + - @）", Pattern.compile("(?m)^[=+\\-@＝＋－＠\\t]"));
    }

    private ReasonLinter() {}

    /** Everything that is wrong with the text, in Japanese; empty if it may be sent. */
    static List<String> objections(String text) {
        List<String> objections = new ArrayList<>();
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
            objections.add("理由は%d文字以上%d文字以内で記載してください（現在%d文字）".formatted(SHORTEST, LONGEST, length));
        }
        FORBIDDEN.forEach((what, pattern) -> {
            if (pattern.matcher(text).find()) {
                objections.add("理由に%sは記載できません".formatted(what));
            }
        });
        return objections;
    }
}
