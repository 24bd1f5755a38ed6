package jp.kakehashi.desk;

/** Why somebody looks up what was told about a person; a fixed choice, so that no personal data comes into the chain. */
enum Purpose {
    /** The person asks for disclosure (開示請求). */
    DISCLOSURE,
    /** The bureau asks back (疑義照会). */
    INQUIRY,
    /** A correction or withdrawal is prepared. */
    CORRECTION,
    /** A complaint or a question of the person is dealt with. */
    COMPLAINT,
    /** A payment is checked with the person at the counter. */
    PAYMENT,
    /** An audit. */
    AUDIT
}
