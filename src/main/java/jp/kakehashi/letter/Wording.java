package jp.kakehashi.letter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Text from bytes whose label may be missing or wrong, as Japanese mail programs still send them: the first reading without
 * an error wins, and Latin-1, which reads anything, is the last.
 */
final class Wording {

    /** ISO-2022-JP with the vendors' characters (①, ㈱, 髙) that many programs write under that label. */
    private static final Charset JIS = Charset.forName("x-windows-iso2022jp");

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private Wording() {}

    static String read(byte[] bytes, Optional<String> label) {
        return candidates(bytes, label).stream()
                .flatMap(charset -> strictly(bytes, charset).stream())
                .findFirst()
                .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty(); // not written in this one
        }
    }

    /** A header value as the library gives it, one character a byte, when it was sent raw instead of encoded. */
    static String readRaw(String header) {
        boolean raw = header.chars().anyMatch(c -> c >= 0x80 || c == 0x1b)
                && header.chars().allMatch(c -> c <= 0xff);
        return raw ? read(header.getBytes(StandardCharsets.ISO_8859_1), Optional.empty()) : header;
    }

    private static Set<Charset> candidates(byte[] bytes, Optional<String> label) {
        Set<Charset> candidates = new LinkedHashSet<>();
        if (holdsJisEscape(bytes)) {
            candidates.add(JIS);
        }
        label.flatMap(Wording::known).ifPresent(candidates::add);
        candidates.add(StandardCharsets.UTF_8);
        candidates.add(SHIFT_JIS);
        return candidates;
    }

    private static Optional<Charset> known(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        if (name.equals("iso-2022-jp")) {
            return Optional.of(JIS);
        }
        if (name.equals("shift_jis") || name.equals("x-sjis")) {
            return Optional.of(SHIFT_JIS);
        }
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a label that names no character set says nothing
        }
    }

    private static boolean holdsJisEscape(byte[] bytes) {
        String plain = new String(bytes, StandardCharsets.ISO_8859_1);
        return plain.contains("\u001b$B") || plain.contains("\u001b$@") || plain.contains("\u001b(J");
    }
}
