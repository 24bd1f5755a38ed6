package jp.kakehashi.parcel;

/**
 * How much of a received parcel is read before it is given up.
 *
 * @param fileBytes size of the parcel
 * @param entryBytes size of its file, unpacked
 * @param ratio unpacked to packed
 */
public record Bounds(long fileBytes, long entryBytes, int ratio) {

    /** For a parcel that fits in a mail: 20 MB, 40 MB unpacked. */
    public static final Bounds OF_A_MAIL = new Bounds(20_000_000, 40_000_000, 200);

    public Bounds {
        if (fileBytes < 1 || entryBytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("every bound must be at least 1");
        }
    }
}
