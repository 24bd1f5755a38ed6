package jp.kakehashi.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Item;

/**
 * A case as an officer sees it. An excluded one has no cells: of it only reasons and dates are kept.
 *
 * @param id the case
 * @param state where it stands
 * @param factsDigest of the facts shown; goes back with a {@link Confirmation}
 * @param cells the agreed items; the reason is the confirmed text, or the proposed one
 * @param asksWhyNotSuspended whether a confirmation needs the line 執行停止を要しない理由
 * @param whyNotSuspended that line as confirmed last; empty where there is none. It stays inside
 * @param warnings what to look at, in Japanese
 * @param exclusions why it is excluded, in Japanese; what is confidential shows as 対象外（要配慮）, but not to the manager
 * @param setApart whether an officer set it apart, which only the manager is told and may end
 * @param changes what differs from the facts confirmed before, in Japanese
 * @param asOf when the source said so last
 * @param enclosedIn the control number of the open or posted shipment that holds it
 * @param officer the account of who is in charge
 * @param history what happened to it, oldest first
 */
public record CaseView(
        UUID id,
        CaseState state,
        String factsDigest,
        Map<Item, String> cells,
        boolean asksWhyNotSuspended,
        String whyNotSuspended,
        List<String> warnings,
        List<String> exclusions,
        boolean setApart,
        List<String> changes,
        Instant asOf,
        Optional<String> enclosedIn,
        Optional<String> officer,
        List<CaseEvent> history) {

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "Case " + id + " " + state;
    }
}
