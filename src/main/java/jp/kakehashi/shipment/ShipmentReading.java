package jp.kakehashi.shipment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.RowMapper;

/** Reads one shipment from its row, with the count of those who still go. */
final class ShipmentReading implements RowMapper<Shipment> {

    private final Vault vault;

    ShipmentReading(Vault vault) {
        this.vault = vault;
    }

    @Override
    public Shipment mapRow(ResultSet row, int index) throws SQLException {
        String number = row.getString("control_number");
        byte[] remark = row.getBytes("remark");
        return new Shipment(
                number,
                row.getString("agreement"),
                DocumentKind.valueOf(row.getString("kind")),
                ShipmentState.valueOf(row.getString("state")),
                row.getString("drafted_by"),
                row.getTimestamp("drafted_at").toInstant(),
                row.getString("content_digest"),
                ZipMethod.valueOf(row.getString("zip_method")),
                row.getInt("rows_kept"),
                row.getBoolean("seal_wanted"),
                row.getBoolean("check_wanted"),
                row.getInt("revision"),
                seal(row),
                release(row),
                instant(row, "posted_at"),
                instant(row, "acknowledged_at"),
                trouble(row),
                Optional.ofNullable(remark)
                        .map(bytes -> vault.openText(bytes, ShipmentLedger.context("remark", number))));
    }

    private static Optional<Shipment.Seal> seal(ResultSet row) throws SQLException {
        String digest = row.getString("parcel_sha256");
        return digest == null
                ? Optional.empty()
                : Optional.of(new Shipment.Seal(
                        row.getTimestamp("sealed_at").toInstant(),
                        row.getTimestamp("as_of").toInstant(),
                        Optional.ofNullable(row.getString("file_name")),
                        digest));
    }

    private static Optional<Shipment.Release> release(ResultSet row) throws SQLException {
        String binding = row.getString("release_binding");
        return binding == null
                ? Optional.empty()
                : Optional.of(new Shipment.Release(
                        row.getObject("sitting", UUID.class),
                        binding,
                        row.getTimestamp("released_at").toInstant(),
                        row.getTimestamp("lapses_at").toInstant(),
                        Optional.ofNullable(row.getObject("letter", UUID.class))));
    }

    private static Optional<Shipment.Trouble> trouble(ResultSet row) throws SQLException {
        boolean waits = row.getBoolean("seal_wanted") || row.getBoolean("check_wanted");
        String kind = row.getString("failed_as");
        return waits && kind != null ? Optional.of(new Shipment.Trouble(row.getInt("tries"), kind)) : Optional.empty();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
