package jp.kakehashi.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * XML as UTF-8 bytes, by hand into one buffer. Markup goes out as it is; text is escaped and checked on the way.
 *
 * <p>Beside XML's own escapes, text of the shape {@code _xHHHH_} gets its underscore escaped, since ST_Xstring (ECMA-376 Part
 * 1, 22.9.2.19) would read it as one character. A carriage return is written as a character reference, since an XML parser
 * would turn a bare one into a line feed.
 */
final class XmlStream {

    private static final int MOST_BYTES_OF_ONE_CHARACTER = 16;
    private static final byte[] AMPERSAND = ascii("&amp;");
    private static final byte[] LESS = ascii("&lt;");
    private static final byte[] GREATER = ascii("&gt;");
    private static final byte[] QUOTE = ascii("&quot;");
    private static final byte[] RETURN = ascii("&#13;");
    private static final byte[] UNDERSCORE = ascii("_x005F_");

    private final byte[] buffer = new byte[1 << 14];
    private final OutputStream out;
    private int at;

    XmlStream(OutputStream out) {
        this.out = out;
    }

    static byte[] ascii(String markup) {
        return markup.getBytes(StandardCharsets.US_ASCII);
    }

    void markup(byte[] bytes) throws IOException {
        if (bytes.length > buffer.length - at) {
            flush();
        }
        System.arraycopy(bytes, 0, buffer, at, bytes.length);
        at += bytes.length;
    }

    void markup(String ascii) throws IOException {
        markup(ascii(ascii));
    }

    void number(int value) throws IOException {
        markup(Integer.toString(value));
    }

    /**
     * Writes text, escaped.
     *
     * @throws IllegalArgumentException saying why, when XML cannot hold it
     */
    void text(String text) throws IOException {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (buffer.length - at < MOST_BYTES_OF_ONE_CHARACTER) {
                flush();
            }
            char c = text.charAt(i);
            if (c < 0x80) {
                oneByte(text, i, c);
            } else if (c < 0x800) {
                put(0xC0 | c >> 6);
                continuation(c);
            } else if (Character.isSurrogate(c)) {
                fourBytes(text, i++);
            } else if (c >= 0xFFFE) {
                throw new IllegalArgumentException("XMLで使えない文字があります");
            } else {
                put(0xE0 | c >> 12);
                continuation(c >> 6);
                continuation(c);
            }
        }
    }

    private void oneByte(String text, int i, char c) throws IOException {
        switch (c) {
            case '&' -> markup(AMPERSAND);
            case '<' -> markup(LESS);
            case '>' -> markup(GREATER);
            case '"' -> markup(QUOTE);
            case '\r' -> markup(RETURN);
            case '_' -> underscore(text, i);
            default -> {
                if (c < ' ' && c != '\n' && c != '\t') {
                    throw new IllegalArgumentException("制御文字があります");
                }
                put(c);
            }
        }
    }

    private void underscore(String text, int i) throws IOException {
        if (CharacterEscape.at(text, i)) {
            markup(UNDERSCORE);
        } else {
            put('_');
        }
    }

    private void fourBytes(String text, int i) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
            throw new IllegalArgumentException("サロゲートの片方だけの文字があります");
        }
        int c = text.codePointAt(i);
        put(0xF0 | c >> 18);
        continuation(c >> 12);
        continuation(c >> 6);
        continuation(c);
    }

    /** A byte that carries the next six bits. */
    private void continuation(int bits) {
        put(0x80 | (bits & 0x3F));
    }

    private void put(int oneByte) {
        buffer[at++] = (byte) oneByte;
    }

    void flush() throws IOException {
        out.write(buffer, 0, at);
        at = 0;
    }
}
