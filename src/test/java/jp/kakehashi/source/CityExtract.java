package jp.kakehashi.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Writes what the shipped queries answer of a city as an extract, as an office's batch would. */
public final class CityExtract {

    private final Path folder;
    private final Charset charset;

    public CityExtract(Path folder) {
        this(folder, StandardCharsets.UTF_8);
    }

    CityExtract(Path folder, Charset charset) {
        this.folder = folder;
        this.charset = charset;
    }

    /**
     * Writes all four files.
     *
     * @param extractedAt local time of the extraction
     */
    public void write(DataSource city, LocalDateTime extractedAt) {
        Iterator<Iterator<Map<String, Object>>> answers = new QueryRunner(city)
                .changed(new Window(Instant.EPOCH, Instant.EPOCH))
                .iterator();
        List<String> totals = new ArrayList<>(List.of("file,rows,people,extracted_at"));
        for (Query query : Query.values()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            answers.next().forEachRemaining(row -> {
                Map<String, Object> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                named.putAll(row);
                rows.add(named);
            });
            write(query.label() + ".csv", lines(query, rows));
            long people =
                    rows.stream().map(row -> row.get("payee_no")).distinct().count();
            totals.add("%s,%d,%d,%s".formatted(query.label(), rows.size(), people, extractedAt));
        }
        write(ExtractTotals.FILE, totals);
    }

    private static List<String> lines(Query query, List<Map<String, Object>> rows) {
        List<String> columns = List.copyOf(query.columns().keySet());
        List<String> lines = new ArrayList<>(List.of(String.join(",", columns)));
        rows.forEach(row ->
                lines.add(columns.stream().map(column -> cell(row.get(column))).collect(Collectors.joining(","))));
        return lines;
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        return '"' + value.toString() + '"';
    }

    private void write(String file, List<String> lines) {
        try {
            Files.writeString(folder.resolve(file), String.join("\r\n", lines) + "\r\n", charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
