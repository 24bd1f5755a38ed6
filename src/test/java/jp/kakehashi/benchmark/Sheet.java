package jp.kakehashi.benchmark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import jp.kakehashi.workbook.Column;
import jp.kakehashi.workbook.Layout;

/** What every path writes: ten columns, a reason of 100 to 200 characters; nobody in it exists. */
final class Sheet {

    static final Layout LAYOUT = new Layout(
            "提供データ",
            List.of("国民健康保険料滞納者情報（架空）"),
            2,
            IntStream.rangeClosed(1, 10).mapToObj(Sheet::column).toList(),
            false,
            List.of(),
            false,
            Optional.empty());

    private static final int POOL = 1_000;
    private static final String[] PHRASES = {
        "督促を行った。", "催告を行った。", "財産調査を行ったが滞納処分の対象となる財産を発見できなかった。", "納付相談があったが約束された納付は行われていない。", "上記のうち3回は英語で行った。"
    };
    private static final List<List<String>> ROWS = rows();

    private Sheet() {}

    private static Column column(int i) {
        return new Column(i == 10 ? "理由" : "項目" + i, i == 10 ? 70 : 16, i == 10);
    }

    private static List<List<String>> rows() {
        Random random = new Random(12);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < POOL; i++) {
            rows.add(List.of(
                    "KAKUU NO " + random.nextInt(1_000_000),
                    "架空　太郎" + random.nextInt(100_000),
                    i % 2 == 0 ? "女" : "男",
                    (1950 + random.nextInt(60)) + "/" + (1 + random.nextInt(12)) + "/" + (1 + random.nextInt(28)),
                    "架空国",
                    "ZZ%08dZZ".formatted(random.nextInt(100_000_000)),
                    "技術・人文知識・国際業務",
                    "3年",
                    "2027/" + (1 + random.nextInt(12)) + "/" + (1 + random.nextInt(28)),
                    reason(random)));
        }
        return rows;
    }

    private static String reason(Random random) {
        StringBuilder reason = new StringBuilder();
        int length = 100 + random.nextInt(80);
        while (reason.length() < length) {
            reason.append("令和")
                    .append(random.nextInt(9))
                    .append("年")
                    .append(random.nextInt(12))
                    .append("月")
                    .append(random.nextInt(28));
            reason.append("日に").append(PHRASES[random.nextInt(PHRASES.length)]);
        }
        return reason.toString();
    }

    /** Rows from a pool larger than what deflate looks back on, so that making them costs nothing. */
    static Iterator<List<String>> rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> ROWS.get(i % POOL)).iterator();
    }
}
