package jp.kakehashi.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Two people's signing of one sealed file in one sitting.
 *
 * @param sitting the sitting
 * @param controlNumber the shipment
 * @param parcelSha256 the sealed bytes
 * @param rows how many rows the preview showed
 * @param recipients the addresses it showed
 * @param askedRow the row (1…n) whose card number the check question asks for; 0 where nobody stands in it, and the control
 *     number is asked for
 * @param operatorSignedAt when the operator confirmed
 * @param witness the account of the witness who entered, or signed
 * @param witnessSignedAt when the witness confirmed
 */
public record Signing(
        UUID sitting,
        String controlNumber,
        String parcelSha256,
        int rows,
        List<String> recipients,
        int askedRow,
        Optional<Instant> operatorSignedAt,
        Optional<String> witness,
        Optional<Instant> witnessSignedAt) {}
