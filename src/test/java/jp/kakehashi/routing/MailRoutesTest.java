package jp.kakehashi.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.letter.Acknowledgement;
import jp.kakehashi.letter.Attachment;
import jp.kakehashi.letter.Letter;
import jp.kakehashi.mailroom.LetterState;
import jp.kakehashi.mailroom.LetterView;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.mailroom.Outgoing;
import jp.kakehashi.mailroom.TestMailServer;
import jp.kakehashi.register.Actor;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The shared routes over a real mail server with TLS, in the order of a letter's life. */
@SpringBootTest(
        classes = MailRoutesTest.Hub.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=file:routes/shared/*.camel.yaml",
            "camel.main.name=mail-routes-test",
            "spring.jmx.enabled=false",
            "kakehashi.demo.starts-at=2026-06-01T00:30:00Z",
            "kakehashi.cadence.stage=50ms",
            "kakehashi.evidence.folder=target/evidence",
            "kakehashi.cadence.mailbox=100"
        })
@DirtiesContext // its mail server ends with it: the routes must not look for it for the rest of the run
class MailRoutesTest {

    private static final String WARD = TestAgreement.demo().parties().from();
    private static final String BUREAU =
            TestAgreement.demo().parties().recipients().get(0);
    private static final TestMailServer SERVER = TestMailServer.start(WARD, BUREAU);
    private static final int PER_POLL = 10;

    @SpringBootConfiguration
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration",
                "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration"
            })
    @ComponentScan({"jp.kakehashi.routing", "jp.kakehashi.mailroom", "jp.kakehashi.register"})
    static class Hub {

        @Bean
        DataSource ledgerDataSource() {
            return TestLedger.h2().dataSource();
        }

        @Bean
        Vault vault() {
            return TestVault.fresh();
        }

        @Bean
        Agreements agreements() {
            return TestAgreement.agreements();
        }
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        for (String setting : SERVER.settings(WARD)) {
            String[] pair = setting.split("=", 2);
            registry.add(pair[0], () -> pair[1]);
        }
    }

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Clock clock;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void nothingWasLoggedThatQuotesAMail() {
        root().detachAppender(log);
        assertThat(logged()).doesNotContain("ZZ00000001ZZ", TestMailServer.PASSWORD);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aLetterIsPostedArrivesByteForByteAndIsSettledByWhatComesBack() throws Exception {
        Letter letter = letter("R8-001");
        queue("R8-001", letter);

        awaitState("R8-001", LetterState.POSTED);
        StoredMessage arrived = inboxOf(BUREAU).getMessages().get(0);
        assertThat(new String(bytesOf(arrived), StandardCharsets.US_ASCII))
                .endsWith(new String(letter.toMime(), StandardCharsets.US_ASCII).stripTrailing())
                .doesNotContain("Bcc");

        patiently().untilAsserted(() -> assertThat(mails()).containsExactly("HANDLED"));
        Acknowledgement said = new Acknowledgement("R8-001", Optional.of("1234"), 1, letter.contentSha256());
        deliver(new Letter(
                        Letter.freshMessageId(BUREAU),
                        BUREAU,
                        List.of(WARD),
                        said.subject(),
                        said.bodyLines(),
                        Optional.empty(),
                        Optional.of(letter.messageId()),
                        clock.instant(),
                        StandardCharsets.UTF_8)
                .toMime());

        patiently()
                .untilAsserted(() -> assertThat(jdbc.sql("select what from outcome order by number")
                                .query(String.class)
                                .list())
                        .containsExactly("POSTED", "ACKNOWLEDGED"));
        patiently()
                .untilAsserted(() -> assertThat(inboxOf(WARD).getMessageCount()).isZero());
        assertThat(folder(WARD, "Accepted").getMessageCount()).isEqualTo(2);
    }

    @Test
    void invariant5_aHeapOfMailsThatTheServerCannotGiveDelaysNoMailBehindIt() throws Exception {
        for (int i = 0; i <= PER_POLL; i++) {
            deliver(("From: <<>>\r\nDate: never\r\nContent-Type: multipart/mixed; boundary=\r\nMessage-ID: \r\nX: " + i
                            + "\r\nContent-Transfer-Encoding: none\r\n\r\n\0\0ZZ00000001ZZ")
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
        deliver(new byte[12_000_000]);
        deliver("From: x@isa.go.example\r\nSubject: the good one\r\n\r\nfine\r\n".getBytes(StandardCharsets.US_ASCII));

        patiently()
                .untilAsserted(
                        () -> assertThat(mails()).hasSize(PER_POLL + 3).allMatch(state -> state.startsWith("HELD")));
        assertThat(mails()).containsOnlyOnce("HELD TOO_LARGE", "HELD FOR_A_PERSON");
        patiently()
                .untilAsserted(() -> assertThat(inboxOf(WARD).getMessageCount()).isZero());
        assertThat(folder(WARD, "Aside").getMessageCount()).isEqualTo(PER_POLL + 2);
    }

    @Test
    void invariant5_aStoreThatFailsLeavesTheMailInTheMailbox() throws Exception {
        jdbc.sql("alter table mail add constraint broken check (size < 0)").update();
        deliver("From: x@isa.go.example\r\nSubject: ZZ00000001ZZ\r\n\r\nfine\r\n".getBytes(StandardCharsets.US_ASCII));

        patiently().untilAsserted(() -> assertThat(logged()).contains("SQLState 23513"));
        assertThat(logged()).doesNotContain("Check constraint violation");
        assertThat(inboxOf(WARD).getMessageCount()).isEqualTo(1);
        assertThat(mails()).isEmpty();

        jdbc.sql("alter table mail drop constraint broken").update();
        patiently().untilAsserted(() -> assertThat(mails()).hasSize(1));
        patiently()
                .untilAsserted(() -> assertThat(inboxOf(WARD).getMessageCount()).isZero());
    }

    @Test
    void headersFromOutsideMoveNothing() throws Exception {
        deliver(String.join(
                        "\r\n",
                        "From: x@isa.go.example",
                        "To: stranger@evil.example",
                        "CamelBeanMethodName: recover",
                        "CamelJmsDestination: x",
                        "mail.smtp.host: evil.example",
                        "mail.imap.host: evil.example",
                        "delete: true",
                        "moveTo: Stolen",
                        "copyTo: Stolen",
                        "",
                        "x")
                .getBytes(StandardCharsets.US_ASCII));
        queue("R8-002", letter("R8-002"));

        awaitState("R8-002", LetterState.POSTED);
        patiently().untilAsserted(() -> assertThat(mails()).hasSize(2));
        patiently()
                .untilAsserted(() -> assertThat(inboxOf(WARD).getMessageCount()).isZero());
        assertThat(folder(WARD, "Stolen")).isNull();
        assertThat(SERVER.greenMail().getUserManager().getUserByEmail("stranger@evil.example"))
                .isNull();
    }

    @Test
    void aLetterThatCannotGoIsRefusedByOurselvesAndNeverReachesTheServer() {
        Letter letter = letter("R8-003");
        transactions.executeWithoutResult(status -> outbox.queue(
                Outgoing.of(
                        "R8-003",
                        TestAgreement.demo().id(),
                        Optional.of(DocumentKind.PROVISION),
                        letter,
                        WARD,
                        List.of("stranger@evil.example"),
                        clock.instant().plusSeconds(600)),
                Actor.machine("test")));

        awaitState("R8-003", LetterState.REFUSED);
        assertThat(SERVER.greenMail().getUserManager().getUserByEmail("stranger@evil.example"))
                .isNull();
    }

    @BeforeEach
    void clear() throws FolderException {
        SERVER.greenMail().purgeEmailFromAllMailboxes();
        jdbc.sql("delete from letter_evidence").update();
        jdbc.sql("delete from outcome").update();
        jdbc.sql("delete from letter_hold").update();
        jdbc.sql("delete from mail_content").update();
        jdbc.sql("delete from mail").update();
        jdbc.sql("delete from letter").update();
    }

    private Letter letter(String controlNumber) {
        return new Letter(
                Letter.freshMessageId(WARD),
                WARD,
                List.of(BUREAU),
                "【新宿区】提供情報の送付について（" + controlNumber + "）",
                List.of("別添のとおり送付します。"),
                Optional.of(new Attachment("SJK-NHI_02PROV_" + controlNumber + "_20260601.zip", new byte[50])),
                Optional.empty(),
                clock.instant(),
                StandardCharsets.UTF_8);
    }

    private void queue(String controlNumber, Letter letter) {
        transactions.executeWithoutResult(status -> outbox.queue(
                Outgoing.of(
                        controlNumber,
                        TestAgreement.demo().id(),
                        Optional.of(DocumentKind.PROVISION),
                        letter,
                        WARD,
                        List.of(BUREAU, WARD),
                        clock.instant().plusSeconds(600)),
                Actor.machine("test")));
    }

    private void awaitState(String controlNumber, LetterState state) {
        patiently()
                .untilAsserted(() -> assertThat(outbox.letters(controlNumber))
                        .extracting(LetterView::state)
                        .containsExactly(state));
    }

    private List<String> mails() {
        return jdbc.sql("select state, reason from mail order by received_at")
                .query((row, number) -> Stream.of(row.getString(1), row.getString(2))
                        .filter(word -> word != null)
                        .reduce((state, reason) -> state + " " + reason)
                        .orElseThrow())
                .list();
    }

    private static MailFolder inboxOf(String address) throws FolderException {
        return SERVER.greenMail().getManagers().getImapHostManager().getInbox(SERVER.account(address));
    }

    private static MailFolder folder(String address, String name) {
        return SERVER.greenMail().getManagers().getImapHostManager().getFolder(SERVER.account(address), name);
    }

    private static void deliver(byte[] raw) throws MessagingException {
        SERVER.account(WARD).deliver(new Verbatim(raw));
    }

    private static byte[] bytesOf(StoredMessage mail) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.getMimeMessage().writeTo(out);
        return out.toByteArray();
    }

    private String logged() {
        return List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .reduce("", (one, other) -> one + "\n" + other);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** A mail that the server stores as it is. */
    private static final class Verbatim extends MimeMessage {

        Verbatim(byte[] raw) throws MessagingException {
            super(null, new ByteArrayInputStream(raw));
        }

        @Override
        protected void updateHeaders() {
            // as it is
        }

        @Override
        protected InternetHeaders createInternetHeaders(java.io.InputStream in) throws MessagingException {
            return new InternetHeaders(in);
        }
    }

    /** A loaded machine is slow, not wrong. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
