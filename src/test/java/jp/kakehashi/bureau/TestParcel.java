package jp.kakehashi.bureau;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.Imprint;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.letter.Attachment;
import jp.kakehashi.letter.Letter;
import jp.kakehashi.parcel.Method;
import jp.kakehashi.parcel.Parcels;
import jp.kakehashi.workbook.Layout;
import jp.kakehashi.workbook.Workbooks;

/** A parcel as the ward would send it, and the ways to spoil it. All persons are fictitious. */
final class TestParcel {

    static final String ZIP_PASSWORD = "abcdefghjkmnprstuvwx";
    static final String WORKBOOK_PASSWORD = "2345678abcdefghjkmnp";
    static final String CODE = "0427";

    private static final Agreement AGREEMENT = TestAgreement.demo();
    /** Of the same sheets, where the mail names a pair. */
    private static final Agreement WITH_TABLE = TestAgreement.withTable().only();
    /** Sealing is slow on purpose: what was sealed once serves every test. */
    private static final Map<Object, byte[]> SEALED = new ConcurrentHashMap<>();

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private final DocumentKind kind;
    private final String controlNumber;
    private final String stem;
    private List<List<String>> rows = people(2);
    private Layout layout;
    private String entryName;
    private int rowsTold = 2;
    private Optional<String> pair = Optional.empty();

    private TestParcel(DocumentKind kind, String controlNumber, String suffix) {
        this.kind = kind;
        this.controlNumber = controlNumber;
        this.stem = AGREEMENT.fileStem(kind, controlNumber, JUNE) + suffix;
        this.layout = AGREEMENT.layout(kind, new Imprint(controlNumber, JUNE, Optional.of(CODE)));
        this.entryName = stem + ".xlsx";
    }

    static TestParcel provision(String controlNumber) {
        return new TestParcel(DocumentKind.PROVISION, controlNumber, "");
    }

    static TestParcel sealedAfresh(String controlNumber) {
        return new TestParcel(DocumentKind.PROVISION, controlNumber, "_r1");
    }

    static TestParcel test(String controlNumber) {
        return new TestParcel(DocumentKind.TEST, controlNumber, "");
    }

    /** Rows of fictitious people. */
    static List<List<String>> people(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(TestParcel::person).toList();
    }

    static List<String> person(int number) {
        return List.of(
                "KAKU TARO",
                number % 2 == 0 ? "" : "架空　太郎",
                "男",
                "1990年01月05日",
                "無国籍",
                "ZZ%08dZZ".formatted(number),
                "留学",
                "1年3月",
                "2026年12月31日",
                "令和6年度第3期分から令和7年度第2期分までが未納である。各期に督促状を送付した。");
    }

    TestParcel with(List<List<String>> others) {
        this.rows = others;
        this.rowsTold = others.size();
        return this;
    }

    TestParcel telling(int count) {
        this.rowsTold = count;
        return this;
    }

    TestParcel naming(String number) {
        this.pair = Optional.of(number);
        return this;
    }

    TestParcel laidOut(Layout other) {
        this.layout = other;
        return this;
    }

    TestParcel holding(String name) {
        this.entryName = name;
        return this;
    }

    Layout layout() {
        return layout;
    }

    /** The sealed bytes; the very same each time for the same content. */
    byte[] bytes() {
        return SEALED.computeIfAbsent(List.of(layout, rows, entryName), content -> seal())
                .clone();
    }

    private byte[] seal() {
        try {
            ByteArrayOutputStream workbook = new ByteArrayOutputStream();
            Workbooks.write(layout, rows.iterator(), WORKBOOK_PASSWORD.toCharArray(), workbook);
            ByteArrayOutputStream parcel = new ByteArrayOutputStream();
            Parcels.seal(entryName, workbook.toByteArray(), ZIP_PASSWORD.toCharArray(), Method.AES_256, parcel);
            return parcel.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mail that carries it. */
    Letter mail() {
        return mail(bytes());
    }

    /** A mail that carries these bytes under this parcel's name. */
    Letter mail(byte[] bytes) {
        return mail(bytes, AGREEMENT.parties().from());
    }

    Letter mail(byte[] bytes, String from) {
        var text = (pair.isPresent() ? WITH_TABLE : AGREEMENT).document(kind).letter();
        return new Letter(
                Letter.freshMessageId(from),
                from,
                AGREEMENT.parties().recipients(),
                text.subject(controlNumber),
                text.body(controlNumber, rowsTold, "令和8年6月1日", "03-0000-0000", pair),
                Optional.of(new Attachment(stem + ".zip", bytes)),
                Optional.empty(),
                Instant.parse("2026-06-01T00:00:00Z"),
                AGREEMENT.mail().encoding());
    }
}
