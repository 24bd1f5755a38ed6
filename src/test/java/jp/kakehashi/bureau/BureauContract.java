package jp.kakehashi.bureau;

import static jp.kakehashi.bureau.BureauFixture.MORNING;
import static jp.kakehashi.bureau.BureauFixture.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.letter.Acknowledgement;
import jp.kakehashi.letter.Attachment;
import jp.kakehashi.letter.CannotOpen;
import jp.kakehashi.letter.Incoming;
import jp.kakehashi.letter.Letter;
import jp.kakehashi.mailroom.LetterState;
import jp.kakehashi.mailroom.Outcome;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Direction;
import jp.kakehashi.vault.VaultException;
import jp.kakehashi.workbook.Layout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the receiving office keeps to, on any ledger. */
abstract class BureauContract {

    private BureauFixture bureau;

    abstract TestLedger ledger();

    @BeforeEach
    void start() {
        bureau = new BureauFixture(ledger());
    }

    @Test
    void aParcelIsOpenedListedAndAcknowledged() {
        Letter mail = TestParcel.provision("R8-001").mail();
        bureau.take(mail);
        assertThat(bureau.parcels.awaitingPasswords())
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.rowsTold()).contains(2));

        Parcel opened = bureau.open();

        assertThat(opened.state()).isEqualTo(ParcelState.OPENED);
        assertThat(bureau.listings.list(RECEIVER)).hasSize(2).allSatisfy(row -> {
            assertThat(row.controlNumber()).isEqualTo("R8-001");
            assertThat(row.state()).isEqualTo(ListState.LISTED);
            assertThat(row.since()).isEqualTo(MORNING);
        });
        Incoming answer = bureau.post.queued().get(0);
        assertThat(answer.sort())
                .isEqualTo(new Acknowledgement("R8-001", Optional.of(TestParcel.CODE), 2, opened.sha256()));
        assertThat(answer.inReplyTo()).contains(mail.messageId());
        assertThat(answer.from()).contains("nyukan@isa.go.example");
        assertThat(answer.to()).containsExactly("tainou@shinjuku.lg.example");
        assertThat(bureau.verbs())
                .containsSubsequence("parcel-arrived", "parcel-passwords-typed", "letter-queued", "parcel-opened");
    }

    @Test
    void theListKeepsEveryCellAsItCame() {
        List<String> odd = new ArrayList<>(TestParcel.person(1));
        odd.set(0, "=HYPERLINK(\"x\")");
        odd.set(1, "\uD840\uDC0B田　・\u3013");
        odd.set(9, "  =1+1, \"引用\"\n改行あり  ");
        bureau.take(TestParcel.provision("R8-001").with(List.of(odd)).mail());
        bureau.open();

        Listed listed = bureau.listings.list(RECEIVER).get(0);

        assertThat(listed.cells().values()).containsExactlyElementsOf(odd);
        assertThat(bureau.register.of("R8-001").get(0).cells().values()).containsExactlyElementsOf(odd);
        assertThat(listed.toString()).doesNotContain("ZZ00000001ZZ");
    }

    @Test
    @OfficeRule("provision-additions")
    void whoStandsAgainIsListedOnceAndWhoIsMissingIsNotGone() {
        bureau.take(TestParcel.provision("R8-001").with(TestParcel.people(3)).mail());
        bureau.open();
        List<String> changed = new ArrayList<>(TestParcel.person(3));
        changed.set(6, "技能");
        List<List<String>> next = List.of(TestParcel.person(2), changed, TestParcel.person(4));
        bureau.take(TestParcel.provision("R8-002").with(next).mail());

        assertThat(bureau.open().state()).isEqualTo(ParcelState.OPENED);

        assertThat(bureau.listings.list(RECEIVER))
                .allMatch(row -> row.state() == ListState.LISTED)
                .extracting(row -> row.controlNumber() + " / " + row.row())
                .containsExactly("R8-001 / 1", "R8-001 / 2", "R8-001 / 3", "R8-002 / 2", "R8-002 / 3");
        assertThat(bureau.ledger
                        .jdbc()
                        .sql("select count(*) from bureau_listing_event group by listing order by count(*)")
                        .query(Integer.class)
                        .list())
                .as("the one who stands again is noted twice")
                .containsExactly(1, 1, 1, 1, 2);
        assertThat(bureau.register.of("R8-002")).hasSize(3);
    }

    @Test
    void everyRowStandsInTheRegisterUnderItsCard() {
        bureau.take(TestParcel.provision("R8-001").mail());
        bureau.open();

        String key = bureau.vault.digest("card", "ZZ00000002ZZ");
        assertThat(bureau.register.about(key)).singleElement().satisfies(entry -> {
            assertThat(entry.message()).isEqualTo("R8-001");
            assertThat(entry.kind()).isEqualTo("02PROV");
            assertThat(entry.direction()).isEqualTo(Direction.RECEIVED);
            assertThat(entry.row()).isEqualTo(2);
            assertThat(entry.cells()).containsEntry(Item.RESIDENCE_CARD_NUMBER.label(), "ZZ00000002ZZ");
        });
    }

    @Test
    void aTestExchangeIsAcknowledgedButNotListed() {
        bureau.take(TestParcel.test("R8-001").with(TestParcel.people(1)).mail());

        assertThat(bureau.open().state()).isEqualTo(ParcelState.OPENED);

        assertThat(bureau.listings.list(RECEIVER)).isEmpty();
        assertThat(bureau.post.queued().get(0).sort()).isInstanceOf(Acknowledgement.class);
    }

    @Test
    void invariant7_passwordsAndContentEndWithTheOpening() {
        bureau.take(TestParcel.provision("R8-001").mail());
        bureau.parcels.open(bureau.parcel().id(), TestParcel.ZIP_PASSWORD, TestParcel.WORKBOOK_PASSWORD, RECEIVER);
        assertThat(secretsKept()).isEqualTo(3);
        assertThat(everyByteOf("zip_password")).doesNotContain(TestParcel.ZIP_PASSWORD);

        bureau.openNext();

        assertThat(secretsKept()).isZero();
    }

    @Test
    void aWrongPasswordMayBeTriedAgain() {
        bureau.take(TestParcel.provision("R8-001").mail());

        Parcel waiting = bureau.open("wrong", TestParcel.WORKBOOK_PASSWORD);
        assertThat(waiting.state()).isEqualTo(ParcelState.ARRIVED);
        assertThat(waiting.why()).contains(Why.WRONG_PASSWORD);
        assertThat(waiting.place()).isEqualTo("ZIPファイルのパスワード");
        assertThat(bureau.parcels.triesLeft(waiting)).isEqualTo(2);
        assertThat(bureau.open(TestParcel.ZIP_PASSWORD, "wrong").place()).isEqualTo("Excelブックのパスワード");
        assertThat(bureau.post.queued()).isEmpty();

        assertThat(bureau.open().state()).isEqualTo(ParcelState.OPENED);
    }

    @Test
    void afterTheAgreedTriesTheSenderIsTold() {
        bureau.take(TestParcel.provision("R8-001").mail());
        bureau.open("wrong", "wrong");
        bureau.open("wrong", "wrong");

        Parcel held = bureau.open("wrong", "wrong");

        assertThat(held.state()).isEqualTo(ParcelState.HELD);
        assertThat(toldWhy()).isEqualTo("WRONG_PASSWORD");
        assertThat(bureau.parcels.open(held.id(), "a", "b", RECEIVER)).isFalse();
        assertThat(secretsKept()).isZero();
    }

    @Test
    void whoCannotOpenItSaysSo() {
        bureau.take(TestParcel.provision("R8-001").mail());

        assertThat(bureau.parcels.giveUp(bureau.parcel().id(), RECEIVER)).isTrue();

        assertThat(bureau.parcel().state()).isEqualTo(ParcelState.HELD);
        assertThat(toldWhy()).isEqualTo("GIVEN_UP");
        assertThat(bureau.parcels.giveUp(bureau.parcel().id(), RECEIVER)).isFalse();
    }

    @Test
    void invariant5_oneThatBreaksDoesNotDelayTheNext() {
        bureau.take(TestParcel.provision("R8-001").mail());
        bureau.take(TestParcel.test("R8-002").with(TestParcel.people(1)).mail());
        bureau.parcels
                .awaitingPasswords()
                .forEach(parcel -> bureau.parcels.open(
                        parcel.id(), TestParcel.ZIP_PASSWORD, TestParcel.WORKBOOK_PASSWORD, RECEIVER));
        bureau.ledger
                .jdbc()
                .sql("update bureau_parcel set content = zip_password where control_number = 'R8-001'")
                .update();

        List<Throwable> rounds = Stream.of(catchThrowable(bureau::openNext), catchThrowable(bureau::openNext))
                .filter(Objects::nonNull)
                .toList();

        assertThat(rounds).singleElement().isInstanceOf(VaultException.class);
        assertThat(bureau.parcels.all())
                .extracting(Parcel::state)
                .containsExactlyInAnyOrder(ParcelState.OPENING, ParcelState.OPENED);
    }

    @Test
    void onlyAReceiverOpensParcels() {
        bureau.take(TestParcel.provision("R8-001").mail());
        Actor auditor = new Actor("n-sabu", "架空 三郎", "監査担当", "AUDITOR");

        assertThatThrownBy(() -> bureau.parcels.open(bureau.parcel().id(), "a", "b", auditor))
                .hasMessageContaining("受領担当者");
    }

    @Test
    void aTamperedParcelIsHeld() {
        byte[] bytes = TestParcel.provision("R8-001").bytes();
        bytes[bytes.length / 2] ^= 1;
        bureau.take(TestParcel.provision("R8-001").mail(bytes));

        assertThat(bureau.open().why()).contains(Why.TAMPERED);

        assertThat(toldWhy()).isEqualTo("TAMPERED");
        assertThat(bureau.listings.list(RECEIVER)).isEmpty();
        assertThat(bureau.register.of("R8-001")).isEmpty();
    }

    @Test
    void aBrokenLayoutIsHeld() {
        TestParcel parcel = TestParcel.provision("R8-001");
        Layout agreed = parcel.layout();
        Layout broken = new Layout(
                agreed.sheetName(),
                agreed.titleRows(),
                agreed.headingRow(),
                agreed.columns(),
                false,
                agreed.conditions(),
                agreed.endMark(),
                agreed.footer());
        bureau.take(parcel.laidOut(broken).mail());

        Parcel held = bureau.open();

        assertThat(held.why()).contains(Why.LAYOUT);
        assertThat(held.place()).isNotBlank();
        assertThat(toldWhy()).isEqualTo("LAYOUT");
    }

    @Test
    void theSameParcelAgainChangesNothingAndIsAcknowledgedAgain() {
        TestParcel parcel = TestParcel.provision("R8-001");
        bureau.take(parcel.mail());
        bureau.open();

        Letter again = parcel.mail();
        bureau.take(again);

        assertThat(bureau.listings.list(RECEIVER)).hasSize(2);
        assertThat(bureau.post.queued())
                .hasSize(2)
                .anySatisfy(answer -> assertThat(answer.inReplyTo()).contains(again.messageId()));
        assertThat(bureau.verbs()).contains("parcel-arrived-again");
    }

    @Test
    void aDuplicateThatCameBeforeTheOpeningIsAnsweredToo() {
        bureau.take(TestParcel.provision("R8-001").mail());
        bureau.take(TestParcel.provision("R8-001").mail());
        bureau.open();

        assertThat(bureau.post.queued()).hasSize(2);
        assertThat(bureau.listings.list(RECEIVER)).hasSize(2);
    }

    @Test
    void whatWasHeldIsAcceptedWhenSealedAfresh() {
        bureau.take(TestParcel.provision("R8-001").mail());
        bureau.parcels.giveUp(bureau.parcel().id(), RECEIVER);
        bureau.take(TestParcel.sealedAfresh("R8-001").mail());

        Parcel opened = bureau.open();

        assertThat(opened.message()).isEqualTo("R8-001_r1");
        assertThat(opened.state()).isEqualTo(ParcelState.OPENED);
        assertThat(bureau.register.of("R8-001_r1")).hasSize(2);
        assertThat(bureau.ledger
                        .jdbc()
                        .sql("select distinct state || ' ' || message from bureau_listing_event")
                        .query(String.class)
                        .list())
                .containsExactly("LISTED R8-001_r1");
    }

    @Test
    void aControlNumberIsListedOnce() {
        bureau.take(TestParcel.provision("R8-001").mail());
        bureau.open();
        bureau.take(TestParcel.provision("R8-001").with(TestParcel.people(1)).mail());

        assertThat(bureau.open().why()).contains(Why.ALREADY_LISTED);

        assertThat(bureau.listings.list(RECEIVER)).hasSize(2);
    }

    @Test
    void aMailFromElsewhereBringsNoParcel() {
        TestParcel parcel = TestParcel.provision("R8-001");
        bureau.take(parcel.mail(parcel.bytes(), "someone@elsewhere.example"));

        assertThat(bureau.parcels.all()).isEmpty();
        assertThat(bureau.post.inbox().held()).hasSize(1);
    }

    @Test
    void aFileThatIsNotNamedAsAgreedIsLeftToAPerson() {
        Letter mail = TestParcel.provision("R8-001").mail();
        bureau.take(new Letter(
                mail.messageId(),
                mail.from(),
                mail.to(),
                mail.subject(),
                mail.bodyLines(),
                Optional.of(new Attachment("XXX-NHI_02PROV_R8-001_20260601.zip", new byte[] {1})),
                mail.inReplyTo(),
                mail.date(),
                mail.charset()));

        assertThat(bureau.parcels.all()).isEmpty();
        assertThat(bureau.post.inbox().held())
                .singleElement()
                .satisfies(held -> assertThat(held.reason()).isEqualTo("FILE_NAME_NOT_AGREED"));
    }

    @Test
    void aDeferredAnswerIsTriedAgainAfterAPause() {
        bureau.take(TestParcel.provision("R8-001").mail());
        bureau.open();
        UUID letter = bureau.post.outbox().letters("R8-001").get(0).id();
        bureau.ledger.jdbc().sql("update letter set state = 'DEFERRED'").update();
        var about = new Outcome.About(1, letter, "R8-001", Optional.empty(), MORNING);
        bureau.receipts.follow(new Outcome.Deferred(about, "451 later"));

        bureau.receipts.retry();
        assertThat(stateOfAnswer()).isEqualTo(LetterState.DEFERRED);

        bureau.receipts(BureauFixture.at(MORNING.plus(Duration.ofMinutes(6)))).retry();
        assertThat(stateOfAnswer()).isEqualTo(LetterState.QUEUED);
    }

    @Test
    void theListIsTakenOutAsItIs() throws IOException {
        List<String> odd = new ArrayList<>(TestParcel.person(2));
        odd.set(9, "一行目\n=二行目, \"引用\"");
        bureau.take(TestParcel.provision("R8-001").with(List.of(odd)).mail());
        bureau.open();
        ByteArrayOutputStream csv = new ByteArrayOutputStream();

        bureau.listings.export(csv, RECEIVER);

        assertThat(csv.toString(StandardCharsets.UTF_8))
                .isEqualTo("氏名（英字）,氏名（漢字）,性別,生年月日,国籍・地域,在留カード番号,在留資格,在留期間,在留期限,"
                        + "滞納処分を十分に尽くしたといえる理由,control_number,row,state,since\r\n"
                        + "KAKU TARO,,男,1990年01月05日,無国籍,ZZ00000002ZZ,留学,1年3月,2026年12月31日,"
                        + "\"一行目\n=二行目, \"\"引用\"\"\",R8-001,1,LISTED,2026-06-01T09:30+09:00\r\n");
        assertThat(bureau.verbs()).endsWith("list-exported");
    }

    @Test
    void invariant3_noCellStandsInTheLedgerAsText() {
        bureau.take(TestParcel.provision("R8-001").mail());
        bureau.open();

        assertThat(new String(
                        bureau.ledger
                                .jdbc()
                                .sql("select cells from bureau_listing")
                                .query(byte[].class)
                                .list()
                                .get(0),
                        StandardCharsets.UTF_8))
                .doesNotContain("ZZ00000001ZZ", "KAKU");
    }

    private LetterState stateOfAnswer() {
        return bureau.post.outbox().letters("R8-001").get(0).state();
    }

    private String toldWhy() {
        assertThat(bureau.post.queued()).hasSize(1);
        return ((CannotOpen) bureau.post.queued().get(0).sort()).why();
    }

    private int secretsKept() {
        return bureau.ledger
                .jdbc()
                .sql("select count(content) + count(zip_password) + count(workbook_password) from bureau_parcel")
                .query(Integer.class)
                .single();
    }

    private String everyByteOf(String column) {
        return new String(
                bureau.ledger
                        .jdbc()
                        .sql("select " + column + " from bureau_parcel")
                        .query(byte[].class)
                        .single(),
                StandardCharsets.UTF_8);
    }
}
