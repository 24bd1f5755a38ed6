package jp.kakehashi.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** Findings in batches: one transaction for each would cost a flush to disk a person. */
final class Batches implements Iterator<List<Finding>> {

    private static final int SIZE = 100;

    private final Understanding answers;
    private final Function<Understanding.Answer, Optional<Finding>> understood;
    private List<Finding> ahead;

    Batches(Understanding answers, Function<Understanding.Answer, Optional<Finding>> understood) {
        this.answers = answers;
        this.understood = understood;
        this.ahead = gather();
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
        List<Finding> batch = ahead;
        ahead = gather();
        return batch;
    }

    private List<Finding> gather() {
        List<Finding> batch = new ArrayList<>(SIZE);
        while (batch.size() < SIZE && answers.hasNext()) {
            understood.apply(answers.next()).ifPresent(batch::add);
        }
        return batch;
    }
}
