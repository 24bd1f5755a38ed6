package jp.kakehashi.casefile;

import jp.kakehashi.agreement.Item;

/**
 * Something odd about one item, never repaired silently.
 *
 * @param item which item
 * @param blocks whether the person may not be provided with it; otherwise an officer decides, seeing this
 * @param words what, in Japanese, without the value
 */
record Flaw(Item item, boolean blocks, String words) {

    static Flaw block(Item item, String words) {
        return new Flaw(item, true, words);
    }

    static Flaw warn(Item item, String words) {
        return new Flaw(item, false, words);
    }

    String text() {
        return item.label() + ": " + words;
    }
}
