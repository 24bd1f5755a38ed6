package jp.kakehashi.command;

import java.util.Map;
import jp.kakehashi.house.OfficeRule;
import org.junit.jupiter.api.Test;

/** The journey over H2 files. */
class JourneyOnH2Test extends JourneyContract {

    @Override
    Map<String, Object> ledger() {
        return Map.of();
    }

    /** Other headings, another order, other dates, no title, no number, no end mark, no code; passwords from a table. */
    @Test
    @OfficeRule({"form-receiver", "passwords-table"})
    void theSameInThePlainFormOfAnotherReceiver() {
        System.setProperty("kakehashi.agreements", "config/agreements/examples");
        try {
            whoIsProvidedStandsOnTheBureausListCharacterByCharacter();
        } finally {
            System.clearProperty("kakehashi.agreements");
        }
    }
}
