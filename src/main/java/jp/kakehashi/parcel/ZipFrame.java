package jp.kakehashi.parcel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The frame of a zip (PKWARE APPNOTE 4.3), checked before any library reads it, so that all readers see the same one file:
 *
 * <ol>
 *   <li>The end record stands at the very end, and says there is one entry.
 *   <li>The one central header fills the directory, which reaches up to the end record.
 *   <li>The one local header stands at the very start and gives the same name, method and flags.
 * </ol>
 */
final class ZipFrame {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final int FILE_TYPE = 0xF000;
    private static final int REGULAR_FILE = 0x8000;
    private static final int LARGEST_HEADER = 1 << 16;

    private final FileChannel file;

    private ZipFrame(FileChannel file) {
        this.file = file;
    }

    static void check(Path parcel) throws IOException, Refusal {
        try (FileChannel file = FileChannel.open(parcel, StandardOpenOption.READ)) {
            new ZipFrame(file).check();
        }
    }

    private void check() throws IOException, Refusal {
        long endAt = file.size() - END_BYTES;
        require(endAt > LOCAL_BYTES && at(0, Integer.BYTES).getInt(0) == LOCAL, "ファイルの先頭");
        ByteBuffer end = at(endAt, END_BYTES);
        require(end.getInt(0) == END, "ファイルの末尾");
        if (end.getShort(8) != 1 || end.getShort(10) != 1) {
            throw new Refusal(Reason.NOT_ONE_FILE, "");
        }
        long directoryBytes = Integer.toUnsignedLong(end.getInt(12));
        long directoryAt = Integer.toUnsignedLong(end.getInt(16));
        require(directoryAt + directoryBytes == endAt && directoryBytes < LARGEST_HEADER, "目次の位置");
        central(at(directoryAt, (int) directoryBytes));
    }

    private void central(ByteBuffer central) throws IOException, Refusal {
        require(central.capacity() > CENTRAL_BYTES && central.getInt(0) == CENTRAL, "目次");
        int nameBytes = Short.toUnsignedInt(central.getShort(28));
        int extraBytes = Short.toUnsignedInt(central.getShort(30));
        int commentBytes = Short.toUnsignedInt(central.getShort(32));
        require(CENTRAL_BYTES + nameBytes + extraBytes + commentBytes == central.capacity(), "目次の長さ");
        require(central.getInt(42) == 0, "目次が指す位置");
        int type = central.getInt(38) >>> 16 & FILE_TYPE;
        if (type != 0 && type != REGULAR_FILE) {
            throw new Refusal(Reason.UNSAFE_NAME, "通常のファイルではありません");
        }
        ByteBuffer local = at(0, LOCAL_BYTES + nameBytes);
        require(local.getShort(6) == central.getShort(8) && local.getShort(8) == central.getShort(10), "目次との不一致");
        require(Short.toUnsignedInt(local.getShort(26)) == nameBytes, "目次との不一致");
        require(local.slice(LOCAL_BYTES, nameBytes).equals(central.slice(CENTRAL_BYTES, nameBytes)), "目次との不一致");
    }

    private ByteBuffer at(long position, int bytes) throws IOException, Refusal {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            require(file.read(buffer, position + buffer.position()) >= 0, "ファイルの長さ");
        }
        return buffer;
    }

    private static void require(boolean holds, String where) throws Refusal {
        if (!holds) {
            throw new Refusal(Reason.NOT_A_PARCEL, where);
        }
    }
}
