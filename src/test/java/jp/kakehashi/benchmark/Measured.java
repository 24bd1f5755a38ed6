package jp.kakehashi.benchmark;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import jp.kakehashi.parcel.Parcels;
import jp.kakehashi.workbook.Opened;
import jp.kakehashi.workbook.Workbooks;

/** The child process of one measurement: {@code Measured WHAT ROWS RUNS FOLDER}; leaves its figure in {@code FOLDER/figure}. */
final class Measured {

    private static final jp.kakehashi.parcel.Bounds PARCEL = new jp.kakehashi.parcel.Bounds(1L << 30, 1L << 30, 200);
    private static final jp.kakehashi.workbook.Bounds WORKBOOK =
            new jp.kakehashi.workbook.Bounds(1L << 30, 1_000_000, 200, 1L << 40, 1_000, 1_048_576);

    private Measured() {}

    private interface Run {
        void run() throws Exception;
    }

    /** Runs what the parent asks for. */
    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[1]);
        Path folder = Path.of(arguments[3]);
        Run run = arguments[0].equals("READ")
                ? () -> read(rows, folder)
                : () -> SendPath.valueOf(arguments[0]).write(rows, folder);
        long[] nanos = new long[Integer.parseInt(arguments[2])];
        for (int i = 0; i < nanos.length; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            run.run();
            nanos[i] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        }
        long[] warm = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
        Arrays.sort(warm);
        Files.writeString(folder.resolve("figure"), Long.toString(warm[warm.length / 2] / 1_000));
    }

    /** Opens the parcel that OURS left, and reads every row, integrity checked on both. */
    private static void read(int rows, Path folder) throws Exception {
        Path workbook = folder.resolve("received.xlsx");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(workbook))) {
            Parcels.openInto(out, folder.resolve("parcel.zip"), SendPath.PASSWORD, PARCEL);
        }
        int[] read = new int[1];
        Opened opened = Workbooks.readEach(workbook, SendPath.PASSWORD, Sheet.LAYOUT, WORKBOOK, row -> read[0]++);
        if (!(opened instanceof Opened.Read) || read[0] != rows) {
            throw new IllegalStateException("read " + read[0] + " of " + rows + " rows: " + opened);
        }
    }
}
