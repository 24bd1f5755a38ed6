package jp.kakehashi.source;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One receipt, without its amount.
 *
 * @param bill the instalment paid
 * @param receivedOn 領収日, when the payer paid at a counter or shop
 * @param postedOn 収入日, when it reached the ward; empty until then
 * @param provisional 仮消: posted provisionally, may be reversed
 * @param reversedOn when a provisional posting was reversed
 */
public record Payment(
        BillId bill,
        LocalDate receivedOn,
        Optional<LocalDate> postedOn,
        boolean provisional,
        Optional<LocalDate> reversedOn) {

    /** Whether it was taken back. */
    public boolean isReversed() {
        return reversedOn.isPresent();
    }

    /** Whether it still stands, but is not finally posted. */
    public boolean isUnposted() {
        return !isReversed() && (provisional || postedOn.isEmpty());
    }
}
