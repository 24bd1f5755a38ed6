package jp.kakehashi.command;

import java.nio.file.Path;

/** The folder in which somebody typed {@code hub}; the program itself runs in its own. */
final class CallersFolder {

    private CallersFolder() {}

    /** A path as typed, made absolute. */
    static Path resolve(String typed) {
        return Path.of(System.getProperty("hub.caller-folder", ""))
                .resolve(typed)
                .toAbsolutePath()
                .normalize();
    }
}
