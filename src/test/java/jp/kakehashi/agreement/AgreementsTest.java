package jp.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kakehashi.house.OfficeRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped agreement, and every way to write a wrong one. */
class AgreementsTest {

    private static final Path SHIPPED = Path.of("config/agreements/nhi-tokyo-isa.yaml");

    @TempDir
    private Path folder;

    @Test
    void theShippedAgreementIsATrainingOneForTenItems() {
        Agreement agreement = TestAgreement.demo();
        assertThat(agreement.id()).isEqualTo("nhi-tokyo-isa");
        assertThat(agreement.mode()).isEqualTo(Mode.TRAINING);
        assertThat(agreement.items()).containsExactly(Item.values());
        assertThat(agreement.parties().bounceAddress()).isEqualTo("tainou@shinjuku.lg.example");
        assertThat(agreement.parties().journalAddress()).contains("tainou@shinjuku.lg.example");
        assertThat(agreement.zip().method()).isEqualTo(ZipMethod.AES_256);
    }

    @Test
    void thePeriodIsThatOfTheKind() {
        Agreement agreement = TestAgreement.demo();
        assertThat(agreement.covers(DocumentKind.PROVISION, LocalDate.of(2026, 5, 31)))
                .isFalse();
        assertThat(agreement.covers(DocumentKind.TEST, LocalDate.of(2026, 5, 31)))
                .isTrue();
        assertThat(agreement.covers(DocumentKind.PROVISION, LocalDate.of(2026, 6, 1)))
                .isTrue();
        assertThat(agreement.covers(DocumentKind.PROVISION, LocalDate.of(2027, 3, 31)))
                .isTrue();
        assertThat(agreement.covers(DocumentKind.PROVISION, LocalDate.of(2027, 4, 1)))
                .isFalse();
        assertThat(agreement.covers(DocumentKind.CORRECTION, LocalDate.of(2026, 6, 1)))
                .isFalse();
    }

    @Test
    void fileNamesHoldNoPersonAndOnlyAscii() {
        assertThat(TestAgreement.demo().fileStem(DocumentKind.PROVISION, "R8-001", LocalDate.of(2026, 6, 1)))
                .isEqualTo("SJK-NHI_02PROV_R8-001_20260601");
    }

    @Test
    void theMailIsFilledWithoutPersonalData() {
        LetterText letter =
                TestAgreement.demo().document(DocumentKind.PROVISION).letter();
        assertThat(letter.subject("R8-001")).isEqualTo("【新宿区】提供情報の送付について（R8-001）");
        assertThat(letter.body("R8-001", 500, "令和8年6月1日", "03-0000-0000", Optional.empty()))
                .contains("送付番号　R8-001", "件数　　　500件", "お心当たりのない場合は、開封せずに 03-0000-0000 へ御連絡ください。");
    }

    @Test
    void theMailNamesAPairOfTheTableIfAndOnlyIfOneIsAgreed() {
        assertThatThrownBy(() -> TestAgreement.with("  conveyed-by: 電話", "  source: agreed-table\n  conveyed-by: 電話"))
                .hasMessageContainingAll("documents.test.letter.body", "documents.provision.letter.body");
        assertThatThrownBy(() -> TestAgreement.with("パスワードは電話で", "第{passwordNumber}番です。電話で"))
                .hasMessageContaining("{passwordNumber}");
    }

