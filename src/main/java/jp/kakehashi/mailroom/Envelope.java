package jp.kakehashi.mailroom;

import java.util.List;

/**
 * From where and to whom a letter is delivered, whatever its headers say.
 *
 * @param sender where bounces go
 * @param recipients at least one
 */
record Envelope(String sender, List<String> recipients) {

    static final String CONTEXT = "letter.envelope";

    static Envelope read(String lines) {
        List<String> addresses = lines.lines().toList();
        return new Envelope(addresses.get(0), addresses.subList(1, addresses.size()));
    }

    String lines() {
        return sender + "\n" + String.join("\n", recipients);
    }
}
