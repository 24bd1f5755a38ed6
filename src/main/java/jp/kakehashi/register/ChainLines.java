package jp.kakehashi.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Instant;

/** The lines of an exported chain, written and read. What is not exactly such a line is refused. */
final class ChainLines {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final Writer out;

    ChainLines(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    }

    void header(Instant exportedAt, ChainTable.Head head) throws IOException {
        line(JSON.valueToTree(new Header(Link.FORMAT, Link.writing(exportedAt), head.sequence(), head.hash())));
    }

    void entry(ChainTable.Hashed entry) throws IOException {
        ObjectNode line = JSON.valueToTree(entry.link());
        line(line.put("hash", entry.hash()));
    }

    void flush() throws IOException {
        out.flush();
    }

    /**
     * Reads the first line.
     *
     * @throws JsonProcessingException if it is no header; the message may quote the line
     */
    static Header readHeader(String line) throws JsonProcessingException {
        return JSON.readValue(line, Header.class);
    }

    /**
     * Reads any further line.
     *
     * @throws JsonProcessingException if it is no entry; the message may quote the line
     */
    static ChainTable.Hashed readEntry(String line) throws JsonProcessingException {
        JsonNode tree = JSON.readTree(line);
        JsonNode hash = tree instanceof ObjectNode entry ? entry.remove("hash") : null;
        if (hash == null || !hash.isTextual()) {
            throw new JsonParseException(null, "an entry has a hash");
        }
        return new ChainTable.Hashed(JSON.treeToValue(tree, Link.class), hash.textValue());
    }

    private void line(JsonNode json) throws IOException {
        out.write(JSON.writeValueAsString(json));
        out.write('\n');
    }

    /** The first line: what the file is, and where the chain ended when it was exported. */
    record Header(String format, String exportedAt, long entries, String head) {}
}
