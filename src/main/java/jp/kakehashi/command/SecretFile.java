package jp.kakehashi.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A password in a file of its own: never in a setting, a command line or a URL. */
final class SecretFile {

    private SecretFile() {}

    /**
     * The password in the file.
     *
     * @param key the setting that names the file, for the error text
     * @param file the file; null where no password is needed
     * @return its one line; null without a file
     */
    static String read(String key, Path file) {
        if (file == null) {
            return null;
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(key + ": the file " + file + " cannot be read", e);
        }
    }
}
