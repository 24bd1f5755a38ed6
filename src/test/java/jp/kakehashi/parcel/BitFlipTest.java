package jp.kakehashi.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One flipped bit, wherever it falls in the parcel: refused, or what was sealed comes out unchanged. */
class BitFlipTest {

    private static final String NAME = "SJK-NHI_02PROV_R8-001_20260601.xlsx";
    private static final char[] PASSWORD = "t4wn-8khe-5pxa-m9rc".toCharArray();

    @ParameterizedTest
    @EnumSource(Method.class)
    void noFlippedBitIsAcceptedWithChangedContent(Method method) throws IOException {
        byte[] content = new byte[300];
        new Random(4).nextBytes(content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Parcels.seal(NAME, content, PASSWORD, method, out);
        byte[] parcel = out.toByteArray();

        int refused = 0;
        for (int bit = 0; bit < parcel.length * 8; bit += 7) {
            parcel[bit / 8] ^= (byte) (1 << bit % 8);
            Opened opened = Parcels.open(parcel, PASSWORD, Bounds.OF_A_MAIL);
            if (opened instanceof Opened.Content file) {
                assertThat(file.name()).as("name after bit %d", bit).isEqualTo(NAME);
                assertThat(file.bytes()).as("content after bit %d", bit).isEqualTo(content);
            } else {
                refused++;
            }
            parcel[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertThat(refused).isGreaterThan(content.length * 8 / 7);
    }
}
