package jp.kakehashi.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the line whose bytes are of another charset, which a decoder that reads ahead cannot tell. */
final class CharsetFault {

    private static final int LONGEST_LINE = 1 << 20;

    private CharsetFault() {}

    /** The first such line, counted from 1. A line feed is one byte in both charsets, and part of no other character. */
    static long line(Path file, Charset charset) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 1;
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                if (next != '\n' && line.size() < LONGEST_LINE) {
                    line.write(next);
                } else if (!fits(line.toByteArray(), charset)) {
                    return number;
                } else {
                    line.reset();
                    number++;
                }
            }
            return number;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean fits(byte[] line, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(line));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
