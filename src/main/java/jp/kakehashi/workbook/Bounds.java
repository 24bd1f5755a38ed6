package jp.kakehashi.workbook;

/**
 * How much of a received workbook is read before it is given up. A workbook from outside may be built to exhaust the reader; each
 * number here stops one way of doing so.
 *
 * @param fileBytes size of the encrypted file
 * @param spinCount rounds of key derivation the file may ask for; Excel writes 100,000, the format allows 10,000,000
 * @param parts parts of the package
 * @param inflatedBytes all parts together, unpacked
 * @param ratio unpacked to packed
 * @param rows rows of the table
 */
public record Bounds(long fileBytes, int spinCount, int parts, long inflatedBytes, int ratio, int rows) {

    /** For a file that fits in a mail: 20 MB, 200 MB unpacked, 100,000 rows. */
    public static final Bounds OF_A_MAIL = new Bounds(20_000_000, 1_000_000, 200, 200_000_000, 200, 100_000);

    public Bounds {
        if (fileBytes < 1 || spinCount < 1 || parts < 1 || inflatedBytes < 1 || ratio < 1 || rows < 1) {
            throw new IllegalArgumentException("every bound must be at least 1");
        }
    }
}
