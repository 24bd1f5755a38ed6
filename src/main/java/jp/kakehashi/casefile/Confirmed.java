package jp.kakehashi.casefile;

import jp.kakehashi.source.Facts;

/**
 * What an officer confirmed: this text, for these facts.
 *
 * @param whyNotSuspended 執行停止を要しない理由, which stays inside; empty where none was written
 */
record Confirmed(String reasonText, String whyNotSuspended, Facts facts) {

    boolean isFor(Facts others) {
        return facts.digest().equals(others.digest());
    }
}
