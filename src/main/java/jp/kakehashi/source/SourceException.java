package jp.kakehashi.source;

/**
 * The tax database answers otherwise than the column contract says, so that nothing it says may be used. The message
 * names query, column and the keyed digest of the person, never a value.
 */
public class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SourceException(String message) {
        super(message);
    }
}
