package jp.kakehashi.source;

/** What is wrong with an extract: file, line and column in Japanese, as an operator is told; never a value. */
final class ExtractFault extends SourceException {

    private static final long serialVersionUID = 1L;

    private ExtractFault(String message) {
        super(message);
    }

    static ExtractFault in(String file, String what) {
        return new ExtractFault(file + ": " + what);
    }

    static ExtractFault at(String file, long line, String what) {
        return new ExtractFault("%s %d行目: %s".formatted(file, line, what));
    }

    static ExtractFault at(String file, long line, String column, String what) {
        return new ExtractFault("%s %d行目 列 %s: %s".formatted(file, line, column, what));
    }
}
