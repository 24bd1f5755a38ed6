package jp.kakehashi.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shipped agreement, for tests of every package. */
public final class TestAgreement {

    private static final String[] UNTESTED = {"\ndocuments:\n", "\ndocuments:\n  test-exchange: not-required\n"};
    private static final String[] STANDING = {"  lapse-after: 30\n", "  lapse-after: 30\n  standing: [answer]\n"};
    private static final String[] TWO_METHODS = {
        "\n  method: aes-256\n",
        "\n  method: aes-256\n  other: zipcrypto\n  decision: {on: 2026-05-20, by: 滞納対策課長　研修　一郎（架空）}\n"
    };
    private static final String[] TABLE = {
        "\npasswords:\n", "\npasswords:\n  source: agreed-table\n", "パスワードは電話で", "パスワードは表の第{passwordNumber}番です。電話で"
    };

    /** Ends in July, before ② does. */
    static final String NIL_NOTICE = """
              nil-notice:
                period: {from: 2026-06-01, until: 2026-07-31}
                letter:
                  subject: 【新宿区】該当なしの通知（{controlNumber}）
                  body:
                    - 今月は、{date}現在、新たに提供する情報はありません（{rows}件）。
                    - 送付番号　{controlNumber}
            """;

    private TestAgreement() {}

    /** The training agreement as it is shipped. */
    public static Agreement demo() {
        return agreements().only();
    }

    /**
     * The same with something written otherwise.
     *
     * @param changes what is shipped and what stands there instead, in turns
     */
    public static Agreement with(String... changes) {
        try {
            Path folder = Files.createTempDirectory("agreement");
            Path file = folder.resolve("nhi-tokyo-isa.yaml");
            String text = Files.readString(Path.of("config/agreements/nhi-tokyo-isa.yaml"));
            for (int i = 0; i < changes.length; i += 2) {
                if (!text.contains(changes[i])) {
                    throw new IllegalArgumentException("the shipped agreement does not hold " + changes[i]);
                }
                text = text.replace(changes[i], changes[i + 1]);
            }
            Files.writeString(file, text);
            Agreement written = Agreements.load(folder).only();
            Files.delete(file);
            Files.delete(folder);
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same where ② waits for no test exchange, as its bean. */
    public static Agreements untested() {
        return agreementsWith(UNTESTED);
    }

    /** The same where also ④ may run under a standing decision, as its bean. */
    public static Agreements untestedAndStanding() {
        return agreementsWith(UNTESTED[0], UNTESTED[1], STANDING[0], STANDING[1]);
    }

    /** The shipped one where ④ may run under a standing decision, as its bean. */
    public static Agreements standing() {
        return agreementsWith(STANDING);
    }

    /** The same where also ZipCrypto is agreed, as the other method. */
    public static Agreements untestedWithTwoMethods() {
        return agreementsWith(UNTESTED[0], UNTESTED[1], TWO_METHODS[0], TWO_METHODS[1]);
    }

    /** The shipped one with an agreed table of passwords, as its bean. */
    public static Agreements withTable() {
        return agreementsWith(TABLE);
    }

    private static Agreements agreementsWith(String... changes) {
        return new Agreements(List.of(with(changes)));
    }

    /** The same with a nil notice, as its bean. */
    public static Agreements withNilNotice() {
        return agreementsWith(UNTESTED[0], UNTESTED[1] + NIL_NOTICE);
    }

    /** The same with a full list, as its bean. */
    public static Agreements fullList() {
        return agreementsWith("\ndocuments:\n", "\ndocuments:\n  provision-scope: full-list\n");
    }

    /**
     * Writes the agreements of a folder where ② waits for no test exchange.
     *
     * @param shipped where they stand
     * @param others where they are written, a new folder
     * @return the new folder
     */
    public static Path untested(Path shipped, Path others) {
        try (Stream<Path> files = Files.list(shipped)) {
            Files.createDirectories(others);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(
                        others.resolve(file.getFileName()),
                        Files.readString(file).replace(UNTESTED[0], UNTESTED[1]));
            }
            return others;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bean that holds it alone. */
    public static Agreements agreements() {
        return Agreements.load(Path.of("config/agreements"));
    }
}
