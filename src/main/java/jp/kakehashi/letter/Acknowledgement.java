package jp.kakehashi.letter;

import java.util.List;
import java.util.Optional;

/**
 * 受領確認 by machine: the receiver opened the parcel, and repeats what only its inside tells.
 *
 * @param controlNumber such as {@code R8-001}
 * @param code the 受領確認コード of four digits; none where the form has no place for it
 * @param rows how many rows were read
 * @param parcelSha256 of the parcel that was opened, 64 lower-case hexadecimal digits
 */
public record Acknowledgement(String controlNumber, Optional<String> code, int rows, String parcelSha256)
        implements Sort {

    public Acknowledgement {
        Statements.require("control-number", controlNumber);
        code.ifPresent(digits -> Statements.require("confirmation-code", digits));
        Statements.require("rows", Integer.toString(rows));
        Statements.require("parcel-sha256", parcelSha256);
    }

    /** The subject of the mail that carries it. */
    public String subject() {
        return "受領確認（" + controlNumber + "）";
    }

    /** The text of the mail that carries it: a line for people, then one statement a line for machines. */
    public List<String> bodyLines() {
        Statements statements = new Statements("送付ファイルを受領し、開封しました。");
        statements.add("control-number", controlNumber);
        code.ifPresent(digits -> statements.add("confirmation-code", digits));
        statements.add("rows", Integer.toString(rows));
        statements.add("parcel-sha256", parcelSha256);
        return statements.lines();
    }

    /** The acknowledgement that a text carries; nothing when it is not one, whole and unambiguous. */
    static Optional<Acknowledgement> parse(String text) {
        Statements said = Statements.in(text);
        Optional<String> rows = said.value("rows");
        if (!said.unambiguous() || rows.isEmpty() || said.value("cannot-open").isPresent()) {
            return Optional.empty();
        }
        return said.value("control-number")
                .flatMap(number -> said.value("parcel-sha256")
                        .map(sha -> new Acknowledgement(
                                number, said.value("confirmation-code"), Integer.parseInt(rows.get()), sha)));
    }
}
