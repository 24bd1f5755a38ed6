package jp.kakehashi.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Function;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.bureau.LineFault;
import jp.kakehashi.bureau.ListState;
import jp.kakehashi.bureau.ParcelState;
import jp.kakehashi.bureau.Why;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.casefile.Proviso;
import jp.kakehashi.mailroom.LetterState;
import jp.kakehashi.people.Role;
import jp.kakehashi.release.Decision;
import jp.kakehashi.release.Incident;
import jp.kakehashi.release.Obstacle;
import jp.kakehashi.shipment.Remedy;
import jp.kakehashi.shipment.ShipmentState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the pages: those of the office, and in both languages. */
class WordsTest {

    private static final Role[] HANDLERS = {Role.HANDLER, Role.WITNESS, Role.PRIVACY_MANAGER, Role.DEPUTY};
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    @Test
    void theWardSpeaksTheWordsOfTheOffice() throws IOException {
        Properties ward = words("ward.properties");

        saysAll(ward, "case.", CaseState.values(), CaseState::label);
        saysAll(ward, "shipment.", ShipmentState.values(), ShipmentState::label);
        saysAll(ward, "remedy.", Remedy.values(), Remedy::label);
        saysAll(ward, "letter.", LetterState.values(), LetterState::label);
        saysAll(ward, "kind.", DocumentKind.values(), DocumentKind::label);
        saysAll(ward, "item.", Item.values(), Item::label);
        saysAll(ward, "proviso.", Proviso.values(), Proviso::question);
        saysAll(ward, "manner.", Decision.Manner.values(), Decision.Manner::label);
        saysAll(ward, "role.", HANDLERS, Role::label);
        saysAll(ward, "obstacle.", Obstacle.Why.values(), Obstacle.Why::label);
        saysAll(ward, "incident.kind.", Incident.Kind.values(), Incident.Kind::label);
    }

    @Test
    void theBureauSpeaksTheWordsOfTheOffice() throws IOException {
        Properties bureau = words("bureau.properties");

        saysAll(bureau, "parcel.", ParcelState.values(), ParcelState::label);
        saysAll(bureau, "listed.", ListState.values(), ListState::label);
        saysAll(bureau, "why.", Why.values(), Why::label);
        saysAll(bureau, "pair-fault.", LineFault.Why.values(), LineFault.Why::label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"frame", "operations", "ward", "bureau"})
    void whatIsSaidInJapaneseIsSaidInEnglish(String name) throws IOException {
        assertThat(words(name + "_en.properties").stringPropertyNames())
                .isEqualTo(words(name + ".properties").stringPropertyNames());
    }

    private static <E extends Enum<E>> void saysAll(
            Properties words, String prefix, E[] values, Function<E, String> label) {
        for (E value : values) {
            assertThat(words.getProperty(prefix + value.name()))
                    .as(prefix + value.name())
                    .isEqualTo(label.apply(value));
        }
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (var in = Files.newBufferedReader(MESSAGES.resolve(file), UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
