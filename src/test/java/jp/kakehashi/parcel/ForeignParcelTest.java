package jp.kakehashi.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Known answers: parcels made by 7-Zip and Info-ZIP. In a folder with {@code SJK.txt} holding the one line below:
 *
 * <pre>
 * P=t4wn-8khe-5pxa-m9rc; cp SJK.txt two.txt; ln -s SJK.txt link.txt; mkdir f; cp SJK.txt f
 * 7z a -tzip -mem=AES256 -p$P sevenzip-aes.zip SJK.txt
 * 7z a -tzip -mem=AES256 -mx=0 -p$P sevenzip-aes-stored.zip SJK.txt
 * 7z a -tzip -mem=ZipCrypto -p$P sevenzip-zipcrypto.zip SJK.txt
 * 7z a -tzip -mem=AES256 -p$P two-files.zip SJK.txt two.txt
 * zip -P $P infozip.zip SJK.txt; zip -P $P folder.zip f/SJK.txt; zip plain.zip SJK.txt
 * zip -y -P $P link.zip link.txt; (cd f; zip -P $P ../climbing.zip ../SJK.txt)
 * </pre>
 */
class ForeignParcelTest {

    private static final char[] PASSWORD = "t4wn-8khe-5pxa-m9rc".toCharArray();

    @ParameterizedTest
    @ValueSource(strings = {"sevenzip-aes", "sevenzip-aes-stored", "sevenzip-zipcrypto", "infozip"})
    void aForeignParcelIsOpenedByteByByte(String parcel) throws IOException {
        assertThat(open(parcel, PASSWORD, Bounds.OF_A_MAIL)).isInstanceOfSatisfying(Opened.Content.class, file -> {
            assertThat(file.name()).isEqualTo("SJK.txt");
            assertThat(file.bytes()).isEqualTo("synthetic content of a parcel\n".getBytes(StandardCharsets.US_ASCII));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "two-files, NOT_ONE_FILE",
        "folder, UNSAFE_NAME",
        "climbing, UNSAFE_NAME",
        "link, UNSAFE_NAME",
        "plain, NOT_ENCRYPTED"
    })
    void whatIsNoParcelIsRefusedWithItsReason(String parcel, Reason reason) throws IOException {
        assertThat(open(parcel, PASSWORD, Bounds.OF_A_MAIL))
                .isInstanceOfSatisfying(
                        Opened.Unopenable.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({"sevenzip-aes, 100, 30, 200", "sevenzip-aes, 1000, 29, 200"})
    void whatIsTooLargeIsRefused(String parcel, long fileBytes, long entryBytes, int ratio) throws IOException {
        assertThat(open(parcel, PASSWORD, new Bounds(fileBytes, entryBytes, ratio)))
                .isInstanceOfSatisfying(
                        Opened.Unopenable.class, no -> assertThat(no.reason()).isEqualTo(Reason.OUT_OF_BOUNDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sevenzip-aes", "infozip"})
    void anotherPasswordOpensNothing(String parcel) throws IOException {
        assertThat(open(parcel, "another".toCharArray(), Bounds.OF_A_MAIL)).isInstanceOf(Opened.Unopenable.class);
    }

    private static Opened open(String name, char[] password, Bounds bounds) throws IOException {
        try (var parcel = ForeignParcelTest.class.getResourceAsStream(name + ".zip")) {
            return Parcels.open(parcel.readAllBytes(), password, bounds);
        }
    }
}
