package jp.kakehashi.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import jp.kakehashi.house.OfficeRule;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    @OfficeRule("passwords-generated")
    void aPasswordIsTwentyCharactersThatCannotBeMistaken() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            assertThat(passwords.generate()).matches("[a-z2-8]{20}").doesNotContainPattern("[01ilo9q]");
            seen.add(passwords.generate());
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void itIsShownInGroupsOfFour() {
        assertThat(Passwords.grouped("abcdefghjkmnprstuvwx")).isEqualTo("abcd efgh jkmn prst uvwx");
    }

    @Test
    @OfficeRule("passwords-generated")
    void itIsReadInKana() {
        assertThat(Passwords.reading("a2bz7")).isEqualTo("エー・ニ・ビー・ゼット\u3000ナナ");
        assertThat(Passwords.reading("A-")).isEqualTo("大文字のエー・-");
    }
}
