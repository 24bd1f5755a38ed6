package jp.kakehashi.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An incident (漏えい等) on a shipment.
 *
 * @param id its row
 * @param controlNumber the shipment
 * @param kinds what happened
 * @param noticedAt when it was noticed: the legal clocks run from there
 * @param noticedBy who noticed it, in the words of whoever recorded it
 * @param persons how many persons the shipment concerns
 * @param password whether whoever has the file may have its passwords too
 * @param addressInDoubt whether the recipient's address may not be the recipient's
 * @param recordedAt when it was recorded
 * @param recordedBy the account
 * @param done which duties were done, and on which day
 */
public record Incident(
        UUID id,
        String controlNumber,
        Set<Kind> kinds,
        Instant noticedAt,
        String noticedBy,
        int persons,
        Password password,
        boolean addressInDoubt,
        Instant recordedAt,
        String recordedBy,
        Map<Duty, LocalDate> done) {

    /** From more than this many persons on, a public body reports a leak whatever its kind (domain rule: APPI 68). */
    private static final int REPORTED_ABOVE = 100;

    /** What happened. */
    public enum Kind {
        /** Sent to somebody else than the recipient. */
        MISDELIVERY("誤送付"),
        /** Known to somebody who may not know it. */
        LEAK("漏えい"),
        /** Lost. */
        LOSS("滅失・紛失"),
        /** Damaged. */
        DAMAGE("毀損"),
        /** Done with a wrongful purpose, or possibly so: reported at any number of persons, and with a longer term. */
        WRONGFUL("不正の目的によるおそれ");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word for it, in Japanese. */
        public String label() {
            return label;
        }
    }

    /** Whether the passwords went the same way as the file. */
    public enum Password {
        NOT_TOLD,
        TOLD,
        UNKNOWN
    }

    /** What the law wants done. */
    public enum Duty {
        /** 速報 to the 個人情報保護委員会. */
        FIRST_REPORT,
        /** 確報. */
        FINAL_REPORT,
        /** 本人への通知; without delay, no fixed term. */
        PERSONS_TOLD
    }

    /** Whether it is reported by its number of persons or by its kind; below that, a person decides. */
    public boolean reportable() {
        return persons > REPORTED_ABOVE || kinds.contains(Kind.WRONGFUL);
    }
}
