package jp.kakehashi.shipment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Imprint;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.parcel.Method;
import jp.kakehashi.parcel.Parcels;
import jp.kakehashi.vault.Passwords;
import jp.kakehashi.workbook.Layout;
import jp.kakehashi.workbook.Workbooks;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the bytes: the agreed workbook under one password, in the agreed zip under another (invariants 1 and 7). */
@Component
@Profile("ward")
class Sealer {

    private final Passwords passwords;
    private final PasswordTable table;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sealer(Passwords passwords, PasswordTable table, Clock clock) {
        this.passwords = passwords;
        this.table = table;
        this.clock = clock;
    }

    /** Seals these rows; passwords and the confirmation code, which stands inside the workbook, are new each time. */
    SealedParcels.Parcel seal(Agreement agreement, Shipment shipment, List<ShipmentRow> kept) {
        try {
            return parcel(agreement, shipment, kept);
        } catch (IOException e) {
            throw new UncheckedIOException(shipment.controlNumber() + " could not be sealed in memory", e);
        }
    }

    private SealedParcels.Parcel parcel(Agreement agreement, Shipment shipment, List<ShipmentRow> kept)
            throws IOException {
        Optional<PasswordTable.Pair> agreed = agreement.passwords().fromTable()
                ? Optional.of(table.next(agreement, shipment.controlNumber()))
                : Optional.empty();
        SealedParcels.Passwords pair = agreed.map(both -> new SealedParcels.Passwords(both.zip(), both.workbook()))
                .orElseGet(() -> new SealedParcels.Passwords(passwords.generate(), passwords.generate()));
        Optional<String> code =
                agreement.printsCode() ? Optional.of("%04d".formatted(random.nextInt(10_000))) : Optional.empty();
        String stem = stem(agreement, shipment);
        byte[] workbook =
                workbook(agreement, shipment, code, kept, pair.workbook().toCharArray());
        ByteArrayOutputStream zip = new ByteArrayOutputStream(workbook.length + 1024);
        Parcels.seal(stem + ".xlsx", workbook, pair.zip().toCharArray(), method(shipment.zip()), zip);
        String path = TestExchanges.pathDigest(agreement, shipment.zip());
        return new SealedParcels.Parcel(
                stem + ".zip", zip.toByteArray(), pair, code, path, agreed.map(PasswordTable.Pair::number));
    }

    private static Method method(ZipMethod agreed) {
        return switch (agreed) {
            case AES_256 -> Method.AES_256;
            case ZIPCRYPTO -> Method.ZIPCRYPTO;
        };
    }

    private String stem(Agreement agreement, Shipment shipment) {
        String stem = agreement.fileStem(shipment.kind(), shipment.controlNumber(), LocalDate.now(clock));
        return shipment.revision() == 0 ? stem : stem + "_r" + shipment.revision();
    }

    private Imprint imprint(Shipment shipment, Optional<String> code) {
        return new Imprint(shipment.controlNumber(), LocalDate.now(clock), code);
    }

    private byte[] workbook(
            Agreement agreement, Shipment shipment, Optional<String> code, List<ShipmentRow> kept, char[] password)
            throws IOException {
        Layout layout = agreement.layout(shipment.kind(), imprint(shipment, code));
        List<List<String>> rows = kept.stream()
                .map(row -> agreement.columns().stream()
                        .map(item -> row.cells().get(item))
                        .toList())
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbooks.write(layout, rows.iterator(), password, out);
        return out.toByteArray();
    }
}
