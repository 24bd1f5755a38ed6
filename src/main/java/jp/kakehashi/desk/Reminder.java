package jp.kakehashi.desk;

import java.util.List;

/**
 * What the home page reminds of until somebody has settled it.
 *
 * @param label the key of its sentence in {@code messages/}; it takes how many they are, and which
 * @param path where it is settled
 * @param about what it is about, by number; never a person
 */
record Reminder(String label, String path, List<String> about) {

    /** Which, as the sentence names them. */
    public String which() {
        return String.join("、", about);
    }

    /** One bean for each kind of reminder. */
    interface Of {

        /** As things stand now. */
        Reminder now();
    }
}
