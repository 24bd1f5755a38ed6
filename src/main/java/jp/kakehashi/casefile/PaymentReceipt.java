package jp.kakehashi.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A receipt (領収証書) that somebody showed at the counter, and whose payment the source has not posted yet.
 *
 * @param id of this entry
 * @param caseId the case it bars
 * @param paidOn 領収日, as printed on it
 * @param seenAt when it was seen
 * @param seenBy the account of who saw it
 * @param overdue whether the posting ought to be there by now: somebody has to find out
 */
public record PaymentReceipt(UUID id, UUID caseId, LocalDate paidOn, Instant seenAt, String seenBy, boolean overdue) {

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "PaymentReceipt " + id;
    }
}
