package jp.kakehashi.workbook;

/** Carries the verdict "not believed" from where it falls to {@link Workbooks}, which makes it a value. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String where;

    Refusal(Reason reason, String where) {
        this(reason, where, null);
    }

    Refusal(Reason reason, String where, Throwable cause) {
        super(reason.name(), cause, false, false);
        this.reason = reason;
        this.where = where;
    }

    Opened.Unreadable verdict() {
        return new Opened.Unreadable(reason, where);
    }
}
