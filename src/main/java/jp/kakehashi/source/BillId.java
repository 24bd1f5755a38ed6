package jp.kakehashi.source;

/**
 * What identifies one bill, also across the year-end roll.
 *
 * @param levyYear 賦課年度, the fiscal year in which it was levied
 * @param attributableYear 相当年度, the fiscal year to which it belongs
 * @param instalmentNo 期別, the number of the instalment
 * @param noticeNo 通知書番号
 */
public record BillId(int levyYear, int attributableYear, int instalmentNo, String noticeNo)
        implements Comparable<BillId> {

    /** By the year it belongs to, then instalment. */
    @Override
    public int compareTo(BillId other) {
        int byYear = Integer.compare(attributableYear, other.attributableYear);
        int byInstalment = byYear != 0 ? byYear : Integer.compare(instalmentNo, other.instalmentNo);
        int byLevy = byInstalment != 0 ? byInstalment : Integer.compare(levyYear, other.levyYear);
        return byLevy != 0 ? byLevy : noticeNo.compareTo(other.noticeNo);
    }
}
