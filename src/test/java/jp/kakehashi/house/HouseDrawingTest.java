package jp.kakehashi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every package says what it is for, and {@code docs/house.md} shows the house as it is. */
class HouseDrawingTest {

    private final PackageNotes notes = new PackageNotes(Path.of("src/main/java/jp/kakehashi"));

    @Test
    void everyPackageSaysWhatItIsForAndWhatItMayUse() {
        assertThat(notes.silent()).isEmpty();
    }

    @Test
    void aPackageThatSaysNothingIsFound(@TempDir Path planted) throws IOException {
        Files.createDirectory(planted.resolve("mute"));
        Files.createDirectory(planted.resolve("vague"));
        Files.writeString(planted.resolve("vague/package-info.java"), "/** Things. */\npackage vague;");
        Files.createDirectory(planted.resolve("clear"));
        Files.writeString(planted.resolve("clear/package-info.java"), "/** Keys. May use nothing. */\npackage clear;");

        assertThat(new PackageNotes(planted).silent())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("mute/"))
                .anyMatch(line -> line.startsWith("vague/"));
    }

    @Test
    void theDrawingShowsTheHouseAsItIs() throws IOException {
        Written.compare(Path.of("docs/house.md"), new HouseDrawing(Imported.HOUSE, notes).markdown());
    }
}
