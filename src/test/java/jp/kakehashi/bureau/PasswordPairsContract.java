package jp.kakehashi.bureau;

import static jp.kakehashi.bureau.BureauFixture.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.parcel.Method;
import jp.kakehashi.parcel.Parcels;
import jp.kakehashi.register.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The agreed table at the receiving office, on any ledger. */
abstract class PasswordPairsContract {

    private static final String RIGHT = TestParcel.ZIP_PASSWORD + "," + TestParcel.WORKBOOK_PASSWORD;
    private static final String OTHER = "bcdefghjkmnprstuvwxy,345678abcdefghjkmnpr";

    private final Agreements agreements = TestAgreement.withTable();
    private final Agreement agreement = agreements.only();
    private BureauFixture bureau;

    abstract TestLedger ledger();

    @BeforeEach
    void start() {
        bureau = new BureauFixture(ledger(), agreements);
    }

    @Test
    @OfficeRule("passwords-table")
    void aParcelIsOpenedWithThePairItsMailNamesAndThePairIsUsedUp() {
        assertThat(load("W7," + RIGHT + "\nW8," + OTHER + "\nB7," + OTHER)).containsExactly("W7", "W8", "B7");
        bureau.take(TestParcel.provision("R8-001").naming("W7").mail());
        assertThat(bureau.parcel().pairTold()).contains("W7");
        assertThat(bureau.pairs.isReadyFor(bureau.parcel())).isTrue();

        assertThat(openWithPair()).isTrue();
        bureau.openNext();

        assertThat(bureau.parcel().state()).isEqualTo(ParcelState.OPENED);
        assertThat(bureau.pairs.unusedIncoming(agreement)).isEqualTo(1);
        assertThat(bureau.pairs.unusedOutgoing(agreement)).isEqualTo(1);
        assertThat(kept()).isEqualTo(2);
        assertThat(faults("W7," + OTHER)).containsExactly(new LineFault(1, LineFault.Why.USED));
        assertThat(bureau.verbs()).contains("password-pairs-loaded", "parcel-pair-taken", "parcel-opened");
    }

    @Test
    void aPairServesOneParcelOnly() {
        load("W7," + RIGHT);
        bureau.take(TestParcel.provision("R8-001").naming("W7").mail());
        bureau.take(TestParcel.provision("R8-002").naming("W7").mail());
        Parcel second = numbered("R8-002");
        assertThat(bureau.parcels.openWithPair(numbered("R8-001").id(), RECEIVER))
                .isTrue();
        assertThat(bureau.pairs.isReadyFor(second))
                .as("while the first is tried")
                .isFalse();
        assertThat(bureau.parcels.openWithPair(second.id(), RECEIVER)).isFalse();

        bureau.openNext();

        assertThat(numbered("R8-001").state()).isEqualTo(ParcelState.OPENED);
        assertThat(bureau.pairs.isReadyFor(second)).as("after it has served").isFalse();
        assertThat(bureau.parcels.openWithPair(second.id(), RECEIVER)).isFalse();
    }

    @Test
    void aForgedMailThatNamesAPairDoesNotTakeItFromTheParcelItIsFor() {
        load("W7," + RIGHT);
        bureau.take(TestParcel.provision("R8-009").naming("W7").mail(sealedByAStranger()));
        UUID forged = numbered("R8-009").id();
        for (int tries = bureau.parcels.triesLeft(numbered("R8-009")); tries > 0; tries--) {
            assertThat(bureau.parcels.openWithPair(forged, RECEIVER)).isTrue();
            bureau.openNext();
        }
        assertThat(numbered("R8-009").state()).isEqualTo(ParcelState.HELD);

        bureau.take(TestParcel.provision("R8-001").naming("W7").mail());
        UUID genuine = numbered("R8-001").id();
        assertThat(bureau.parcels.openWithPair(genuine, RECEIVER)).isTrue();
        bureau.openNext();

        assertThat(numbered("R8-001").state()).isEqualTo(ParcelState.OPENED);
        assertThat(kept()).isZero();
    }

    @Test
    void aPairThatOpenedAParcelHasServedAlsoWhereItsContentIsRefused() {
        load("W7," + RIGHT);
        bureau.take(TestParcel.provision("R8-001").naming("W7").telling(3).mail());
        openWithPair();

        bureau.openNext();

        assertThat(bureau.parcel().why()).contains(Why.ROW_COUNT_DIFFERS);
        assertThat(kept()).isZero();
    }

