package jp.kakehashi.source;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What {@code totals.csv} says of the other files: one line each, and all of one extraction.
 *
 * @param extractedAt when the collection system was read
 * @param counts what each file holds
 */
record ExtractTotals(Instant extractedAt, Map<Query, Count> counts) {

    static final String FILE = "totals.csv";

    /**
     * What one file holds.
     *
     * @param rows lines without the headings
     * @param people different payee numbers in them
     */
    record Count(int rows, int people) {}

    private static final Set<String> COLUMNS = Set.of("file", "rows", "people", "extracted_at");

    /**
     * Reads them.
     *
     * @param zone of the times in the file
     * @throws ExtractFault if it is malformed, or speaks of other files or several extractions
     */
    static ExtractTotals read(Path folder, Charset charset, ZoneId zone) {
        Map<Query, Count> counts = new EnumMap<>(Query.class);
        Instant extractedAt = null;
        try (CsvFile lines = new CsvFile(folder.resolve(FILE), charset, COLUMNS)) {
            while (lines.hasNext()) {
                CsvFile.Line line = lines.next();
                Count count = new Count(number(line, "rows"), number(line, "people"));
                if (counts.put(query(line), count) != null) {
                    throw line.fault("file", "同じファイルが二度あります");
                }
                Instant at = time(line, zone);
                if (extractedAt != null && !extractedAt.equals(at)) {
                    throw line.fault("extracted_at", "他の行と抽出日時が違います");
                }
                extractedAt = at;
            }
        }
        if (counts.size() < Query.values().length) {
            throw ExtractFault.in(FILE, "cases・events・payments の三行がそろっていません");
        }
        return new ExtractTotals(extractedAt, counts);
    }

    private static Query query(CsvFile.Line line) {
        for (Query query : Query.values()) {
            if (query.label().equals(line.cells().get("file"))) {
                return query;
            }
        }
        throw line.fault("file", "cases・events・payments のいずれでもありません");
    }

    private static int number(CsvFile.Line line, String column) {
        String text = line.cells().get(column);
        if (!text.matches("[0-9]{1,9}")) {
            throw line.fault(column, "整数ではありません");
        }
        return Integer.parseInt(text);
    }

    private static Instant time(CsvFile.Line line, ZoneId zone) {
        try {
            return LocalDateTime.parse(line.cells().get("extracted_at"))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw line.fault("extracted_at", "日時（YYYY-MM-DDThh:mm:ss）ではありません");
        }
    }
}
