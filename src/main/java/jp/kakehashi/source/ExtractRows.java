package jp.kakehashi.source;

import java.io.Closeable;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/** The rows of one file of an extract, typed as the query of the same name would answer them, and counted. */
final class ExtractRows implements Iterator<Map<String, Object>>, Closeable {

    private final Query query;
    private final CsvFile file;
    private String payeeNo = "";
    private int rows;
    private int people;

    ExtractRows(Path path, Query query, Charset charset) {
        this.query = query;
        this.file = new CsvFile(path, charset, query.columns().keySet());
    }

    /** How many rows were read so far. */
    int rows() {
        return rows;
    }

    /** How many people they were about. */
    int people() {
        return people;
    }

    @Override
    public boolean hasNext() {
        return file.hasNext();
    }

    @Override
    public Map<String, Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CsvFile.Line line = file.next();
        count(line);
        Map<String, Object> row = new HashMap<>();
        query.columns().forEach((column, type) -> row.put(column, value(line, column, type)));
        return row;
    }

    @Override
    public void close() {
        file.close();
    }

    private void count(CsvFile.Line line) {
        String next = line.cells().get("payee_no").strip();
        if (next.isEmpty()) {
            throw line.fault("payee_no", "宛名番号がありません");
        }
        int order = next.compareTo(payeeNo);
        if (order < 0) {
            throw line.fault("payee_no", "宛名番号の順に並んでいません");
        }
        people += order > 0 ? 1 : 0;
        rows++;
        payeeNo = next;
    }

    private static Object value(CsvFile.Line line, String column, ColumnType type) {
        String text = line.cells().get(column).strip();
        if (text.isEmpty()) {
            return null;
        }
        return switch (type) {
            case TEXT -> text;
            case WHOLE -> matching(line, column, text, "[0-9]{1,9}", "整数ではありません");
            case FLAG -> matching(line, column, text, "[01]", "0・1ではありません");
            case DATE -> date(line, column, text);
        };
    }

    private static Integer matching(CsvFile.Line line, String column, String text, String form, String otherwise) {
        if (!text.matches(form)) {
            throw line.fault(column, otherwise);
        }
        return Integer.valueOf(text);
    }

    private static LocalDate date(CsvFile.Line line, String column, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            // Not as a cause: its message quotes.
            throw line.fault(column, "日付（YYYY-MM-DD）ではありません");
        }
    }
}