    @Test
    void aMailThatComesInUsesUpNoPairOfWhatGoesOut() {
        load("B3," + RIGHT);
        bureau.take(TestParcel.provision("R8-001").naming("B3").mail());
        assertThat(bureau.parcel().pairTold()).isEmpty();

        bureau.open();

        assertThat(bureau.parcel().state()).isEqualTo(ParcelState.OPENED);
        assertThat(bureau.pairs.unusedOutgoing(agreement)).isEqualTo(1);
    }

    @Test
    void aSlipOfTheFingersIsMendedUntilThePairHasServed() {
        load("W7," + OTHER);
        bureau.take(TestParcel.provision("R8-001").naming("W7").mail());
        openWithPair();
        bureau.openNext();
        assertThat(bureau.parcel().state()).isEqualTo(ParcelState.ARRIVED);

        assertThat(load("W7," + RIGHT)).containsExactly("W7");
        openWithPair();
        bureau.openNext();

        assertThat(bureau.parcel().state()).isEqualTo(ParcelState.OPENED);
        assertThat(kept()).isZero();
    }

    @Test
    void invariant7_passwordsOfATableAreSealedAndEndWithTheParcelThatTheyOpened() {
        load("W7," + RIGHT + "\nW8," + OTHER);
        assertThat(everyByte()).doesNotContain(TestParcel.ZIP_PASSWORD, TestParcel.WORKBOOK_PASSWORD);
        bureau.take(TestParcel.provision("R8-001").naming("W7").mail());
        bureau.open();
        assertThat(kept()).as("typed by hand, and served all the same").isEqualTo(1);
        bureau.take(TestParcel.provision("R8-002").naming("W8").mail());
        UUID second = numbered("R8-002").id();
        bureau.parcels.openWithPair(second, RECEIVER);
        bureau.openNext();

        assertThat(bureau.parcels.giveUp(second, RECEIVER)).isTrue();

        assertThat(kept()).as("W8 opened nothing, and is still to be used").isEqualTo(1);
        assertThat(bureau.pairs.unusedIncoming(agreement)).isEqualTo(1);
        assertThat(bureau.ledger
                        .jdbc()
                        .sql("select count(*) from chain_entry where facts like '%" + TestParcel.ZIP_PASSWORD + "%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aMailThatNamesAPairNobodyTypedInWaitsForIt() {
        bureau.take(TestParcel.provision("R8-001").naming("W9").mail());

        assertThat(bureau.pairs.isReadyFor(bureau.parcel())).isFalse();
        assertThat(openWithPair()).isFalse();
        assertThat(bureau.parcel().state()).isEqualTo(ParcelState.ARRIVED);
    }

    @Test
    void onlyAReceiverTypesTheTableIn() {
        Actor auditor = new Actor("n-sabu", "架空 三郎", "監査担当", "AUDITOR");
        assertThatThrownBy(() -> bureau.pairs.load(agreement, "W7," + RIGHT, auditor))
                .hasMessageContaining("受領担当者")
                .message()
                .doesNotContain(TestParcel.ZIP_PASSWORD);
    }

    /** A zip that the pair does not open. */
    private static byte[] sealedByAStranger() {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try {
            Parcels.seal("forged.xlsx", new byte[] {1}, "strangerstrangerxxxx".toCharArray(), Method.AES_256, zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip.toByteArray();
    }

    private List<String> load(String text) {
        return bureau.pairs.load(agreement, text, RECEIVER).loaded();
    }

    private List<LineFault> faults(String text) {
        return bureau.pairs.load(agreement, text, RECEIVER).faults();
    }

    private boolean openWithPair() {
        return bureau.parcels.openWithPair(bureau.parcel().id(), RECEIVER);
    }

    private Parcel numbered(String number) {
        return bureau.parcels.all().stream()
                .filter(parcel -> parcel.controlNumber().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private int kept() {
        return bureau.ledger
                .jdbc()
                .sql("select count(passwords) from bureau_password_pair")
                .query(Integer.class)
                .single();
    }

    private String everyByte() {
        StringBuilder all = new StringBuilder();
        bureau.ledger
                .jdbc()
                .sql("select passwords from bureau_password_pair")
                .query(byte[].class)
                .list()
                .forEach(bytes -> all.append(new String(bytes, StandardCharsets.ISO_8859_1)));
        return all.toString();
    }
}
