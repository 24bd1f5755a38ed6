package jp.kakehashi.shipment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.calendar.FiscalYear;
import jp.kakehashi.letter.Incoming;
import jp.kakehashi.parcel.Parcels;
import jp.kakehashi.register.Actor;
import jp.kakehashi.workbook.Workbooks;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All shipments, to look at. Looking at people or passwords is an act and stands in the chain (invariants 7 and 8). */
@Service
@Profile("ward")
public class Shipments {

    private final ShipmentLedger shipments;
    private final ShipmentRows rows;
    private final SealedParcels parcels;
    private final Letters letters;
    private final Agreements agreements;
    private final Acts acts;
    private final Clock clock;

    Shipments(
            ShipmentLedger shipments,
            ShipmentRows rows,
            SealedParcels parcels,
            Letters letters,
            Agreements agreements,
            Acts acts,
            Clock clock) {
        this.shipments = shipments;
        this.rows = rows;
        this.parcels = parcels;
        this.letters = letters;
        this.agreements = agreements;
        this.acts = acts;
        this.clock = clock;
    }

    /** Every shipment, newest first. */
    public List<Shipment> all() {
        return shipments.all();
    }

    /** One shipment. */
    public Optional<Shipment> find(String controlNumber) {
        return shipments.find(controlNumber);
    }

    /** The people who would go or went, in their order. */
    @Transactional
    public List<ShipmentRow> rows(String controlNumber, Actor viewer) {
        acts.note(viewer, "rows-viewed", controlNumber);
        return rows.kept(controlNumber);
    }

    /** The people who were dropped, with the reason. */
    @Transactional
    public List<ShipmentRow> dropped(String controlNumber, Actor viewer) {
        acts.note(viewer, "dropped-viewed", controlNumber);
        return rows.dropped(controlNumber);
    }

    /** How many people were dropped. */
    public int droppedRows(String controlNumber) {
        return rows.countDropped(controlNumber);
    }

    /**
     * What the sealed file says: it is opened as the recipient will open it, with both passwords. A plain mail is read as the
     * recipient will read it.
     *
     * @return title rows and table, or the mail's text, as read from the sealed bytes
     */
    @Transactional
    public Preview preview(String controlNumber, Actor viewer) {
        Shipment shipment = shipments.locked(controlNumber);
        Agreement agreement = agreements.of(shipment.agreement());
        acts.note(
                viewer,
                "previewed",
                controlNumber,
                Map.of("parcel", shipment.sealed().parcelSha256()));
        return shipment.hasParcel() ? opened(shipment, agreement) : read(shipment, agreement);
    }

    private Preview read(Shipment mail, Agreement agreement) {
        Incoming made = letters.made(mail.controlNumber());
        List<String> text =
                Stream.concat(Stream.of(made.subject()), made.text().lines()).toList();
        return new Preview(mail, Letters.envelope(agreement), text, List.of(), List.of());
    }

    private Preview opened(Shipment shipment, Agreement agreement) {
        String controlNumber = shipment.controlNumber();
        SealedParcels.Passwords passwords = parcels.passwords(controlNumber);
        var zip = Parcels.open(
                parcels.bytes(controlNumber), passwords.zip().toCharArray(), jp.kakehashi.parcel.Bounds.OF_A_MAIL);
        if (!(zip instanceof jp.kakehashi.parcel.Opened.Content content)) {
            throw new IllegalStateException(controlNumber + ": the sealed zip does not open with its own password");
        }
        var workbook = Workbooks.read(
                content.bytes(),
                passwords.workbook().toCharArray(),
                agreement.expected(shipment.kind()),
                jp.kakehashi.workbook.Bounds.OF_A_MAIL);
        if (!(workbook instanceof jp.kakehashi.workbook.Opened.Read read)) {
            throw new IllegalStateException(
                    controlNumber + ": the sealed workbook does not open with its own password");
        }
        return new Preview(shipment, Letters.envelope(agreement), read.titleRows(), agreement.columns(), read.rows());
    }

    /** The two passwords, for the slip that is read out over the telephone; each view is recorded (invariant 7). */
    @Transactional
    public PasswordSlip passwords(String controlNumber, Actor viewer) {
        Shipment shipment = shipments.locked(controlNumber);
        SealedParcels.Passwords pair = parcels.passwords(controlNumber);
        acts.note(viewer, "passwords-viewed", controlNumber);
        Agreement agreement = agreements.of(shipment.agreement());
        return new PasswordSlip(
                controlNumber,
                shipment.sealed().fileName().orElseThrow(),
                shipment.rows(),
                agreement.parties().recipient().telephone(),
                parcels.passwordNumber(controlNumber),
                pair.zip(),
                pair.workbook(),
                parcels.code(controlNumber));
    }

    /** How many different people were provided in the fiscal year of today. */
    public int peopleProvidedThisYear() {
        return rows.peopleProvidedSince(thisYear());
    }

    /** How many there would be with a ② and with those decided before it and not sent yet; each person counts once. */
    public int peopleThisYearWith(String controlNumber) {
        return rows.peopleWith(controlNumber, thisYear());
    }

    /** How many people stand in this ② again: an earlier one, acknowledged before this was drafted, has told the bureau. */
    public int standingAgain(String controlNumber) {
        return rows.countAgain(controlNumber);
    }

    private Instant thisYear() {
        LocalDate first = FiscalYear.of(LocalDate.now(clock)).first();
        return first.atStartOfDay(clock.getZone()).toInstant();
    }
}
