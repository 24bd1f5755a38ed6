package jp.kakehashi.desk;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What a path names, or the answer 404. */
final class Found {

    private Found() {}

    /** What is there. */
    static <T> T in(Optional<T> wanted) {
        return wanted.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What a bean knows, where it says {@link IllegalArgumentException} of what it does not know. */
    static <T> T known(Supplier<T> wanted) {
        try {
            return wanted.get();
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, unknown);
        }
    }
}
