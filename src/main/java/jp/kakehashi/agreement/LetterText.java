package jp.kakehashi.agreement;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of the mail that carries a document. They hold no personal data: only these places can be filled.
 *
 * @param subject with the control number
 * @param body one entry a line
 */
public record LetterText(
        @Key("Subject; must hold {controlNumber}.") Template subject,

        @Key(
                "Body, a line each. Places: {controlNumber} {rows} {date} {telephone} and, with an agreed table of passwords, {passwordNumber}. Only characters of JIS X 0208.")
        List<Template> body) {

    private static final String CONTROL_NUMBER = "controlNumber";
    private static final String ROWS = "rows";
    private static final String DATE = "date";
    private static final String PASSWORD_NUMBER = "passwordNumber";
    private static final Set<String> BODY_PLACES = Set.of(CONTROL_NUMBER, ROWS, DATE, "telephone", PASSWORD_NUMBER);

    public LetterText {
        Faults faults = new Faults()
                .places("subject", subject, Set.of(CONTROL_NUMBER))
                .unless(
                        subject.places().contains(CONTROL_NUMBER),
                        "subject",
                        "{controlNumber} が必要です",
                        "must hold {controlNumber}");
        checkWords(faults, "subject", subject);
        for (int i = 0; i < body.size(); i++) {
            faults.places("body[" + i + "]", body.get(i), BODY_PLACES);
            checkWords(faults, "body[" + i + "]", body.get(i));
        }
        faults.refuse();
    }

    /** The subject line of one document's mail. */
    public String subject(String controlNumber) {
        return subject.fill(Map.of(CONTROL_NUMBER, controlNumber));
    }

    /**
     * The body of one document's mail.
     *
     * @param date as the letter writes it, such as 令和8年6月1日
     * @param passwordNumber which pair of the agreed table, such as W7; empty for generated passwords
     */
    public List<String> body(
            String controlNumber, int rows, String date, String telephone, Optional<String> passwordNumber) {
        Map<String, String> values = Map.of(
                CONTROL_NUMBER,
                controlNumber,
                ROWS,
                Integer.toString(rows),
                DATE,
                date,
                "telephone",
                telephone,
                PASSWORD_NUMBER,
                passwordNumber.orElse(""));
        return body.stream().map(line -> line.fill(values)).toList();
    }

    /** Whether the body names a pair of the agreed table. */
    boolean namesPassword() {
        return names(PASSWORD_NUMBER);
    }

    /** Whether the body says of which day it speaks. */
    boolean namesDate() {
        return names(DATE);
    }

    private boolean names(String place) {
        return body.stream().anyMatch(line -> line.places().contains(place));
    }

    /** Whether a received mail bears this subject, whatever its control number. */
    public boolean isSubjectOf(String subjectLine) {
        return subject.read(subjectLine).isPresent();
    }

    /**
     * How many rows a received mail announces; nothing where it has no such line.
     *
     * @param text the mail's text
     */
    public Optional<Integer> rowsTold(String text) {
        return told(ROWS, "[0-9]{1,7}", text).map(Integer::valueOf);
    }

    /**
     * Which pair of the agreed table a received mail names, such as W7; nothing where it names none. A pair of B is for what
     * goes out: who names one in a mail that comes in must not use it up.
     *
     * @param text the mail's text
     */
    public Optional<String> passwordNumberTold(String text) {
        return told(PASSWORD_NUMBER, "W[1-9][0-9]{0,3}", text);
    }

    private Optional<String> told(String place, String form, String text) {
        return body.stream()
                .filter(line -> line.places().contains(place))
                .flatMap(line -> text.lines().flatMap(said -> line.read(said).stream()))
                .map(values -> values.get(place))
                .filter(value -> value.matches(form))
                .findFirst();
    }

    private static void checkWords(Faults faults, String key, Template words) {
        faults.unless(
                Charset.forName("ISO-2022-JP").newEncoder().canEncode(words.text()),
                key,
                "機種依存文字（JIS X 0208 にない文字）が含まれています",
                "holds a character outside JIS X 0208, which mail systems break");
    }
}
