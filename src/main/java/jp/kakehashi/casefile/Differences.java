package jp.kakehashi.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.source.Facts;

/** What differs between the facts confirmed and the facts now, for the officer who must confirm again. */
final class Differences {

    private final Cells cells;

    Differences(Cells cells) {
        this.cells = cells;
    }

    List<String> between(Facts before, Facts after) {
        List<String> differences = new ArrayList<>();
        Map<Item, String> was = cells.of(before.person(), "");
        cells.of(after.person(), "").forEach((item, now) -> {
            if (!now.equals(was.get(item))) {
                differences.add("%s: 「%s」→「%s」".formatted(item.label(), was.get(item), now));
            }
        });
        compare("期別の状況", Facts::instalments, before, after, differences);
        compare("滞納整理の経過", Facts::events, before, after, differences);
        compare("納付の記録", Facts::payments, before, after, differences);
        if (differences.isEmpty() && !before.digest().equals(after.digest())) {
            differences.add("住民登録の情報が変わりました");
        }
        return differences;
    }

    private static <T> void compare(
            String what, Function<Facts, List<T>> part, Facts before, Facts after, List<String> differences) {
        List<T> was = part.apply(before);
        List<T> now = part.apply(after);
        long added = now.stream().filter(entry -> !was.contains(entry)).count();
        long removed = was.stream().filter(entry -> !now.contains(entry)).count();
        if (added + removed > 0) {
            differences.add("%s: 追加・変更%d件、削除・変更前%d件".formatted(what, added, removed));
        }
    }
}
