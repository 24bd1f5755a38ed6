package jp.kakehashi.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Visibly fictitious workbooks. */
final class Samples {

    static final char[] PASSWORD = "k7mx-3fpa-9rtd-w2hc".toCharArray();

    static final Layout LAYOUT = new Layout(
            "提供データ",
            List.of("国民健康保険料滞納者情報", "送付番号 R8-001　作成 令和8年6月1日　取扱注意", "受領確認コード 1234"),
            4,
            List.of(
                    new Column("氏名（英字）", 34, false),
                    new Column("氏名（漢字）", 18, false),
                    new Column("性別", 5, false),
                    new Column("生年月日", 13, false),
                    new Column("国籍・地域", 16, false),
                    new Column("在留カード番号", 15, false),
                    new Column("在留資格", 24, false),
                    new Column("在留期間", 9, false),
                    new Column("在留期限", 13, false),
                    new Column("滞納処分を十分に尽くしたといえる理由", 70, true)),
            true,
            List.of("目的：架空の見本です。", "この表の人物はすべて架空です。"),
            true,
            Optional.of("取扱注意（架空の見本）"));

    private Samples() {}

    /** Rows of people who do not exist, the same at each call. */
    static List<List<String>> rows(int count) {
        Random random = new Random(8);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rows.add(row(i, random));
        }
        return rows;
    }

    static List<String> row(int i, Random random) {
        return List.of(
                "KAKUU TARO NO " + i,
                "架空　太郎" + i,
                i % 2 == 0 ? "女" : "男",
                "19" + (60 + i % 40) + "/04/01",
                "架空国",
                "ZZ%08dZZ".formatted(i % 100_000_000),
                "技術・人文知識・国際業務",
                "3年",
                "2027/0" + (1 + i % 9) + "/15",
                "令和" + (4 + i % 4) + "年度第" + (1 + i % 10) + "期から滞納。督促" + random.nextInt(20) + "回、催告"
                        + random.nextInt(30)
                        + "回、財産調査" + random.nextInt(9) + "回を行ったが、滞納処分の対象となる財産を発見できなかった。上記のうち" + random.nextInt(5)
                        + "回は英語で行った。納付相談は令和" + random.nextInt(7) + "年" + (1 + random.nextInt(12))
                        + "月に1回あったが、約束された納付は行われていない。");
    }

    static byte[] sealed(Layout layout, List<List<String>> rows) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Workbooks.write(layout, rows.iterator(), PASSWORD, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
