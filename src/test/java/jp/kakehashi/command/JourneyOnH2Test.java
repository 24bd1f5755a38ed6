package jp.kakehashi.command;

import java.util.Map;

/** The journey over H2 files. */
class JourneyOnH2Test extends JourneyContract {

    @Override
    Map<String, Object> ledger() {
        return Map.of();
    }
}
