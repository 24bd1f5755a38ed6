package jp.kakehashi.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One flipped bit, wherever it falls in the workbook: refused, or what was written is read unchanged.
 *
 * <p>Most flips are made in {@code inquiry-one-round.xlsx}, which is agile like ours but opens without 100,000 rounds each time.
 */
class BitFlipTest {

    private byte[] file;

    @BeforeEach
    void load() throws IOException {
        try (var resource = BitFlipTest.class.getResourceAsStream("inquiry-one-round.xlsx")) {
            file = resource.readAllBytes();
        }
    }

    @Test
    void everyFlippedBitOfTheEncryptedPackageIsSeen() throws IOException {
        byte[] encrypted = encryptedPackage();
        int at = text(file).indexOf(text(encrypted));

        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        for (int i = 0; i < encrypted.length; i += 3) {
            reasons.add(reasonAfterFlip(at + i, i % 8));
        }
        assertThat(reasons).containsExactly(Reason.TAMPERED);
    }

    @Test
    void everyFlippedBitOfTheKeysAndTheHmacIsSeen() {
        for (String secret : List.of("encryptedHmacKey=\"", "encryptedHmacValue=\"", "encryptedVerifierHashInput=\"")) {
            allSeen(secret, 16);
        }
        allSeen("encryptedVerifierHashValue=\"", 64);
        allSeen("encryptedKeyValue=\"", 32);
        allSeen("saltValue=\"", 16);
    }

    private void allSeen(String attribute, int bytes) {
        int at = text(file).indexOf(attribute) + attribute.length();
        for (int i = 0; i < bytes * 8 / 6; i++) {
            assertThat(openAfterFlip(at + i, 0)).as("%s at %d", attribute, i).isInstanceOf(Opened.Unreadable.class);
        }
    }

    @Test
    void noFlippedBitAnywhereIsAcceptedWithChangedContent() {
        Opened untouched = open();
        assertThat(untouched).isInstanceOf(Opened.Read.class);
        for (int i = 0; i < file.length; i += 5) {
            Opened opened = openAfterFlip(i, i % 8);
            assertThat(opened instanceof Opened.Unreadable || opened.equals(untouched))
                    .as("byte %d", i)
                    .isTrue();
        }
    }

    @Test
    void aFlippedBitInWhatWeWroteOurselvesIsSeen() throws IOException {
        file = Samples.sealed(ForeignWorkbookTest.INQUIRY, List.of(List.of("架空", "架空", "1", "見本")));
        byte[] encrypted = encryptedPackage();
        int at = text(file).indexOf(text(encrypted).substring(0, 512));

        for (int i : new int[] {0, 8, 511}) {
            assertThat(reasonAfterFlip(at + i, 4)).isEqualTo(Reason.TAMPERED);
        }
    }

    private Reason reasonAfterFlip(int at, int bit) {
        return openAfterFlip(at, bit) instanceof Opened.Unreadable no ? no.reason() : null;
    }

    private Opened openAfterFlip(int at, int bit) {
        file[at] ^= (byte) (1 << bit);
        try {
            return open();
        } finally {
            file[at] ^= (byte) (1 << bit);
        }
    }

    private Opened open() {
        return Workbooks.read(file, Samples.PASSWORD, ForeignWorkbookTest.INQUIRY, Bounds.OF_A_MAIL);
    }

    private byte[] encryptedPackage() throws IOException {
        try (POIFSFileSystem compound = new POIFSFileSystem(new ByteArrayInputStream(file));
                var stream = compound.createDocumentInputStream("EncryptedPackage")) {
            return stream.readAllBytes();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
