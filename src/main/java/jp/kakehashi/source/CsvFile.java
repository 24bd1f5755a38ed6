package jp.kakehashi.source;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A CSV file of an extract, read strictly, one line at a time: exactly the named columns, every line complete and in the
 * agreed charset. A byte order mark is passed over.
 */
final class CsvFile implements Iterator<CsvFile.Line>, Closeable {

    /**
     * One line.
     *
     * @param number counted from 1, the headings included
     * @param cells column to text; an empty cell is an empty text
     */
    record Line(String file, long number, Map<String, String> cells) {

        ExtractFault fault(String column, String what) {
            return ExtractFault.at(file, number, column, what);
        }

        /** Says nothing of what stands in it. */
        @Override
        public String toString() {
            return file + " line " + number;
        }
    }

    private static final String MARK = "\uFEFF";
    private static final int LONGEST_CELL = 4096;

    private final Path path;
    private final String name;
    private final Charset charset;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> headings;
    private long read;

    /**
     * Opens a file and reads its headings.
     *
     * @throws ExtractFault if it is cut off, or has other columns
     */
    CsvFile(Path path, Charset charset, Set<String> columns) {
        this.path = path;
        this.name = path.getFileName().toString();
        this.charset = charset;
        refuseCutOff();
        this.records = open();
        try {
            this.headings = headings(columns);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public boolean hasNext() {
        return read(records::hasNext);
    }

    @Override
    public Line next() {
        List<String> fields = read(records::next).getFields();
        read++;
        if (fields.size() != headings.size()) {
            throw ExtractFault.at(name, read, "列の数が見出しと違います（%d列のところ%d列）".formatted(headings.size(), fields.size()));
        }
        Map<String, String> cells = new HashMap<>(headings.size() * 2);
        for (int i = 0; i < fields.size(); i++) {
            cells.put(headings.get(i), plain(fields.get(i), headings.get(i)));
        }
        return new Line(name, read, cells);
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No cell spans lines: so the count of records is the count of lines, and a quote never closed is found. */
    private String plain(String text, String column) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw ExtractFault.at(name, read, column, "改行・制御文字があるか、引用符が閉じていません");
        }
        return text;
    }

    private List<String> headings(Set<String> columns) {
        if (!hasNext()) {
            throw ExtractFault.in(name, "見出し行がありません");
        }
        List<String> found = read(records::next).getFields().stream()
                .map(heading -> heading.replace(MARK, "").strip())
                .toList();
        read++;
        columns.stream().filter(column -> !found.contains(column)).findFirst().ifPresent(missing -> {
            throw ExtractFault.at(name, read, missing, "この列がありません");
        });
        if (found.size() != columns.size() || !columns.containsAll(new HashSet<>(found))) {
            throw ExtractFault.at(name, read, "取決めにない列、または同じ列が二つあります");
        }
        return found;
    }

    private CloseableIterator<CsvRecord> open() {
        try {
            var text = new BufferedReader(new InputStreamReader(
                    Files.newInputStream(path),
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
            return CsvReader.builder()
                    .skipEmptyLines(false)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(LONGEST_CELL * 16)
                    .ofCsvRecord(text)
                    .iterator();
        } catch (IOException e) {
            throw ExtractFault.in(name, "読めません（%s）".formatted(e.getClass().getSimpleName()));
        }
    }

    private void refuseCutOff() {
        try (var bytes = Files.newByteChannel(path)) {
            var last = ByteBuffer.allocate(1);
            if (bytes.size() > 0) {
                bytes.position(bytes.size() - 1).read(last);
            }
            if (last.get(0) != '\n') {
                throw ExtractFault.in(name, "最後の行が改行で終わっていません（途中で切れている可能性があります）");
            }
        } catch (IOException e) {
            throw ExtractFault.in(name, "読めません（%s）".formatted(e.getClass().getSimpleName()));
        }
    }

    private <T> T read(Supplier<T> step) {
        try {
            return step.get();
        } catch (CsvParseException e) {
            // Not as a cause: its message may quote.
            throw ExtractFault.at(name, read + 1, "CSVとして読めません（引用符の誤り、または長すぎる値）");
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw ExtractFault.at(
                        name, CharsetFault.line(path, charset), "文字コードが %s ではありません".formatted(charset.name()));
            }
            throw e;
        }
    }
}
