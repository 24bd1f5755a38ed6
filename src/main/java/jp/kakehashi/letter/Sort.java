package jp.kakehashi.letter;

import java.util.List;

/** What a received mail is, judged by its form alone. Whether its sender may say so is judged elsewhere. */
public sealed interface Sort
        permits Acknowledgement,
                CannotOpen,
                Sort.Bounce,
                Sort.DeliveryDelay,
                Sort.ReadReceipt,
                Sort.AutoReply,
                Sort.ParcelMail,
                Sort.Other {

    /**
     * A mail of ours did not arrive (RFC 3464, action {@code failed}).
     *
     * @param originalMessageId of the mail that came back
     * @param status such as {@code 5.1.1}
     * @param recipients the addresses it did not reach; empty when the report names none
     */
    record Bounce(String originalMessageId, String status, List<String> recipients) implements Sort {}

    /** A mail of ours is still on its way (action {@code delayed}). */
    record DeliveryDelay(String originalMessageId) implements Sort {}

    /** A mail program says that a mail was displayed (開封通知, RFC 8098); it proves no receipt. */
    record ReadReceipt() implements Sort {}

    /** A machine answered for an absent person (RFC 3834, or an older sign of it). */
    record AutoReply() implements Sort {}

    /**
     * A mail with exactly one parcel.
     *
     * @param parcel the parcel, under its file name
     * @param kindCode from the file name, such as {@code 02PROV}
     * @param controlNumber from the file name, such as {@code R8-001}
     */
    record ParcelMail(Attachment parcel, String kindCode, String controlNumber) implements Sort {}

    /** Anything else: for a person to read. */
    record Other() implements Sort {}
}
