package jp.kakehashi.shipment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.ZipMethod;

/**
 * One shipment as it stands: everything about it but personal data, bytes and passwords.
 *
 * @param controlNumber for example {@code R8-001}
 * @param agreement the agreement's id
 * @param kind what is sent
 * @param state where it stands
 * @param draftedBy the drafter's account: who may not be its witness
 * @param draftedAt when
 * @param contentDigest SHA-256 over the contents of all rows as drafted: what a decision decides
 * @param zip how it is, or is to be, encrypted
 * @param rows how many rows would go, dropped ones not counted
 * @param sealWanted the source is to be asked and the parcel sealed
 * @param checkWanted the last check is to be made
 * @param revision 0, or how often it was sealed afresh after it was, or may have been, sent
 * @param seal what was sealed, once it was
 * @param release who stood by it until when, while that holds
 * @param postedAt when the server accepted it
 * @param acknowledgedAt when its receipt was confirmed
 * @param trouble what keeps the wanted sealing or last check from succeeding, if it failed
 * @param remark what an officer should know of it, in Japanese
 */
public record Shipment(
        String controlNumber,
        String agreement,
        DocumentKind kind,
        ShipmentState state,
        String draftedBy,
        Instant draftedAt,
        String contentDigest,
        ZipMethod zip,
        int rows,
        boolean sealWanted,
        boolean checkWanted,
        int revision,
        Optional<Seal> seal,
        Optional<Release> release,
        Optional<Instant> postedAt,
        Optional<Instant> acknowledgedAt,
        Optional<Trouble> trouble,
        Optional<String> remark) {

    /**
     * The sealed parcel; of a plain mail the text that was settled, from then on under the same rules.
     *
     * @param at when it was sealed
     * @param asOf the age of the oldest fact in it
     * @param fileName the zip's name; none of a plain mail
     * @param parcelSha256 SHA-256 of the zip, or of the mail's text where there is none, 64 lower-case hexadecimal digits
     */
    public record Seal(Instant at, Instant asOf, Optional<String> fileName, String parcelSha256) {}

    /**
     * The release that stands.
     *
     * @param sitting the sitting it was given in
     * @param binding keyed digest of all it is bound to, see {@link Binding}
     * @param at when
     * @param lapsesAt when it ends by itself
     * @param letter the letter in the outbox, once the last check let it go
     */
    public record Release(UUID sitting, String binding, Instant at, Instant lapsesAt, Optional<UUID> letter) {}

    /**
     * What the machine's act on it failed with.
     *
     * @param tries how often it was tried
     * @param kind the class of the last error, never its message
     */
    public record Trouble(int tries, String kind) {}

    /** The control number with the mark of a fresh sealing, as its file name bears it, such as R8-001_r1. */
    public String message() {
        return revision == 0 ? controlNumber : controlNumber + "_r" + revision;
    }

    /** Whether there is a sealed parcel: something to open, with passwords to tell. */
    public boolean hasParcel() {
        return seal.flatMap(Seal::fileName).isPresent();
    }

    /** The sealed parcel of a shipment that must have one. */
    Seal sealed() {
        return seal.orElseThrow(() -> new IllegalStateException(controlNumber + " has not been sealed"));
    }

    /** The release of a shipment that must have one. */
    Release released() {
        return release.orElseThrow(() -> new IllegalStateException(controlNumber + " has no release"));
    }
}
