package jp.kakehashi.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is printed on one single workbook, beside its rows.
 *
 * @param controlNumber such as R8-001
 * @param on the day of the document
 * @param confirmationCode four digits: who repeats them has opened the workbook; none where the form has no place for it
 */
public record Imprint(String controlNumber, LocalDate on, Optional<String> confirmationCode) {

    private static final String CODE_WORD = "受領確認コード";
    private static final Pattern CODE = Pattern.compile(CODE_WORD + "\\s?([0-9]{4})(?![0-9])");

    /** The code as it is printed, such as 受領確認コード 1234; empty without one. */
    String printedCode() {
        return confirmationCode.map(code -> CODE_WORD + " " + code).orElse("");
    }

    /**
     * Finds the code in an opened workbook.
     *
     * @param lines its title rows
     */
    public static Optional<String> codeIn(List<String> lines) {
        return lines.stream()
                .map(CODE::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .findFirst();
    }
}
