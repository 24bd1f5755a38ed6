package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.vault.KeyFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hub check} against a real city, ledger and mail server, and against everything that can be wrong with them. */
class CheckVerbTest {

    @TempDir
    private Path folder;

    private FirstOffice office;

    @BeforeEach
    void open() throws IOException {
        office = new FirstOffice(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void anOfficeInOrderGetsOnlyGoodVerdictsAndSeesTodaysCounts() {
        assertThat(office.hub("check", "--role=ward")).as(text()).isZero();

        assertThat(verdicts("✓")).as(text()).hasSize(7);
        assertThat(verdicts("✗")).isEmpty();
        assertThat(text())
                .contains("nhi-tokyo-isa（研修用）", "台帳 / ledger: H2 2.", "localhost:")
                .contains("候補 " + FirstOffice.ELIGIBLE + " 件", "  永住者", "納付義務者が外国籍でない")
                .doesNotContain(FirstOffice.MAIL_PASSWORD, "ZZ0");
    }

    @Test
    void aCheckSendsWritesAndMigratesNothing() {
        office.hub("check", "--role=ward");

        assertThat(office.mailsAccepted()).isZero();
        assertThat(office.ledger()
                        .sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                        .query(String.class)
                        .list())
                .containsExactly("UNTOUCHED");
    }

    @Test
    void aWrongMailPasswordIsBadForBothServersAndNeverShown() throws IOException {
        Files.writeString(folder.resolve("mailbox-password"), "まちがい暗証");

        assertThat(office.hub("check")).isEqualTo(1);

        assertThat(verdicts("✗")).hasSize(2).allMatch(line -> line.contains("sign-in refused"));
        assertThat(text()).contains("候補 " + FirstOffice.ELIGIBLE + " 件").doesNotContain("まちがい暗証");
    }

    @Test
    void aLineWithoutTheServersTlsIsNoLine() {
        office.with(office.settings, text -> text.replace("tls: implicit", "tls: none"));

        assertThat(office.hub("check")).isEqualTo(1);

        assertThat(verdicts("✗")).singleElement().asString().contains("outgoing", "(NONE)", "check port and tls");
    }

    @Test
    void aServerThatIsNotTrustedIsNoServer() {
        office.with(office.settings, text -> text.replaceFirst("trust-store: .*", ""));

        assertThat(office.hub("check")).isEqualTo(1);

        assertThat(verdicts("✗")).hasSize(2).allMatch(line -> line.contains("check tls and trust-store"));
    }

    @Test
    void aMissingKeyFileIsNamed() throws IOException {
        Files.delete(folder.resolve("keys.json"));

        assertThat(office.hub("check")).isEqualTo(1);

        assertThat(verdicts("✗")).singleElement().asString().contains("key file");
        assertThat(text()).contains("keys.json", "hub keys create", "needs the faults above mended");
    }

    @Test
    void everyMistakeOfAnAgreementIsNamedAtOnceAndEverythingElseIsStillChecked() {
        office.with(
                office.agreement(),
                text -> text.replaceFirst("mode: training", "mode: perhaps")
                        .replaceFirst("witnesses: \\d+", "witnesses: 0")
                        .replaceFirst("file-prefix:", "file-prefixx:"));

        assertThat(office.hub("check")).isEqualTo(1);

        assertThat(verdicts("✗")).singleElement().asString().contains("agreement");
        assertThat(verdicts("✓")).hasSize(6);
        assertThat(text())
                .contains(
                        "nhi-tokyo-isa.yaml: mode", "nhi-tokyo-isa.yaml: release", "nhi-tokyo-isa.yaml: file-prefixx");
    }

    @Test
    void aColumnThatTheSourceNoLongerAnswersIsNamedByItsQuery() {
        office.city()
                .sql("alter table atena alter column shimei_kanji rename to na")
                .update();

        assertThat(office.hub("check")).isEqualTo(1);

        assertThat(verdicts("✗")).singleElement().asString().contains("tax database");
        assertThat(text()).contains("cases.changed.sql", "cases.person.sql");
    }

    @Test
    void anUnreachableLedgerIsBadAndEverythingElseIsStillChecked() {
        office.with(
                office.settings,
                text -> text.replaceFirst(
                        "jdbc:h2:file:[^\"]*/ledger", "jdbc:postgresql://localhost:1/ledger?connectTimeout=5"));

        assertThat(office.hub("check")).isEqualTo(1);

        assertThat(verdicts("✗")).singleElement().asString().contains("ledger", "SQLState 08001");
        assertThat(text()).contains("候補 " + FirstOffice.ELIGIBLE + " 件");
    }

    @Test
    void aLedgerThatIsNotThereYetIsNotMadeByLooking() throws IOException {
        Files.delete(folder.resolve("ledger.mv.db"));

        assertThat(office.hub("check")).isEqualTo(1);

        assertThat(text()).contains("hub people add makes it");
        assertThat(folder.resolve("ledger.mv.db")).doesNotExist();
    }

    @Test
    void invariant9_serveRefusesToStartAndNamesEveryMistakeOfEveryFileAtOnce() {
        office.with(
                        office.settings,
                        text -> text.replaceFirst("answer-within: 2s", "answer-within: soon-s3cret")
                                .replaceFirst("port: \\d+", "port: 700000")
                                .replaceFirst("host: localhost", "hots: localhost")
                                .replaceFirst("username: sa", "password: s3cret")
                                .replaceFirst("url: \"jdbc:h2:file:[^\"]*/source\"", "queries: /nowhere"))
                .with(office.agreement(), text -> text.replaceFirst("mode: training", "mode: perhaps"));

        assertThat(office.hub("serve", "--role=ward")).isEqualTo(1);

        assertThat(text())
                .contains("hub.yaml:15: kakehashi.mail.answer-within: ", "hub.yaml:18: kakehashi.mail.smtp.port: ")
                .contains("hub.yaml:17: kakehashi.mail.smtp.hots: そのような設定はありません")
                .contains("hub.yaml: kakehashi.mail.smtp.host: 必要な設定がありません")
                .contains("kakehashi.ledger.password: そのような設定はありません")
                .contains("kakehashi.source.url: 必要な設定がありません", "kakehashi.source.queries: ")
                .contains("nhi-tokyo-isa.yaml: mode")
                .doesNotContain("s3cret");
    }

    @Test
    void invariant9_anAccountWithoutItsPasswordFileRefusesTheStart() {
        office.with(
                office.settings,
                text -> text.replaceFirst("(?s)( +username: tainou\\S+\n) +password-file: \\S+\n", "$1"));

        assertThat(office.hub("serve", "--role=ward")).isEqualTo(1);

        assertThat(text()).contains("kakehashi.mail.smtp.password-file: ");
    }

    @Test
    void aWardWithExtractsNeedsNoTaxDatabaseButTheirFolder() throws IOException {
        Path extracts = office.folder.resolve("extracts");
        office.with(
                office.settings,
                text -> text.replaceAll("  source:\n    url: .*\n    username: sa\n", """
                  source:
                    live: false
                    extract:
                      folder: "%s"
                """.formatted(extracts)));

        assertThat(office.hub("check", "--role=ward")).isEqualTo(1);
        assertThat(text()).contains("kakehashi.source.extract.folder: 指定のファイルまたはフォルダーが読めません");

        Files.createDirectory(extracts);
        assertThat(office.hub("check", "--role=ward")).isZero();
        assertThat(text()).contains("抽出ファイルを使います");
    }

    @Test
    void invariant9_theBureauNeedsNoTaxDatabase() {
        KeyFile.create(folder.resolve("bureau.json"), "bureau", false, Instant.EPOCH);
        office.with(
                        office.settings,
                        text -> text.replaceFirst("(?s)  source:.*?  mail:", "  mail:")
                                .replace("/keys.json", "/bureau.json"))
                .with(office.agreement(), text -> text.replace("from: tainou@", "from: ku@"));

        assertThat(office.hub("check", "--role=bureau")).as(text()).isZero();
        assertThat(office.hub("check", "--role=ward")).isEqualTo(1);
        assertThat(text()).contains("kakehashi.source.url: 必要な設定がありません");
    }

    @Test
    @OfficeRule("live-keys")
    void liveUseRefusesDemoKeysAndTheDemosClockEachByItsKey() {
        office.with(office.agreement(), text -> text.replaceFirst("mode: training", "mode: live"))
                .with(
                        office.settings,
                        text -> text.replaceFirst("keys.json\"\n", "keys.json\"\n    demo-allowed: true\n"));

        assertThat(office.hub("serve", "--role=ward")).isEqualTo(1);

        assertThat(text())
                .contains("kakehashi.keys.demo-allowed: 本番の協定では使えません")
                .contains("kakehashi.demo.starts-at: 本番の協定では使えません");
    }

    @Test
    @OfficeRule("live-keys")
    void theBureauStartsNeitherWithTheWardsKeysNorWithItsMailbox() {
        assertThat(office.hub("serve", "--role=bureau")).isEqualTo(1);

        assertThat(text())
                .contains("kakehashi.keys.file: ward の鍵は bureau では使えません")
                .contains("kakehashi.mail.imap.username: 相手方のメールアカウントは使えません");
    }

    private List<String> verdicts(String mark) {
        return office.said().stream().filter(line -> line.startsWith(mark)).toList();
    }

    private String text() {
        return String.join("\n", office.said());
    }
}
