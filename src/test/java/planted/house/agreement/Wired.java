package planted.house.agreement;

import org.springframework.beans.factory.annotation.Value;

/** Breaks the rule that settings are validated records. */
public final class Wired {

    private final String folder;

    Wired(@Value("${kakehashi.agreements}") String folder) {
        this.folder = folder;
    }

    String folder() {
        return folder;
    }
}
