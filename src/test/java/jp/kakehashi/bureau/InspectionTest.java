package jp.kakehashi.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.TestAgreement;
import org.junit.jupiter.api.Test;

/** What is believed of a parcel, and what is not; no ledger is needed to say so. */
class InspectionTest {

    private static final String STEM = "SJK-NHI_02PROV_R8-001_20260601";

    @Test
    void whatIsAsAgreedIsGivenOut() {
        assertThat(inspected(TestParcel.provision("R8-001")))
                .isEqualTo(new Contents.Sound(TestParcel.people(2), Optional.of(TestParcel.CODE)));
    }

    @Test
    void whatIsNoParcelIsUnreadable() {
        assertThat(inspected("架空".getBytes(StandardCharsets.UTF_8), Optional.empty()))
                .isInstanceOfSatisfying(
                        Contents.Unsound.class,
                        unsound -> assertThat(unsound.why()).isEqualTo(Why.UNREADABLE));
    }

    @Test
    void aWorkbookOfAnotherNameIsRefused() {
        assertThat(inspected(TestParcel.provision("R8-001").holding("SJK-NHI_02PROV_R8-002_20260601.xlsx")))
                .isEqualTo(new Contents.Unsound(Why.NAME_DIFFERS, "", false));
    }

    @Test
    void anotherNumberOfRowsThanAnnouncedIsRefused() {
        assertThat(inspected(TestParcel.provision("R8-001").bytes(), Optional.of(3)))
                .isEqualTo(new Contents.Unsound(Why.ROW_COUNT_DIFFERS, "メール 3件、ファイル 2件", false));
    }

    @Test
    void invariant3_valuesOutOfFormAreNamedByTheirPlaceAlone() {
        List<String> bad = new ArrayList<>(TestParcel.person(1));
        bad.set(0, "");
        bad.set(1, "");
        bad.set(3, "5.1.1990");
        bad.set(5, "XY00000001ZZ");
        assertThat(troubles(List.of(bad))).containsExactly("1番 氏名", "1番 生年月日", "1番 研修用でない番号");
    }

    @Test
    void aCardNumberStandsOnceInADocument() {
        assertThat(troubles(List.of(TestParcel.person(1), TestParcel.person(1))))
                .containsExactly("2番 在留カード番号の重複");
    }

    @Test
    void whatMayBeMissingIsNoTrouble() {
        List<String> person = new ArrayList<>(TestParcel.person(1));
        person.set(1, "");
        person.set(2, "");
        person.set(7, "無期限");
        person.set(8, "");
        assertThat(troubles(List.of(person))).isEmpty();
    }

    @Test
    void aTextThatLooksLikeAFormulaIsAText() {
        List<String> person = new ArrayList<>(TestParcel.person(1));
        person.set(0, "=HYPERLINK(\"x\")");
        person.set(9, "@SUM(A1)");
        assertThat(troubles(List.of(person))).isEmpty();
    }

    @Test
    void anEmptyDocumentIsRefusedAndALongListOfTroublesCutShort() {
        assertThat(troubles(List.of())).containsExactly("0件");
        List<String> empty = List.of("", "", "", "", "", "", "", "", "", "");
        assertThat(troubles(List.of(empty, empty, empty))).hasSize(5);
    }

    private static List<String> troubles(List<List<String>> rows) {
        return new RowCheck(TestAgreement.demo(), DocumentKind.PROVISION).troubles(rows);
    }

    private static Contents inspected(TestParcel parcel) {
        return inspected(parcel.bytes(), Optional.empty());
    }

    private static Contents inspected(byte[] bytes, Optional<Integer> told) {
        Parcel parcel = new Parcel(
                UUID.randomUUID(),
                "0".repeat(64),
                "nhi-tokyo-isa",
                "R8-001",
                "R8-001",
                DocumentKind.PROVISION,
                STEM,
                told,
                Optional.empty(),
                Instant.EPOCH,
                ParcelState.OPENING,
                0,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty());
        return new Inspection(parcel, TestAgreement.demo())
                .of(new ParcelTable.Secrets(bytes, TestParcel.ZIP_PASSWORD, TestParcel.WORKBOOK_PASSWORD));
    }
}
