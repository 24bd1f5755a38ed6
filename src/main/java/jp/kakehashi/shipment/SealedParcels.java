package jp.kakehashi.shipment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.register.Sha256;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sealed bytes, their passwords and the confirmation code, each encrypted and bound to its shipment. */
@Component
@Profile("ward")
class SealedParcels {

    private static final String SEAL = """
            update shipment set state = 'SEALED', seal_wanted = false, as_of = :asOf, sealed_at = :at,
                file_name = :fileName, parcel = :parcel, parcel_sha256 = :sha256, path_digest = :path, password_number = :passwordNumber,
                passwords = :passwords, confirmation_code = :code, message_id = null, mime = null
            where control_number = :number and state = 'DECIDED'
            """;

    /**
     * Back before sealing: these bytes, their passwords and their letter must never be used again. If they may have
     * left, what is sealed next bears a name of its own.
     */
    private static final String BREAK = """
            update shipment set state = 'DECIDED', seal_wanted = true, check_wanted = false, tries = 0, failed_as = null,
                as_of = null,
                revision = revision + case when posted_at is null then 0 else 1 end,
                sealed_at = null, file_name = null, parcel = null, parcel_sha256 = null, passwords = null,
                path_digest = null, password_number = null, told_at = null, told_by = null, told_to = null, alarmed_at = null, confirmation_code = null, message_id = null, mime = null, release_binding = null, sitting = null,
                released_at = null, lapses_at = null, letter = null, remark = null
            where control_number = :number and state in ('SEALED', 'RELEASED', 'UNREADABLE')
            """;

    private static final String CHANGE_METHOD = "update shipment set zip_method = :zip where control_number = :number";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient ledger;
    private final Vault vault;

    SealedParcels(JdbcClient ledger, Vault vault) {
        this.ledger = ledger;
        this.vault = vault;
    }

    /** The two passwords of a parcel; never printed. */
    record Passwords(String zip, String workbook) {
        @Override
        public String toString() {
            return "Passwords[…]";
        }
    }

    /** What sealing made, the digest of the path it was made for, and the number of its pair in the agreed table. */
    @SuppressWarnings("ArrayRecordComponent") // the bytes go from hand to hand and are never compared
    record Parcel(
            String fileName,
            byte[] bytes,
            Passwords passwords,
            Optional<String> code,
            String path,
            Optional<String> passwordNumber) {
        String sha256() {
            return Sha256.hex(bytes);
        }

        @Override
        public String toString() {
            return "Parcel[" + fileName + "]";
        }
    }

    void seal(String number, Parcel parcel, Instant asOf, Instant at) {
        ledger.sql(SEAL)
                .param("asOf", Timestamp.from(asOf))
                .param("at", Timestamp.from(at))
                .param("fileName", parcel.fileName())
                .param("parcel", vault.seal(parcel.bytes(), ShipmentLedger.context("parcel", number)))
                .param("sha256", parcel.sha256())
                .param("path", parcel.path())
                .param("passwordNumber", parcel.passwordNumber().orElse(null))
                .param("passwords", vault.seal(json(parcel.passwords()), ShipmentLedger.context("passwords", number)))
                .param(
                        "code",
                        parcel.code()
                                .map(code -> vault.sealText(code, ShipmentLedger.context("code", number)))
                                .orElse(null))
                .param("number", number)
                .update();
    }

    /** Whether the bytes that are kept are those that were sealed; a plain mail has none beside its letter. */
    boolean isIntact(Shipment shipment) {
        return !shipment.hasParcel()
                || Sha256.hex(bytes(shipment.controlNumber()))
                        .equals(shipment.sealed().parcelSha256());
    }

    /** Breaks the seal, to be sealed afresh by this method. */
    void unseal(String number, ZipMethod by) {
        ledger.sql(CHANGE_METHOD)
                .param("zip", by.name())
                .param("number", number)
                .update();
        unseal(number);
    }

    /** Breaks the seal: sealed afresh by the route, then signed again. */
    void unseal(String number) {
        ledger.sql(BREAK).param("number", number).update();
    }

    byte[] bytes(String number) {
        return vault.open(column("parcel", number), ShipmentLedger.context("parcel", number));
    }

    Passwords passwords(String number) {
        try {
            return JSON.readValue(
                    vault.open(column("passwords", number), ShipmentLedger.context("passwords", number)),
                    Passwords.class);
        } catch (IOException e) {
            throw new IllegalStateException("the passwords of " + number + " are not what this program wrote", e);
        }
    }

    /** The code in the sealed workbook; none where the agreed form has no place for it. */
    Optional<String> code(String number) {
        return stored("confirmation_code", number)
                .map(code -> vault.openText(code, ShipmentLedger.context("code", number)));
    }

    /** The number of its pair in the agreed table; none for generated passwords. */
    Optional<String> passwordNumber(String number) {
        return ledger.sql(
                        "select password_number from shipment where control_number = :number and password_number is not null")
                .param("number", number)
                .query(String.class)
                .optional();
    }

    private byte[] column(String name, String number) {
        return stored(name, number).orElseThrow(() -> new IllegalStateException(number + " has not been sealed"));
    }

    private Optional<byte[]> stored(String name, String number) {
        return ledger.sql(
                        "select " + name + " from shipment where control_number = :number and " + name + " is not null")
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    private static byte[] json(Passwords passwords) {
        try {
            return JSON.writeValueAsBytes(passwords);
        } catch (IOException e) {
            throw new IllegalStateException("two texts always fit JSON", e);
        }
    }
}
