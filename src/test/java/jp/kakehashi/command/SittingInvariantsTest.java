package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.mailroom.LetterState;
import jp.kakehashi.mailroom.LetterView;
import jp.kakehashi.people.Appointment;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Actor;
import jp.kakehashi.release.CheckAnswer;
import jp.kakehashi.release.Decisions;
import jp.kakehashi.release.Sheet;
import jp.kakehashi.release.Sittings;
import jp.kakehashi.release.Stops;
import jp.kakehashi.release.WitnessEntry;
import jp.kakehashi.release.Witnessing;
import jp.kakehashi.routing.Cadence;
import jp.kakehashi.shipment.DraftAnswer;
import jp.kakehashi.shipment.Drafting;
import jp.kakehashi.shipment.ShipmentRow;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** What two people stood by goes, or nothing; and nobody who has paid (invariants 2 and 6), in the whole program. */
class SittingInvariantsTest {

    private static final String LAST_CHECK = "ward-30-last-check";

    @TempDir
    static Path folder;

    private static OfficeScene scene;

    @BeforeAll
    static void open() {
        scene = OfficeScene.open(folder, 34, Map.of());
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    @Test
    @OfficeRule("sitting-lapse")
    void invariant2_aReleaseLapsesAfterHalfAnHourAndNothingIsPosted() {
        String number = scene.decided(1);
        UUID sitting = scene.sitting(number);

        scene.meanwhile(LAST_CHECK, () -> {
            scene.sign(sitting, number);
            scene.passes(Duration.ofMinutes(29));
            assertThat(scene.shipment(number).state()).isEqualTo(ShipmentState.RELEASED);
            scene.passes(Duration.ofMinutes(2));
            scene.becomes(number, ShipmentState.SEALED);
        });

        staysUnposted(number);
        assertThat(scene.acts("lapsed", number)).hasSize(1);
    }

    @Test
    @OfficeRule("sitting-nothing-outside")
    void invariant2_aReleaseEndsWithItsSitting() {
        String number = scene.decided(1);
        UUID sitting = scene.sitting(number);

        scene.meanwhile(LAST_CHECK, () -> {
            scene.sign(sitting, number);
            Sittings sittings = scene.ward(Sittings.class);
            assertThat(sittings.end(sitting, scene.person(scene.accounts.witness())))
                    .isPresent();
            assertThat(scene.shipment(number).state()).isEqualTo(ShipmentState.RELEASED);
            assertThat(sittings.end(sitting, scene.person(scene.accounts.officer())))
                    .isEmpty();
        });

        scene.becomes(number, ShipmentState.SEALED);
        staysUnposted(number);
    }

    @Test
    void invariant2_aStopLapsesWhatIsQueued() {
        String number = scene.decided(1);
        UUID sitting = scene.sitting(number);
        Stops stops = scene.ward(Stops.class);
        String agreement = scene.shipment(number).agreement();

        scene.meanwhile("shared-30-post", () -> {
            scene.sign(sitting, number);
            await().untilAsserted(() -> assertThat(scene.letters(number)).hasSize(1));
            assertThat(stops.raise(agreement, "架空の停止", scene.person(scene.accounts.chief())))
                    .isEmpty();
            scene.becomes(number, ShipmentState.SEALED);
        });

        assertThat(scene.letters(number))
                .singleElement()
                .extracting(LetterView::state)
                .isEqualTo(LetterState.LAPSED);
        assertThat(scene.shipment(number).remark().orElseThrow()).contains("保護管理者が提供を停止しています");
        UUID stop = stops.of(agreement).get(0).id();
        assertThat(stops.lift(stop, "架空の解除", scene.person(scene.accounts.chief())))
                .isEmpty();
    }

    @Test
    void invariant2_otherBytesVoidTheRelease() {
        String number = scene.decided(1);
        UUID sitting = scene.sitting(number);
        scene.meanwhile(LAST_CHECK, () -> {
            scene.sign(sitting, number);
            alter(
                    "update shipment set parcel_sha256 = 'ff' || substring(parcel_sha256, 3) where control_number = ?",
                    number);
        });

        isVoid(number);
    }

    @Test
    void invariant2_aRowPutBackAfterSigningVoidsTheSeal() {
        String number = scene.decided(2);
        scene.life().paysAll(scene.payees(number).get(0));
        UUID sitting = scene.sitting(number);
        String signed = scene.shipment(number).seal().orElseThrow().parcelSha256();
        scene.meanwhile(LAST_CHECK, () -> {
            scene.sign(sitting, number);
            alter("update shipment_row set dropped_at = null where control_number = ?", number);
        });

        scene.becomes(number, ShipmentState.SEALED);
        assertThat(scene.shipment(number).rows()).isEqualTo(1);
        assertThat(scene.shipment(number).seal().orElseThrow().parcelSha256()).isNotEqualTo(signed);
        staysUnposted(number);
    }

    @Test
    void invariant2_anEarlierLetterOfTheSameShipmentVoidsTheRelease() {
        String number = scene.decided(1);
        UUID sitting = scene.sitting(number);
        JdbcClient ledger = scene.ward(JdbcClient.class);
        byte[][] earlier = new byte[1][];
        scene.meanwhile(LAST_CHECK, () -> {
            scene.sign(sitting, number);
            earlier[0] = ledger.sql("select mime from shipment where control_number = ?")
                    .param(number)
                    .query(byte[].class)
                    .single();
            scene.passes(Duration.ofMinutes(31));
            scene.becomes(number, ShipmentState.SEALED);
            UUID next = scene.sitting(number);
            scene.sign(next, number);
            ledger.sql("update shipment set mime = ? where control_number = ?")
                    .param(earlier[0])
                    .param(number)
                    .update();
        });

        isVoid(number);
    }

    @Test
    @OfficeRule("two-people")
    void invariant2_theWitnessIsNeitherTheOperatorNorTheDrafter() {
        Person witness = scene.person(scene.accounts.witness());
        DraftAnswer answer = scene.ward(Drafting.class)
                .draftProvision(scene.confirmed(1), witness.as(Role.WITNESS, WardOffice.TODAY));
        String number = ((DraftAnswer.Drafted) answer).controlNumber();
        scene.ward(Decisions.class)
                .decide(number, scene.shipment(number).contentDigest(), "", "", scene.person(scene.accounts.chief()));
        UUID sitting = scene.sitting(number);
        operatorSigns(sitting, number);

        assertThat(refused(sitting, scene.accounts.officer())).contains("操作者は立会人を兼ねられません");
        assertThat(refused(sitting, scene.accounts.witness())).contains("起案した人は立会人になれません");
        assertThat(refused(sitting, scene.accounts.chief())).contains("取扱者指定簿に立会人の登録がありません");
        staysUnposted(number);
        assertThat(scene.acts("sitting.refused", number)).hasSize(3);
    }

    @Test
    @OfficeRule("decider-witness")
    void invariant2_whoDecidedMayWitness() {
        Role[] both = {Role.PRIVACY_MANAGER, Role.WITNESS};
        DemoAccounts.Login chief = new DemoAccounts.Login("kacho-tachiai", "架空の長いパスワード2026");
        List<Appointment> posts = Arrays.stream(both)
                .map(role -> new Appointment("課長（架空）", role, WardOffice.TODAY, WardOffice.TODAY))
                .toList();
        scene.ward(People.class).add(chief.account(), "架空 兼務子", chief.password(), posts, Actor.machine("test"));
        DraftAnswer answer = scene.ward(Drafting.class).draftProvision(scene.confirmed(1), scene.officer());
        String number = ((DraftAnswer.Drafted) answer).controlNumber();
        assertThat(scene.ward(Decisions.class)
                        .decide(number, scene.shipment(number).contentDigest(), "", "", scene.person(chief)))
                .isEmpty();
        UUID sitting = scene.sitting(number);

        scene.sign(sitting, number, chief);

        scene.becomes(number, ShipmentState.POSTED);
    }

    @Test
    @OfficeRule("sitting-server-answer")
    void theServersAnswerToEachDocumentIsShownOnTheOnePage() {
        String first = scene.decided(1);
        String second = scene.decided(1);
        UUID sitting = scene.sitting(first);
        scene.ward(Sittings.class).seal(sitting, second, scene.person(scene.accounts.officer()));
        scene.becomes(second, ShipmentState.SEALED);

        scene.sign(sitting, first);
        scene.sign(sitting, second);
        scene.becomes(first, ShipmentState.POSTED);
        scene.becomes(second, ShipmentState.POSTED);

        DemoBrowser desk = new DemoBrowser(scene.stage.wardPort());
        scene.accounts.officer().signIn(desk);
        String page = desk.open("/sitting/" + sitting).html();
        for (String number : List.of(first, second)) {
            String row = page.split("data-document=\"" + number + "\"", 2)[1].split("</tr>", 2)[0];
            String reply = scene.letters(number).get(0).reply().orElseThrow();
            assertThat(HtmlUtils.htmlUnescape(row)).contains("ANSWERED", "送信済", reply, "/shipments/" + number);
        }
    }

    @Test
    @OfficeRule("sitting-record")
    void invariant8_theRecordSaysWhoStoodByWhichBytesAndWhatTheServerSaid() {
        String number = scene.decided(2);
        ShipmentRow paid =
                scene.ward(Shipments.class).rows(number, scene.officer()).get(0);
        scene.life().paysAll(scene.payees(number).get(0));
        UUID sitting = scene.sitting(number);
        scene.sign(sitting, number);
        scene.becomes(number, ShipmentState.POSTED);

        DemoBrowser chief = new DemoBrowser(scene.stage.wardPort());
        scene.accounts.chief().signIn(chief);
        assertThat(chief.open("/records").html()).contains("/records/" + sitting);
        String record = HtmlUtils.htmlUnescape(chief.open("/records/" + sitting).html());

        assertThat(record)
                .contains("架空 担当子", "架空 立会男", "滞納対策課 管理係（架空）")
                .contains(scene.shipment(number).seal().orElseThrow().parcelSha256())
                .contains("nyukan@isa.go.example", "1件", "取込み元への照会")
                .contains(scene.letters(number).get(0).reply().orElseThrow())
                .contains(scene.ward(Shipments.class)
                                .dropped(number, scene.officer())
                                .get(0)
                                .dropped()
                                .orElseThrow() + "：1件")
                .doesNotContain(paid.cells().get(Item.RESIDENCE_CARD_NUMBER))
                .doesNotContain(paid.cells().get(Item.NAME_ROMAN));
        assertThat(scene.acts("sitting.record-viewed", sitting.toString())).hasSize(1);
    }

    @Test
    @OfficeRule("persons-ceiling")
    void aboveTheCeilingOfPersonsTheChiefRecordsAReference() {
        DraftAnswer answer = scene.ward(Drafting.class).draftProvision(scene.confirmed(1), scene.officer());
        String number = ((DraftAnswer.Drafted) answer).controlNumber();
        String content = scene.shipment(number).contentDigest();
        Decisions decisions = scene.ward(Decisions.class);
        Person chief = scene.person(scene.accounts.chief());
        int before = decisions.headcount(scene.shipment(number)).withThis() - 1;
        DemoBrowser desk = new DemoBrowser(scene.stage.wardPort());
        scene.accounts.chief().signIn(desk);
        try {
            provided(number, 600 - before);
            assertThat(desk.open("/shipments/" + number).html())
                    .contains("600人", "最大601人", "（予定 500人、注意 550人、上限 600人）");
            assertThat(decisions.decide(number, content, "", "　", chief))
                    .hasValueSatisfying(no -> assertThat(no.reason()).contains("付議または報告"));
            assertThat(decisions.decide(number, content, "", "（架空）付議第1号", chief))
                    .isEmpty();
        } finally {
            alter("delete from shipment_row where control_number = 'R8-900' and ? is not null", number);
            alter("delete from shipment where control_number = 'R8-900' and ? is not null", number);
        }
        assertThat(scene.acts("decision", number)).containsExactly("decision.refused", "decision.made");
        assertThat(scene.acts()).anyMatch(act -> act.contains("decision.made") && act.contains("（架空）付議第1号"));
    }

    /** So many more people were provided in this fiscal year. */
    private static void provided(String like, int people) {
        alter("""
                insert into shipment (control_number, agreement, agreement_digest, kind, state, drafted_by, drafted_at,
                    content_digest, zip_method, seal_wanted, check_wanted, tries, revision, posted_at)
                select 'R8-900', agreement, agreement_digest, kind, 'POSTED', drafted_by, drafted_at, content_digest, zip_method,
                    false, false, 0, 0, drafted_at from shipment where control_number = ?
                """, like);
        alter("""
                insert into shipment_row (control_number, row_order, case_id, person_key, content_digest, cells)
                select 'R8-900', x, random_uuid(), 'fictitious-' || x, r.content_digest, r.cells
                from shipment_row r cross join system_range(1, %d) as numbers(x) where r.control_number = ?
                """.formatted(people), like);
    }

    @Test
    @OfficeRule("sitting-question")
    void invariant2_aWrongAnswerSignsNothing() {
        String number = scene.decided(1);
        UUID sitting = scene.sitting(number);
        Sheet sheet = scene.ward(Sittings.class).sheet(sitting, number, scene.officer());
        String parcel = sheet.signing().parcelSha256();
        Person operator = scene.person(scene.accounts.officer());
        CheckAnswer right = OfficeScene.answer(sheet);

        assertThat(scene.ward(Sittings.class)
                        .operatorSigns(sitting, number, parcel, new CheckAnswer(2, right.ending()), operator))
                .isPresent();
        assertThat(scene.ward(Sittings.class)
                        .operatorSigns(sitting, number, parcel, new CheckAnswer(1, "0x0x"), operator))
                .isPresent();
        assertThat(scene.ward(Sittings.class).operatorSigns(sitting, number, "f".repeat(64), right, operator))
                .isPresent();

        assertThat(refused(sitting, scene.accounts.witness())).contains("先に操作者が");
        assertThat(scene.acts("sitting.refused", number)).hasSize(3);
    }

    @Test
    @OfficeRule("year-drafts")
    void draftsOfAPastFiscalYearLapseWithItAndTheirCasesAreReadyAgain() {
        String decided = scene.decided(1);
        String sealed = scene.decided(1);
        scene.sitting(sealed);
        Instant before = scene.ward(java.time.Clock.class).instant();
        try {
            scene.ward(Cadence.class).set(Instant.parse("2027-03-31T14:55:00Z"));
            scene.ward(Cadence.class).fire("ward-60-year-end");
            assertThat(scene.shipment(decided).state()).isEqualTo(ShipmentState.DECIDED);

            scene.ward(Cadence.class).set(Instant.parse("2027-03-31T15:05:00Z"));
            scene.ward(Cadence.class).fire("ward-60-year-end");
        } finally {
            scene.ward(Cadence.class).set(before);
        }

        assertThat(scene.shipment(decided).state()).isEqualTo(ShipmentState.CANCELLED);
        assertThat(scene.shipment(sealed).state()).isEqualTo(ShipmentState.CANCELLED);
        assertThat(scene.shipment(sealed).remark().orElseThrow()).contains("年度が終わったため");
        assertThat(scene.acts("cancelled", decided)).hasSize(1);
        assertThat(scene.ward(Cases.class).ready()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void invariant2_outsideTheAgreedPeriodNothingIsDraftedAndNothingPosted() {
        String number = scene.decided(1);
        Set<UUID> more = scene.confirmed(1);
        UUID sitting = scene.sitting(number);
        Instant before = scene.ward(java.time.Clock.class).instant();
        try {
            scene.meanwhile(LAST_CHECK, () -> {
                scene.sign(sitting, number);
                scene.ward(Cadence.class).set(Instant.parse("2026-05-29T01:00:00Z"));
            });
            isVoid(number);
            assertThat(scene.ward(Drafting.class).draftProvision(more, scene.officer()))
                    .isInstanceOfSatisfying(
                            DraftAnswer.Refused.class,
                            no -> assertThat(no.reason()).contains("期間外"));
        } finally {
            scene.ward(Cadence.class).set(before);
        }
    }

    @Test
    @OfficeRule("sitting-drops")
    void invariant6_whoPaysBetweenDraftingAndSealingIsDropped() {
        String number = scene.decided(2);
        ShipmentRow paid =
                scene.ward(Shipments.class).rows(number, scene.officer()).get(0);
        scene.life().paysAll(scene.payees(number).get(0));

        UUID sitting = scene.sitting(number);

        isDropped(number, paid);
        assertThat(scene.ward(Sittings.class)
                        .sheet(sitting, number, scene.officer())
                        .preview()
                        .rows())
                .hasSize(1)
                .noneMatch(row -> row.contains(paid.cells().get(Item.RESIDENCE_CARD_NUMBER)));
    }

    @Test
    void invariant6_whomTheMorningsPollFoundPaidIsDroppedAtSealing() {
        String number = scene.decided(2);
        ShipmentRow paid =
                scene.ward(Shipments.class).rows(number, scene.officer()).get(0);
        scene.life().paysAll(scene.payees(number).get(0));
        scene.poll();

        scene.sitting(number);

        isDropped(number, paid);
    }

    @Test
    @OfficeRule("decide-subset")
    void invariant6_whoPaysBetweenSigningAndTheLastCheckIsDroppedAndTheRestSignedAgain() {
        String number = scene.decided(3);
        UUID sitting = scene.sitting(number);
        ShipmentRow paid =
                scene.ward(Shipments.class).rows(number, scene.officer()).get(1);
        String signed = scene.shipment(number).seal().orElseThrow().parcelSha256();
        scene.meanwhile(LAST_CHECK, () -> {
            scene.sign(sitting, number);
            scene.life().paysAll(scene.payees(number).get(1));
        });
        scene.becomes(number, ShipmentState.SEALED);
        isDropped(number, paid);
        assertThat(scene.shipment(number).seal().orElseThrow().parcelSha256()).isNotEqualTo(signed);
        assertThat(scene.letters(number)).isEmpty();

        scene.sign(sitting, number);
        scene.becomes(number, ShipmentState.POSTED);

        Agreement agreement = scene.ward(Agreements.class).only();
        String messageId = scene.letters(number).get(0).messageId();
        var mails = DeliveredMail.to(agreement.parties().recipients().get(0), scene.stage.mail()).stream()
                .filter(mail -> mail.messageId().equals(Optional.of(messageId)))
                .toList();
        List<List<String>> rows = DeliveredMail.rows(mails.get(0), scene.slip(number), agreement);
        assertThat(rows).hasSize(2);
        assertThat(rows.stream().flatMap(List::stream).collect(Collectors.toSet()))
                .doesNotContain(
                        paid.cells().get(Item.RESIDENCE_CARD_NUMBER),
                        paid.cells().get(Item.NAME_ROMAN));
    }

    @Test
    void aShipmentThatCannotBeSealedIsNoObstacleToTheNext() {
        String broken = scene.decided(1);
        String sound = scene.decided(1);
        JdbcClient ledger = scene.ward(JdbcClient.class);
        byte[] cells = ledger.sql("select cells from shipment_row where control_number = ?")
                .param(broken)
                .query(byte[].class)
                .single();
        alter("update shipment_row set cells = cells || cells where control_number = ?", broken);
        UUID sitting = scene.newSitting();
        Person operator = scene.person(scene.accounts.officer());
        assertThat(scene.ward(Sittings.class).seal(sitting, broken, operator)).isEmpty();
        assertThat(scene.ward(Sittings.class).seal(sitting, sound, operator)).isEmpty();

        scene.becomes(sound, ShipmentState.SEALED);

        await().untilAsserted(() -> assertThat(scene.shipment(broken).trouble()).hasValueSatisfying(trouble -> {
            assertThat(trouble.tries()).isPositive();
            assertThat(trouble.kind()).isEqualTo("GeneralSecurityException");
        }));
        ledger.sql("update shipment_row set cells = ? where control_number = ?")
                .param(cells)
                .param(broken)
                .update();
        scene.becomes(broken, ShipmentState.SEALED);
        assertThat(scene.shipment(broken).trouble()).isEmpty();
    }

    @Test
    void ofTwoDraftsOfTheSamePeopleAtOneMomentOneIsRefusedInWords() throws Exception {
        Set<UUID> people = scene.confirmed(1);
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<DraftAnswer> draft = () -> {
            start.await(10, TimeUnit.SECONDS);
            return scene.ward(Drafting.class).draftProvision(people, scene.officer());
        };
        ExecutorService officers = Executors.newFixedThreadPool(2);
        try {
            List<DraftAnswer> answers = new ArrayList<>();
            for (Future<DraftAnswer> answer : officers.invokeAll(List.of(draft, draft))) {
                answers.add(answer.get());
            }
            assertThat(answers).hasAtLeastOneElementOfType(DraftAnswer.Drafted.class);
            assertThat(answers)
                    .filteredOn(DraftAnswer.Refused.class::isInstance)
                    .containsExactly(new DraftAnswer.Refused("確認済で、ほかの送付に含まれていない事案がありません。"));
        } finally {
            officers.shutdown();
        }
        assertThat(scene.ward(Shipments.class).all().stream()
                        .filter(shipment -> shipment.state() == ShipmentState.DRAFTED))
                .hasSize(1);
    }

    @Test
    @OfficeRule("sitting-lapse")
    void invariant2_afterClosingTimeNothingIsReleased() {
        String number = scene.decided(1);
        UUID sitting = scene.sitting(number);
        Sheet sheet = operatorSigns(sitting, number);
        String parcel = sheet.signing().parcelSha256();
        Instant before = scene.ward(java.time.Clock.class).instant();
        try {
            scene.ward(Cadence.class).set(Instant.parse("2026-07-01T08:00:00Z"));
            WitnessEntry entry = scene.enters(sitting, scene.accounts.witness());
            String ticket = ((WitnessEntry.Admitted) entry).ticket();
            assertThat(scene.ward(Witnessing.class)
                            .sign(
                                    sitting,
                                    number,
                                    parcel,
                                    ticket,
                                    OfficeScene.answer(sheet),
                                    scene.person(scene.accounts.officer())))
                    .hasValueSatisfying(no -> assertThat(no.reason()).contains("終了時刻"));
        } finally {
            scene.ward(Cadence.class).set(before);
        }
        staysUnposted(number);
    }

    @Test
    void aTaxDatabaseThatFailsIsSaidOfTheShipmentThatWaitsForIt() {
        String number = scene.decided(1);
        JdbcClient city = JdbcClient.create(OfficeScene.city(folder));
        city.sql("alter table atena rename to atena_away").update();
        try {
            scene.ward(Sittings.class).seal(scene.newSitting(), number, scene.person(scene.accounts.officer()));
            await().untilAsserted(() -> assertThat(scene.shipment(number).trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble.kind()).contains("SQL")));
        } finally {
            city.sql("alter table atena_away rename to atena").update();
        }
        scene.becomes(number, ShipmentState.SEALED);
    }

    private static void isDropped(String number, ShipmentRow paid) {
        assertThat(scene.ward(Shipments.class).dropped(number, scene.officer()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.caseId()).isEqualTo(paid.caseId());
                    assertThat(row.dropped())
                            .hasValueSatisfying(why -> assertThat(why).isNotBlank());
                });
        assertThat(scene.ward(Cases.class).show(paid.caseId(), scene.officer()).state())
                .isEqualTo(CaseState.EXCLUDED);
    }

    /** Somebody alters the ledger behind the program. */
    private static void alter(String sql, String number) {
        assertThat(scene.ward(JdbcClient.class).sql(sql).param(number).update()).isPositive();
    }

    private static void isVoid(String number) {
        scene.becomes(number, ShipmentState.SEALED);
        assertThat(scene.shipment(number).remark())
                .hasValueSatisfying(remark -> assertThat(remark).contains("送信しませんでした"));
        staysUnposted(number);
    }

    private static void staysUnposted(String number) {
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(scene.letters(number)).isEmpty();
            assertThat(scene.shipment(number).state()).isEqualTo(ShipmentState.SEALED);
        });
    }

    private static Sheet operatorSigns(UUID sitting, String number) {
        Sheet sheet = scene.ward(Sittings.class).sheet(sitting, number, scene.officer());
        assertThat(scene.ward(Sittings.class)
                        .operatorSigns(
                                sitting,
                                number,
                                sheet.signing().parcelSha256(),
                                OfficeScene.answer(sheet),
                                scene.person(scene.accounts.officer())))
                .isEmpty();
        return sheet;
    }

    private static String refused(UUID sitting, DemoAccounts.Login login) {
        return ((WitnessEntry.Refused) scene.enters(sitting, login)).reason();
    }
}
