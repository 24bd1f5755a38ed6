package jp.kakehashi.parcel;

/** Carries the verdict "not believed" from where it falls to {@link Parcels}, which makes it a value. */
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

    Opened.Unopenable verdict() {
        return new Opened.Unopenable(reason, where);
    }
}
