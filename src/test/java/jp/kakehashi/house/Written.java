package jp.kakehashi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document that a test draws: compared with what stands in {@code docs}, or written there when asked. */
public final class Written {

    private Written() {}

    /**
     * Compares, or writes when the build runs with {@code -Ddocs.write=true}.
     *
     * @param document where the document stands
     * @param drawn what it ought to say
     * @throws IOException where the document cannot be read or written
     */
    public static void compare(Path document, String drawn) throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(document.getParent());
            Files.writeString(document, drawn);
        }
        assertThat(document).as("write it anew with -Ddocs.write=true").hasContent(drawn);
    }
}
