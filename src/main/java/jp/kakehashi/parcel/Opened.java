package jp.kakehashi.parcel;

/** The verdict on a received parcel: its one file, or not believed at all. */
public sealed interface Opened {

    /**
     * The one file of an intact parcel.
     *
     * @param name its name; zip does not protect names, so hold it against the name the mail gave
     * @param bytes its content
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Content(String name, byte[] bytes) implements Opened {}

    /**
     * A parcel of which nothing is believed.
     *
     * @param reason why
     * @param where the place in the parcel, in Japanese; empty when the whole parcel is meant
     */
    record Unopenable(Reason reason, String where) implements Opened {}
}
