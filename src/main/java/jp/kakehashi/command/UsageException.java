package jp.kakehashi.command;

/** A verb or an option that the program does not have, or cannot read. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
