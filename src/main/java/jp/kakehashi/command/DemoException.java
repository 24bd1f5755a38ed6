package jp.kakehashi.command;

/** A step of the demo failed; the message is its reason, for the terminal. */
final class DemoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoException(String reason) {
        super(reason);
    }
}
