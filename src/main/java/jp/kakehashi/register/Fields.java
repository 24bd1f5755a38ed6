package jp.kakehashi.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.SortedMap;

/** Texts written one after another so that no two lists of texts give the same bytes; see {@link ChainFile}. */
final class Fields {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Each text: its length in bytes, a colon, itself in UTF-8, a comma. */
    Fields add(String... texts) {
        for (String text : texts) {
            byte[] bytes = text.getBytes(UTF_8);
            out.writeBytes((bytes.length + ":").getBytes(UTF_8));
            out.writeBytes(bytes);
            out.write(',');
        }
        return this;
    }

    /** The number of pairs, then name and value of each. */
    Fields add(SortedMap<String, String> pairs) {
        add(Integer.toString(pairs.size()));
        pairs.forEach(this::add);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
