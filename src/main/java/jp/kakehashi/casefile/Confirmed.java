package jp.kakehashi.casefile;

import jp.kakehashi.source.Facts;

/** What an officer confirmed: this text, for these facts. */
record Confirmed(String reasonText, Facts facts) {

    boolean isFor(Facts others) {
        return facts.digest().equals(others.digest());
    }
}
