package jp.kakehashi.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

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

    /**
     * Writes a segment of the chain: the header, its entries, and behind the entry that each speaks of, checkpoints.
     *
     * @param segment which entries
     * @param entries where they are read
     * @param checkpoints those to be written with them, in their order
     */
    void segment(Checkpoint segment, ChainTable entries, List<Checkpoint> checkpoints) throws IOException {
        line(JSON.valueToTree(new Header(Link.FORMAT, segment)));
        Deque<Checkpoint> waiting = new ArrayDeque<>(checkpoints);
        for (long done = segment.after(); done < segment.sequence(); ) {
            List<ChainTable.Hashed> page = entries.page(done, segment.sequence());
            if (page.isEmpty()) {
                break; // entries are missing, and the reader will say so
            }
            for (ChainTable.Hashed entry : page) {
                entry(entry);
                done = entry.link().sequence();
                while (!waiting.isEmpty() && waiting.peek().sequence() <= done) {
                    checkpoint(waiting.remove());
                }
            }
        }
        for (Checkpoint beyond : waiting) {
            checkpoint(beyond);
        }
        out.flush();
    }

    private void entry(ChainTable.Hashed entry) throws IOException {
        ObjectNode line = JSON.valueToTree(entry.link());
        line(line.put("hash", entry.hash()));
    }

    private void checkpoint(Checkpoint checkpoint) throws IOException {
        line(JSON.valueToTree(new Signed(checkpoint)));
    }

    /**
     * Reads the first line.
     *
     * @throws JsonProcessingException if it is no header; the message may quote the line
     */
    static Header readHeader(String line) throws JsonProcessingException {
        return JSON.readValue(line, Header.class);
    }

    /** Whether a further line is meant to be a checkpoint. */
    static boolean isCheckpoint(String line) {
        return line.startsWith("{\"checkpoint\"");
    }

    /**
     * Reads a line that {@link #isCheckpoint}.
     *
     * @throws JsonProcessingException if it is none; the message may quote the line
     */
    static Checkpoint readCheckpoint(String line) throws JsonProcessingException {
        return JSON.readValue(line, Signed.class).checkpoint();
    }

    /**
     * Reads any other further line.
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

    /** The first line: what the file is, and of which entries. */
    record Header(String format, Checkpoint segment) {

        Header {
            requireNonNull(segment);
        }
    }

    private record Signed(Checkpoint checkpoint) {

        Signed {
            requireNonNull(checkpoint);
        }
    }
}