    @Test
    @OfficeRule("nil-notice")
    void aNilNoticeIsSentWhereItIsAgreedOnAndOnlyThen() {
        LocalDate june = LocalDate.of(2026, 6, 1);
        assertThat(TestAgreement.demo().covers(DocumentKind.NIL_NOTICE, june)).isFalse();
        Agreement agreed = TestAgreement.withNilNotice().only();
        assertThat(agreed.covers(DocumentKind.NIL_NOTICE, june)).isTrue();
        assertThat(agreed.covers(DocumentKind.NIL_NOTICE, LocalDate.of(2026, 8, 1)))
                .isFalse();
        LetterText letter = agreed.document(DocumentKind.NIL_NOTICE).letter();
        assertThat(letter.isSubjectOf("【新宿区】該当なしの通知（R8-002）")).isTrue();
        assertThat(letter.isSubjectOf("Re: 【新宿区】該当なしの通知（R8-002）")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {date}現在、               | ''                    | documents.nil-notice.letter.body: {date} が必要です
            送付番号　{controlNumber}    | 第{passwordNumber}番    | documents.nil-notice.letter.body: {passwordNumber} は使えません
            （{controlNumber}）        | ''                    | documents.nil-notice.letter.subject: {controlNumber} が必要です
            2026-07-31              | 2026-05-31            | documents.nil-notice.period.until: 終期
            period:                 | age:                  | documents.nil-notice.age: この項目はありません
            """)
    void aWrongNilNoticeIsNamedWithItsKey(String right, String wrong, String message) {
        assertThat(TestAgreement.NIL_NOTICE).contains(right);
        assertThatThrownBy(() -> with("documents:\n", "documents:\n" + TestAgreement.NIL_NOTICE.replace(right, wrong)))
                .hasMessageContaining(message);
    }

    @Test
    void theDigestIsThatOfTheBytes() throws IOException {
        Agreement shipped = TestAgreement.demo();
        assertThat(shipped.digest()).matches("[0-9a-f]{64}");
        Agreement changed = load(Files.readString(SHIPPED) + "# one more remark\n");
        assertThat(changed.digest()).isNotEqualTo(shipped.digest());
    }

    @Test
    @OfficeRule("training-hosts")
    void trainingPostsToNoForeignServer() throws IOException {
        assertThat(TestAgreement.demo().mayPostTo("localhost")).isTrue();
        assertThat(TestAgreement.demo().mayPostTo("mail.shinjuku.lg.example")).isFalse();
        assertThat(with("file-prefix: SJK-NHI", "file-prefix: SJK-NHI\ntraining-hosts: [mail.test.example]")
                        .mayPostTo("mail.test.example"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            witnesses: 1               | witnesses: 0             | release.witnesses: 1以上の整数
            witnesses: 1               | witnesses: 0             | release: 送信には2人以上
            years: 5                   | {}                       | retention: 必須項目です / is required
            until: 2027-03-31}         | until: 2026-01-31}       | documents.provision.period.until: 終期
            until: 2027-03-31}         | until: 31.3.2027}        | documents.provision.period.until: 「31.3.2027」
            - nyukan@isa.go.example    | - nyukan                 | parties.accepted-senders[0]: 「nyukan」
            - nyukan@isa.go.example    | - Nyukan <n@isa.example> | parties.accepted-senders[0]
            - nyukan@isa.go.example    | - tainou@shinjuku.lg.example | parties.accepted-senders: 差出人と同じ
            warn: 550                  | warn: 450                | persons.warn: expected（500）以上
            stop: 600                  | stop: 549                | persons.stop: warn（550）以上
            method: aes-256            | method: zipcrypto        | zip.decision: zipcrypto には決定の記録
            method: aes-256            | {AES}   | zip.other: method と違う方式
            method: aes-256            | {OTHER} | zip.decision: zipcrypto には決定の記録
            method: aes-256            | method: rot13            | one of: aes-256, zipcrypto
            conveyed-by: 電話            | conveyed-by: 電子メール       | passwords.conveyed-by: パスワードをメールで
            tries: 3                   | tries: 0                 | passwords.tries
            recent-payment-days: 14    | recent-payment-days: 0   | screening.recent-payment-days: 1以上の整数
            partial-payment-months: 12 | partial-payment-months: -1 | screening.partial-payment-months: 0以上の整数
            execution-suspended: hold  | execution-suspended: ignore | screening.execution-suspended: 「ignore」
            demands: 3                 | demands: many            | screening.exhausted.demands: 整数が必要です
            search-within-months: 12   | search-within-months: -1 | screening.exhausted.search-within-months: 0以上
            charset: utf-8             | charset: shift_jis       | mail.charset
            mode: training             | mode: demo               | mode: 「demo」は使えません。次のいずれか: training, live
            file-prefix: SJK-NHI       | file-prefix: 新宿区         | file-prefix
            （最も古い納期限 {oldestDueDate}） | （{amount}円）               | reason-text.overdue: 差込み項目 {amount} はありません
            について（{controlNumber}）      | について                     | documents.provision.letter.subject: {controlNumber} が必要
            送付番号　{controlNumber}      | 送付番号①                    | letter.body[5]: 機種依存文字
            closing-time: "17:00"      | closing-time: 5pm        | release.closing-time: 「5pm」
            numbered: true             | numbered: 1              | documents.form.numbered: true か false
            sheet-name: 滞納者情報          | sheet-name: a/b          | documents.form.sheet-name
            telephone: 03-0000-0000    | telephone: ask me        | parties.sender.telephone
            lapse-after: 30            | lapse-after: long        | release.lapse-after: 整数が必要です
            """)
    void aWrongValueIsNamedWithItsKey(String right, String wrong, String message) {
        assertThatThrownBy(() -> with(right, meant(wrong)))
                .isInstanceOf(AgreementException.class)
                .hasMessageContaining("nhi-tokyo-isa.yaml: ")
                .hasMessageContaining(message);
    }

    @Test
    @OfficeRule("decide-standing")
    void onlyAnswersAndResolutionsMayRunUnderAStandingDecisionAndNoneByDefault() throws IOException {
        ReleaseRules none = TestAgreement.demo().release();
        ReleaseRules both = standing("answer, resolved").release();

        assertThat(DocumentKind.values()).noneMatch(none::mayStand);
        assertThat(DocumentKind.values())
                .filteredOn(both::mayStand)
                .containsExactly(DocumentKind.ANSWER, DocumentKind.RESOLVED);
        for (String other : List.of("test", "provision", "inquiry", "correction")) {
            assertThatThrownBy(() -> standing("answer, " + other))
                    .hasMessageContaining("release.standing: 包括的な決裁によることができるのは answer と resolved だけ");
        }
    }

    private Agreement standing(String kinds) throws IOException {
        return with("lapse-after: 30", "lapse-after: 30\n  standing: [" + kinds + "]");
    }

    @Test
    @OfficeRule("items-ten")
    void invariant1_anEleventhItemIsRefused() {
        assertThatThrownBy(() -> with("    - exhaustion-reason", "    - exhaustion-reason\n    - amount"))
                .hasMessageContaining("legal-basis.items[10]: 「amount」は使えません");
        assertThatThrownBy(() -> with("    - exhaustion-reason", "    - exhaustion-reason\n    - sex"))
                .hasMessageContaining("legal-basis.items: 承認された10項目");
        assertThatThrownBy(() -> with("    - exhaustion-reason\n", ""))
                .hasMessageContaining("legal-basis.items: 承認された10項目");
    }

    @Test
    void invariant1_anEleventhColumnIsRefused() {
        assertThatThrownBy(() -> with(
                        "    columns:\n",
                        "    columns:\n      - {item: address, heading: 住所, width: 9, wrap: false}\n"))
                .hasMessageContaining("form.columns[0].item: 「address」は使えません");
        assertThatThrownBy(() -> with(
                        "    columns:\n", "    columns:\n      - {item: sex, heading: 電話, width: 9, wrap: false}\n"))
                .hasMessageContaining("form.columns: 承認された10項目を1回ずつ");
    }

    @Test
    void invariant9_everyMistakeIsNamedAtOnce() {
        assertThatThrownBy(() -> load(shipped()
                        .replace("witnesses: 1", "witnesses: 0")
                        .replace("retention:\n  years: 5\n", "")
                        .replace("numbered: true", "numbered: true\n    colour: red")
                        .replace("heading: 性別, width: 5", "heading: 性別, width: 500")
                        .replace("from: tainou@shinjuku.lg.example", "from: tainou")
                        .replace("checklist:", "amounts: true\nchecklist:")))
                .hasMessageContaining("release.witnesses: ")
                .hasMessageContaining("retention: 必須項目です")
                .hasMessageContaining("documents.form.colour: この項目はありません")
                .hasMessageContaining("documents.form.columns[2].width: ")
                .hasMessageContaining("parties.from: 「tainou」")
                .hasMessageContaining("amounts: この項目はありません");
    }

    @Test
    void invariant9_mistakesOfEveryFileAreNamed() throws IOException {
        Files.writeString(folder.resolve("one.yaml"), shipped().replace("tries: 3", "tries: 30"));
        Files.writeString(folder.resolve("two.yaml"), shipped().replace("years: 5", "years: 0"));
        assertThatThrownBy(() -> Agreements.load(folder))
                .hasMessageContaining("one.yaml: passwords.tries")
                .hasMessageContaining("two.yaml: retention.years");
    }

    @Test
    void invariant9_whatIsNoYamlIsNamedWithItsLine() {
        assertThatThrownBy(() -> load("mode: training\nparties: [\n")).hasMessageContaining("nhi-tokyo-isa.yaml: ");
        assertThatThrownBy(() -> load("mode: training\nmode: live\n"))
                .hasMessageContainingAll("nhi-tokyo-isa.yaml: 2行目", "Duplicate field 'mode'");
        assertThatThrownBy(() -> load("")).hasMessageContaining("nhi-tokyo-isa.yaml");
    }

    @Test
    void invariant9_anOfficeWithoutAgreementDoesNotStart() {
        assertThatThrownBy(() -> Agreements.load(folder)).hasMessageContaining("holds no agreement");
        assertThatThrownBy(() -> Agreements.load(folder.resolve("nowhere"))).hasMessageContaining("cannot be read");
    }

    @Test
    @OfficeRule("training-hosts")
    void trainingNeverWritesToALiveAddress() throws IOException {
        Files.writeString(folder.resolve("training.yaml"), shipped());
        Files.writeString(folder.resolve("live.yaml"), shipped().replace("mode: training", "mode: live"));
        assertThatThrownBy(() -> Agreements.load(folder))
                .hasMessageContaining("training.yaml: parties.recipients: 本番の協定の宛先");
    }

    @Test
    @OfficeRule("cannot-open")
    void whatCannotBeOpenedIsSealedByTheOtherAgreedMethodOrTheSameWhereThereIsNone() {
        ZipRules one = TestAgreement.demo().zip();
        ZipRules two = TestAgreement.untestedWithTwoMethods().only().zip();
        assertThat(one.after(ZipMethod.AES_256)).isEqualTo(ZipMethod.AES_256);
        assertThat(one.after(ZipMethod.ZIPCRYPTO)).as("agreed no longer").isEqualTo(ZipMethod.AES_256);
        assertThat(two.after(ZipMethod.AES_256)).isEqualTo(ZipMethod.ZIPCRYPTO);
        assertThat(two.after(ZipMethod.ZIPCRYPTO)).isEqualTo(ZipMethod.AES_256);
        assertThat(one.agrees(ZipMethod.ZIPCRYPTO)).isFalse();
    }

    @Test
    void anAgreementIsFoundByItsName() {
        Agreements agreements = TestAgreement.agreements();
        assertThat(agreements.of("nhi-tokyo-isa")).isEqualTo(agreements.only());
        assertThatThrownBy(() -> agreements.of("other")).hasMessageContaining("other");
    }

    private Agreement with(String right, String wrong) throws IOException {
        String text = shipped();
        int at = text.lastIndexOf(right);
        assertThat(at).as("the shipped file holds " + right).isNotNegative();
        return load(text.substring(0, at) + wrong + text.substring(at + right.length()));
    }

    /** What a table of one line a case cannot hold. */
    private static String meant(String wrong) {
        return switch (wrong) {
            case "{}" -> "";
            case "{AES}" -> "method: aes-256\n  other: aes-256";
            case "{OTHER}" -> "method: aes-256\n  other: zipcrypto";
            default -> wrong;
        };
    }

    private Agreement load(String text) throws IOException {
        Files.writeString(folder.resolve(SHIPPED.getFileName()), text);
        return Agreements.load(folder).only();
    }

    private static String shipped() {
        try {
            return Files.readString(SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
