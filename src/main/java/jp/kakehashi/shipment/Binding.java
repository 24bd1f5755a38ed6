package jp.kakehashi.shipment;

import java.util.List;
import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.vault.Vault;

/**
 * What a release is bound to. Any change of any part voids the release (invariant 2).
 *
 * @param parcelSha256 the sealed parcel, or the mail's text where there is none
 * @param envelope the envelope recipients, journal included
 * @param rows how many rows
 * @param kind what is sent
 * @param sitting the sitting in which people stood together
 */
record Binding(String parcelSha256, List<String> envelope, int rows, DocumentKind kind, UUID sitting) {

    /** A keyed digest over all parts, each on a line of its own: who can only write the ledger cannot make it. */
    String digest(Vault vault) {
        String text = String.join(
                "\n",
                parcelSha256,
                String.join(",", envelope),
                Integer.toString(rows),
                kind.name(),
                sitting.toString());
        return vault.digest("release", text);
    }
}
