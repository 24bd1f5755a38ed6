package jp.kakehashi.letter;

import java.util.List;
import java.util.Optional;

/**
 * 開封不可 by machine: the receiver could not open the parcel, or its layout is not the agreed one.
 *
 * @param controlNumber such as {@code R8-001}
 * @param why a code of capitals and underscores, such as {@code WRONG_PASSWORD}; never a value from inside the file
 * @param parcelSha256 of the parcel as it arrived, 64 lower-case hexadecimal digits
 */
public record CannotOpen(String controlNumber, String why, String parcelSha256) implements Sort {

    public CannotOpen {
        Statements.require("control-number", controlNumber);
        Statements.require("cannot-open", why);
        Statements.require("parcel-sha256", parcelSha256);
    }

    /** The subject of the mail that carries it. */
    public String subject() {
        return "開封不可（" + controlNumber + "）";
    }

    /** The text of the mail that carries it: a line for people, then one statement a line for machines. */
    public List<String> bodyLines() {
        Statements statements = new Statements("送付ファイルを開封できませんでした。");
        statements.add("control-number", controlNumber);
        statements.add("cannot-open", why);
        statements.add("parcel-sha256", parcelSha256);
        return statements.lines();
    }

    /** What a text says could not be opened; nothing when it does not say so, whole and unambiguous. */
    static Optional<CannotOpen> parse(String text) {
        Statements said = Statements.in(text);
        if (!said.unambiguous() || said.value("rows").isPresent()) {
            return Optional.empty();
        }
        return said.value("control-number")
                .flatMap(number -> said.value("cannot-open")
                        .flatMap(why -> said.value("parcel-sha256").map(sha -> new CannotOpen(number, why, sha))));
    }
}
