package jp.kakehashi.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The temporary files are looked into while a workbook is being written and read: ciphertext only, and nothing is left behind.
 *
 * <p>Plaintext would show as the text itself or, in a zip, as the name of a part.
 */
class PlaintextOnDiskTest {

    private static final List<String> TRACES =
            List.of("KAKUU TARO", "架空　太郎", "ZZ0000", "xl/worksheets", "[Content_Types]");
    private static final int ROWS = 2_000;

    @TempDir
    private Path temporary;

    private final Set<String> filesSeen = new TreeSet<>();

    @BeforeEach
    void watch() {
        TempFile.setThreadLocalTempFileCreationStrategy(new DefaultTempFileCreationStrategy(temporary.toFile()));
    }

    @AfterEach
    void unwatch() {
        TempFile.setThreadLocalTempFileCreationStrategy(null);
    }

    @Test
    void invariant3_noPlaintextReachesTheDiskWhileWritingAndReading(@TempDir Path elsewhere) throws IOException {
        Path sealed = elsewhere.resolve("sealed.xlsx");
        try (OutputStream out = Files.newOutputStream(sealed)) {
            Workbooks.write(Samples.LAYOUT, watched(), Samples.PASSWORD, out);
        }
        assertThat(filesSeen)
                .as("the ciphertext was spooled where this test looks")
                .isNotEmpty();
        assertNoTrace(sealed);

        Opened opened = Workbooks.readEach(sealed, Samples.PASSWORD, Samples.LAYOUT, Bounds.OF_A_MAIL, row -> {
            if (row.get(0).endsWith("00")) {
                look();
            }
        });

        assertThat(opened).isInstanceOf(Opened.Read.class);
        assertThat(filesIn(temporary)).as("left behind").isEmpty();
    }

    @Test
    void invariant3_nothingIsLeftBehindWhenTheRowsFail() {
        Iterator<List<String>> failing = Stream.concat(Samples.rows(2_000).stream(), Stream.of(List.of("too", "short")))
                .iterator();

        assertThatThrownBy(() ->
                        Workbooks.write(Samples.LAYOUT, failing, Samples.PASSWORD, OutputStream.nullOutputStream()))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(filesIn(temporary)).isEmpty();
    }

    private Iterator<List<String>> watched() {
        Random random = new Random(3);
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(i -> {
                    if (i % 250 == 0) {
                        look();
                    }
                    return Samples.row(i, random);
                })
                .iterator();
    }

    private void look() {
        for (Path file : filesIn(temporary)) {
            filesSeen.add(file.getFileName().toString());
            assertNoTrace(file);
        }
    }

    private static void assertNoTrace(Path file) {
        try {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (String trace : TRACES) {
                for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
                    assertThat(bytes.contains(new String(trace.getBytes(charset), StandardCharsets.ISO_8859_1)))
                            .as("%s in %s", trace, file.getFileName())
                            .isFalse();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
