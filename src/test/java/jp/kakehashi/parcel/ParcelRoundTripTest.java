package jp.kakehashi.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sealed comes back, and what tools would read differently is not sealed at all. */
class ParcelRoundTripTest {

    private static final String NAME = "SJK-NHI_02PROV_R8-001_20260601.xlsx";
    private static final char[] PASSWORD = "t4wn-8khe-5pxa-m9rc".toCharArray();

    @ParameterizedTest
    @EnumSource(Method.class)
    void theFileComesBackUnderItsName(Method method) throws IOException {
        byte[] content = content(70_001);

        Opened opened = Parcels.open(sealed(NAME, content, PASSWORD, method), PASSWORD, Bounds.OF_A_MAIL);

        assertThat(opened).isInstanceOfSatisfying(Opened.Content.class, file -> {
            assertThat(file.name()).isEqualTo(NAME);
            assertThat(file.bytes()).isEqualTo(content);
        });
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void anotherPasswordOpensNothing(Method method) throws IOException {
        byte[] parcel = sealed(NAME, content(5_000), PASSWORD, method);

        assertThat(Parcels.open(parcel, "other".toCharArray(), Bounds.OF_A_MAIL))
                .isInstanceOfSatisfying(
                        Opened.Unopenable.class,
                        no -> assertThat(no.reason()).isIn(Reason.WRONG_PASSWORD, Reason.TAMPERED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"提供.xlsx", "../a.xlsx", "a/b.xlsx", "a\\b.xlsx", "", ".xlsx", "a b.xlsx"})
    void aNameThatIsNotPlainAsciiIsRefused(String name) {
        assertThatThrownBy(() -> sealed(name, content(1), PASSWORD, Method.AES_256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"パスワード", "", "with space", "tab\t"})
    void aPasswordThatIsNotPrintableAsciiIsRefusedUnquoted(String password) {
        assertThatThrownBy(() -> sealed(NAME, content(1), password.toCharArray(), Method.AES_256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a parcel's password has 1 to 99 printable ASCII characters");
    }

    @Test
    void aFileOfAnotherSizeThanStatedIsAnError() {
        assertThatThrownBy(() -> Parcels.seal(
                        NAME,
                        new java.io.ByteArrayInputStream(content(10)),
                        11,
                        PASSWORD,
                        Method.AES_256,
                        new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class);
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(1).nextBytes(content);
        return content;
    }

    private static byte[] sealed(String name, byte[] content, char[] password, Method method) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Parcels.seal(name, content, password, method, out);
        return out.toByteArray();
    }
}
