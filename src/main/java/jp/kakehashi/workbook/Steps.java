package jp.kakehashi.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bounds what one step of the XML reader may take in: a parser holds a whole name, attribute or text in memory before it gives it out,
 * and a hostile part may consist of one.
 */
final class Steps extends FilterInputStream {

    /** More than the longest text a cell may come with, in the widest of encodings. */
    private static final int MOST = 4 * CellText.MOST;

    private long taken;

    Steps(InputStream part) {
        super(part);
    }

    /** The next step begins. */
    void begin() {
        taken = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (taken > MOST) {
            throw new InflatedParts.TooLarge();
        }
        int n = in.read(into, from, length);
        taken += Math.max(n, 0);
        return n;
    }
}
