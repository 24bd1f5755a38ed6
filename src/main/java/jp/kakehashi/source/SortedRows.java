package jp.kakehashi.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A result sorted by person, read one person at a time. */
final class SortedRows {

    private final Query query;
    private final Iterator<Map<String, Object>> rows;
    private SourceRow ahead;
    private String payeeAhead = "";

    SortedRows(Query query, Iterator<Map<String, Object>> rows) {
        this.query = query;
        this.rows = rows;
        advance();
    }

    boolean hasNext() {
        return ahead != null;
    }

    /** The person whose rows come next. */
    String nextPayee() {
        return payeeAhead;
    }

    /** This person's rows, perhaps none; rows of persons before are passed over. */
    List<SourceRow> take(String payeeNo) {
        List<SourceRow> taken = new ArrayList<>();
        while (ahead != null && payeeAhead.compareTo(payeeNo) <= 0) {
            if (payeeAhead.equals(payeeNo)) {
                taken.add(ahead);
            }
            advance();
        }
        return taken;
    }

    private void advance() {
        if (!rows.hasNext()) {
            ahead = null;
            return;
        }
        ahead = new SourceRow(query, rows.next());
        String payeeNo = ahead.payeeNo();
        if (payeeNo.compareTo(payeeAhead) < 0) {
            throw new SourceException(
                    "query %s: the result is not sorted by payee_no in the order of its characters: add `order by payee_no`, with a binary collation"
                            .formatted(query.label()));
        }
        payeeAhead = payeeNo;
    }
}
