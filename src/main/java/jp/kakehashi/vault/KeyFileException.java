package jp.kakehashi.vault;

import java.nio.file.Path;

/** The key file cannot be used. The message names the file and what to do, in Japanese and English, and no key. */
public final class KeyFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyFileException(Path file, String japanese, String english) {
        this(file, japanese, english, null);
    }

    KeyFileException(Path file, String japanese, String english, Throwable cause) {
        super("鍵ファイル " + file + "：" + japanese + " / key file " + file + ": " + english, cause);
    }
}
