package jp.kakehashi.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * CPU seconds of the working thread, each figure from a process of its own, warm (median of the last half of the runs; one run at 500,000 rows). The table is
 * left in {@code target/benchmark/}, for {@code docs/performance.md}.
 */
@Tag("benchmark")
class PaperBenchmark {

    private static final List<Integer> SIZES = List.of(500, 5_000, 50_000, 500_000);

    @TempDir
    private Path folder;

    @Test
    void fromRowsToCiphertextAndBack() throws Exception {
        StringBuilder table = new StringBuilder("| | 500 | 5,000 | 50,000 | 500,000 |\n|---|---|---|---|---|\n");
        for (SendPath path : SendPath.values()) {
            line(table, path.name(), "-Xmx512m");
            if (path == SendPath.OURS) {
                line(table, "READ", "-Xmx512m");
            }
        }
        report("paper.md", table.toString());
    }

    private void line(StringBuilder table, String what, String heap) throws Exception {
        table.append("| ").append(what);
        for (int size : SIZES) {
            Path own = Files.createDirectories(folder.resolve(what.equals("READ") ? "OURS" + size : what + size));
            long micros = measured(what, size, runs(size), own, heap);
            table.append(String.format(Locale.ROOT, " | %.3f", micros / 1e6));
        }
        table.append(" |\n");
    }

    private static int runs(int rows) {
        return Math.max(1, Math.min(60, 150_000 / rows));
    }

    @Test
    void halfAMillionRowsGoOutIn32MegabytesAndComeBackIn64() throws Exception {
        measured("OURS", 500_000, 1, folder, "-Xmx32m");
        measured("READ", 500_000, 1, folder, "-Xmx64m");
        report("heap.md", "500,000 rows: out with -Xmx32m, back in with -Xmx64m\n");
    }

    private static long measured(String what, int rows, int runs, Path folder, String heap)
            throws IOException, InterruptedException {
        Path figure = folder.resolve("figure");
        Files.deleteIfExists(figure);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Measured.class.getName(),
                        what,
                        Integer.toString(rows),
                        Integer.toString(runs),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
        assertThat(child.waitFor())
                .as("%s %d: %s", what, rows, Files.readString(folder.resolve("child.log")))
                .isZero();
        return Long.parseLong(Files.readString(figure));
    }

    private static void report(String name, String text) throws IOException {
        Path reports = Files.createDirectories(Path.of("target", "benchmark"));
        Files.writeString(reports.resolve(name), text);
    }
}
