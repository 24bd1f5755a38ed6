package jp.kakehashi.mailroom;

import jp.kakehashi.agreement.DocumentKind;

/** Whoever waits for documents that arrive, and opens their parcels. A parcel that nobody takes is held for a person. */
public interface ParcelTaker {

    /** Whether documents of this kind are waited for here. */
    boolean takes(DocumentKind kind);
}
