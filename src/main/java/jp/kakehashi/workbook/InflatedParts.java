package jp.kakehashi.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The parts of a package, unpacked one after the other, until there is more of them than is allowed. */
final class InflatedParts extends FilterInputStream {

    /** Below this size no ratio is judged: a few empty rows pack very well. */
    private static final long SMALL = 4_000_000;

    private final ZipInputStream zip;
    private final long most;
    private long inflated;

    InflatedParts(ZipInputStream zip, Bounds bounds, long packageBytes) {
        super(zip);
        this.zip = zip;
        this.most = Math.min(bounds.inflatedBytes(), Math.max(SMALL, packageBytes * bounds.ratio()));
    }

    /** Reads what is left of the part at hand, its checksum included, and opens the next; null after the last. */
    ZipEntry next() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return zip.getNextEntry();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = zip.read(into, from, length);
        inflated += Math.max(n, 0);
        if (inflated > most) {
            throw new TooLarge();
        }
        return n;
    }

    @Override
    public void close() {
        // A reader of one part must not close the package.
    }

    /** More was unpacked than is allowed; travels through the XML reader, which knows only IOException. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
