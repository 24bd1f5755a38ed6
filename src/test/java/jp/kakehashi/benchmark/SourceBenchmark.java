package jp.kakehashi.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reading the source costs: CPU of the working thread, in a process of its own. Figures in {@code target/benchmark/}. */
@Tag("benchmark")
class SourceBenchmark {

    private static final int MILLION = 1_000_000;
    /** Every case is opened once: that takes its time. */
    private static final int CASES = 100_000;

    @TempDir
    private Path folder;

    @Test
    void anExtractOfAMillionRowsIsReadIn256Megabytes() throws Exception {
        measured("EXTRACT", MILLION, "-Xmx256m");
    }

    @Test
    void aPollWithNothingNewAmongAMillionPeople() throws Exception {
        measured("POLL", MILLION, "-Xmx1g");
    }

    @Test
    void everyoneAmongAMillionPeopleIsReadIn128Megabytes() throws Exception {
        measured("WEIGHING", MILLION, "-Xmx128m");
    }

    @Test
    void everyoneAmongAHundredThousandPeopleIsTakenIn128Megabytes() throws Exception {
        measured("RECONCILIATION", CASES, "-Xmx128m");
    }

    private void measured(String what, int size, String heap) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SourceMeasured.class.getName(),
                        what,
                        Integer.toString(size),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
        assertThat(child.waitFor())
                .as("%s: %s", what, Files.readString(folder.resolve("child.log")))
                .isZero();
        Path reports = Files.createDirectories(Path.of("target", "benchmark"));
        Files.writeString(
                reports.resolve("source-" + what.toLowerCase(Locale.ROOT) + ".md"),
                Files.readString(folder.resolve("figure")) + "\n");
    }
}
