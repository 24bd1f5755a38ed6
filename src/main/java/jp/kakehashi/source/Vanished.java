package jp.kakehashi.source;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Those whom a reading of everyone did not meet, in batches. Nobody is gone over twice, remembered or not. */
final class Vanished implements Iterator<List<Finding>> {

    private static final int SIZE = 100;

    private final SourceLedger ledger;
    private final Instant read;
    private final Instant asOf;
    private List<String> ahead;

    Vanished(SourceLedger ledger, Window window, Clock clock) {
        this.ledger = ledger;
        this.read = window.until();
        this.asOf = clock.instant();
        this.ahead = ledger.notSeenSince(read, "", SIZE);
    }

    @Override
    public boolean hasNext() {
        return !ahead.isEmpty();
    }

    @Override
    public List<Finding> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<Finding> batch = ahead.stream()
                .<Finding>map(person -> new Finding.Gone(person, asOf))
                .toList();
        ahead = ledger.notSeenSince(read, ahead.get(ahead.size() - 1), SIZE);
        return batch;
    }
}
