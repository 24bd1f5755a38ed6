package jp.kakehashi.desk;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * One leaf of a long list.
 *
 * @param items what stands on it
 * @param number which leaf, from 1
 * @param last the number of the last leaf, at least 1
 * @param total how many items there are on all leaves
 * @param first the position of the first item on this leaf in the whole list, from 1
 */
record Leaf<T>(List<T> items, int number, int last, int total, int first) {

    static final int SIZE = 50;

    /**
     * A leaf of the list.
     *
     * @param number from 1; beyond the last is not found
     */
    static <T> Leaf<T> of(List<T> all, int number) {
        int last = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        if (number < 1 || number > last) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        int from = (number - 1) * SIZE;
        return new Leaf<>(all.subList(from, Math.min(all.size(), from + SIZE)), number, last, all.size(), from + 1);
    }

    /** All of the list on one leaf. */
    static <T> Leaf<T> whole(List<T> all) {
        return new Leaf<>(all, 1, 1, all.size(), 1);
    }

    /** Whether there is a leaf before this one. */
    public boolean hasPrevious() {
        return number > 1;
    }

    /** Whether there is a leaf after this one. */
    public boolean hasNext() {
        return number < last;
    }
}
