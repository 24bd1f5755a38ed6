package jp.kakehashi.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.kakehashi.agreement.Item;

/**
 * Words that must stand nowhere in the open: names, card numbers, dates of birth, passwords. They are looked for in every
 * charset in which a program of ours could have written them; what is found is named by its kind and place alone.
 */
final class OpenWords {

    /** Which of the ten items tell who somebody is, or something that nobody may read about them. */
    static final Map<Item, String> OF_A_PERSON = Map.of(
            Item.NAME_ROMAN, "a name",
            Item.NAME_KANJI, "a name",
            Item.BIRTH_DATE, "a date of birth",
            Item.RESIDENCE_CARD_NUMBER, "a card number",
            Item.EXHAUSTION_REASON, "a reason");

    private static final List<Charset> CHARSETS = List.of(UTF_8, UTF_16LE, UTF_16BE, Charset.forName("windows-31j"));

    /** Bytes, each as one character → what they are. */
    private final Map<String, String> kinds = new LinkedHashMap<>();

    /** Adds words of one kind; words too short to mean anything are left out. */
    OpenWords add(String kind, Collection<String> words) {
        words.stream().filter(word -> word.length() >= 3).forEach(word -> {
            for (Charset charset : CHARSETS) {
                byte[] bytes = word.getBytes(charset);
                if (new String(bytes, charset).equals(word)) {
                    kinds.putIfAbsent(new String(bytes, ISO_8859_1), kind);
                }
            }
        });
        return this;
    }

    int size() {
        return kinds.size();
    }

    /** The kinds of words that stand in some bytes. */
    Set<String> in(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        Set<String> found = new TreeSet<>();
        kinds.forEach((word, kind) -> {
            if (text.contains(word)) {
                found.add(kind);
            }
        });
        return found;
    }

    /** Each kind and the file it was found in, for every file below a folder. */
    Set<String> below(Path folder) {
        Set<String> found = new TreeSet<>();
        for (Path file : files(folder)) {
            in(content(file)).forEach(kind -> found.add(kind + " in " + folder.relativize(file)));
        }
        return found;
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0]; // a temporary file that lived for a moment
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // a folder that went while it was walked
        }
    }
}
