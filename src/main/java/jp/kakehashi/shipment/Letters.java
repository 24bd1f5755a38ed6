package jp.kakehashi.shipment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.LetterText;
import jp.kakehashi.calendar.Eras;
import jp.kakehashi.letter.Attachment;
import jp.kakehashi.letter.Incoming;
import jp.kakehashi.letter.Letter;
import jp.kakehashi.mailroom.Outgoing;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The letter that carries a parcel, or is all there is: made once and kept, so that a resend has the same Message-ID and
 * bytes.
 */
@Component
@Profile("ward")
class Letters {

    private static final String KEEP =
            "update shipment set message_id = :id, mime = :mime where control_number = :number and mime is null";
    private static final String SEAL = """
            update shipment set state = 'SEALED', seal_wanted = false, as_of = :at, sealed_at = :at, parcel_sha256 = :sha256,
                message_id = :id, mime = :mime
            where control_number = :number and state = 'DECIDED'
            """;
    private static final String KEPT = "select message_id, mime from shipment where control_number = :number";

    private final JdbcClient ledger;
    private final Vault vault;
    private final SealedParcels parcels;
    private final Clock clock;

    Letters(JdbcClient ledger, Vault vault, SealedParcels parcels, Clock clock) {
        this.ledger = ledger;
        this.vault = vault;
        this.parcels = parcels;
        this.clock = clock;
    }

    /** What a release of this shipment, as it stands now, is bound to: the digest of a {@link Binding}. */
    String binding(Agreement agreement, Shipment shipment, UUID sitting) {
        String parcel = shipment.sealed().parcelSha256();
        return new Binding(parcel, envelope(agreement), shipment.rows(), shipment.kind(), sitting).digest(vault);
    }

    /** Makes the MIME of these sealed bytes, unless it was made before. */
    void compose(Agreement agreement, Shipment shipment) {
        keep(KEEP, letter(agreement, shipment), shipment).update();
    }

    /**
     * Seals a plain mail: its MIME is made at once, and the text in it stands for the parcel.
     *
     * @return SHA-256 of that text
     */
    String seal(Agreement agreement, Shipment shipment) {
        Letter letter = letter(agreement, shipment);
        keep(SEAL, letter, shipment)
                .param("at", Timestamp.from(clock.instant()))
                .param("sha256", letter.contentSha256())
                .update();
        return letter.contentSha256();
    }

    private JdbcClient.StatementSpec keep(String sql, Letter letter, Shipment shipment) {
        String number = shipment.controlNumber();
        return ledger.sql(sql)
                .param("id", letter.messageId())
                .param("mime", vault.seal(letter.toMime(), ShipmentLedger.context("mime", number)))
                .param("number", number);
    }

    /** The Message-ID of the letter that was made; empty as long as none was. */
    Optional<String> messageId(String number) {
        return Optional.ofNullable(ledger.sql(KEPT)
                .param("number", number)
                .query(Kept.class)
                .single()
                .messageId());
    }

    /** Whether the letter that was made carries what was sealed, and not another thing. */
    boolean carriesWhatWasSealed(Shipment shipment) {
        return made(shipment.controlNumber()).carries(shipment.sealed().parcelSha256());
    }

    /** The letter that was made, as its recipient will read it. */
    Incoming made(String number) {
        byte[] mime = ledger.sql(KEPT)
                .param("number", number)
                .query(Kept.class)
                .single()
                .mime();
        return Incoming.read(vault.open(mime, ShipmentLedger.context("mime", number)));
    }

    /** The letter as the mailroom is to post it, no later than the release lapses. */
    Outgoing outgoing(Agreement agreement, Shipment shipment) {
        String number = shipment.controlNumber();
        Kept kept = ledger.sql(KEPT).param("number", number).query(Kept.class).single();
        return new Outgoing(
                number,
                agreement.id(),
                Optional.of(shipment.kind()),
                kept.messageId(),
                agreement.parties().bounceAddress(),
                envelope(agreement),
                vault.open(kept.mime(), ShipmentLedger.context("mime", number)),
                shipment.sealed().parcelSha256(),
                shipment.released().lapsesAt());
    }

    private Letter letter(Agreement agreement, Shipment shipment) {
        LetterText text = agreement.document(shipment.kind()).letter();
        String number = shipment.controlNumber();
        String date = Eras.longForm(LocalDate.now(clock));
        String telephone = agreement.parties().sender().telephone();
        return new Letter(
                Letter.freshMessageId(agreement.parties().from()),
                agreement.parties().from(),
                agreement.parties().recipients(),
                text.subject(number),
                text.body(number, shipment.rows(), date, telephone, parcels.passwordNumber(number)),
                shipment.seal()
                        .flatMap(Shipment.Seal::fileName)
                        .map(name -> new Attachment(name, parcels.bytes(number))),
                Optional.empty(),
                clock.instant(),
                agreement.mail().encoding());
    }

    /** Everyone the envelope names: the recipients, and the journal that brings us our copy. */
    static List<String> envelope(Agreement agreement) {
        List<String> recipients = new ArrayList<>(agreement.parties().recipients());
        agreement.parties().journalAddress().ifPresent(recipients::add);
        return List.copyOf(recipients);
    }

    @SuppressWarnings("ArrayRecordComponent") // read from the ledger and handed on, never compared
    private record Kept(String messageId, byte[] mime) {}
}
