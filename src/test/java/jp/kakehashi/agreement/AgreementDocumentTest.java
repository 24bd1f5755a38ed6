package jp.kakehashi.agreement;

import java.io.IOException;
import java.nio.file.Path;
import jp.kakehashi.house.Written;
import org.junit.jupiter.api.Test;

/** {@code docs/agreement.md} says what the records say. */
class AgreementDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/agreement.md");
    private static final String INTRODUCTION = """
            # The agreement file

            `config/agreements/NAME.yaml` is the written agreement as code; `NAME` is its id. It is read once, at the start.
            A key that is not in this table is refused, and every mistake of every file is named at once with its key. The
            SHA-256 of the file stands in the record of every shipment: whoever changes the file changes the agreement.

            Made by `AgreementDocumentTest` from the records that bind the file; write it anew with
            `mvn test -Dtest=AgreementDocumentTest -Ddocs.write=true`.

            What no key can change: the ten items, at least two people for a sending, two different passwords that never
            travel by mail, and the sheet's mark 「研修用」 in training. The confirmation code and the mark stand in the title
            rows; without any, on the sheet 取扱条件; without that, in the footer; a form with none of them has no code.

            | key | form | required | meaning |
            |---|---|---|---|
            """;

    @Test
    void everyKeyIsDocumented() throws IOException {
        Written.compare(DOCUMENT, INTRODUCTION + String.join("\n", new KeyTable(Agreement.class).rows()) + "\n");
    }
}
