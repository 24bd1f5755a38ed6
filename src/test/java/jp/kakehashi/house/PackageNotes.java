package jp.kakehashi.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What each package says of itself in its {@code package-info.java}: its purpose and what it may use. */
final class PackageNotes {

    private static final Pattern FIRST_SENTENCE = Pattern.compile("/\\*\\*(.*?)(?:\\.\\s|\\*/)", Pattern.DOTALL);

    private final Path sources;

    /** @param sources the folder that holds one folder a package */
    PackageNotes(Path sources) {
        this.sources = sources;
    }

    /** The packages that exist, by name. */
    List<String> packages() {
        try (Stream<Path> folders = Files.list(sources)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line for each package that does not say what it is for and what it may use. */
    List<String> silent() {
        return packages().stream()
                .filter(name ->
                        note(name).filter(PackageNotes::saysPurposeAndUse).isEmpty())
                .map(name -> name + "/package-info.java must say the package's purpose and what it may use (\"use\")")
                .toList();
    }

    /** The first sentence of the package's note, on one line. */
    String purposeOf(String name) {
        var sentence = FIRST_SENTENCE.matcher(note(name).orElse(""));
        if (!sentence.find()) {
            return "";
        }
        return plain(sentence.group(1));
    }

    private Optional<String> note(String name) {
        Path file = sources.resolve(name).resolve("package-info.java");
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean saysPurposeAndUse(String note) {
        return FIRST_SENTENCE.matcher(note).find()
                && Pattern.compile("\\b[Uu]ses?\\b").matcher(note).find();
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@\\w+\\s+([^}]*)}", "`$1`")
                .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                .replaceAll("<[^>]+>", "")
                .replace("|", "\\|")
                .strip();
    }
}
