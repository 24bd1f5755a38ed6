package jp.kakehashi.mailroom;

import jp.kakehashi.agreement.DocumentKind;

/** Whoever opens parcels that arrive. A parcel that nobody takes is held for a person. */
public interface ParcelTaker {

    /** Whether parcels of this kind are waited for here. */
    boolean takes(DocumentKind kind);
}
