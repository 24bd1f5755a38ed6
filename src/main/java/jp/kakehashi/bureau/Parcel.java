package jp.kakehashi.bureau;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;

/**
 * A received parcel as it stands; its content and passwords are not in it.
 *
 * @param id the parcel
 * @param sha256 of its bytes
 * @param agreement under which it came
 * @param message control number with the mark of a fresh sealing, such as R8-001_r1
 * @param controlNumber such as R8-001
 * @param kind what it is said to be
 * @param stem its file name without {@code .zip}
 * @param rowsTold how many rows its mail announces, if it does
 * @param pairTold which pair of the agreed table its mail names, such as W7, if it does
 * @param arrivedAt when the first mail brought it
 * @param state where it stands
 * @param failedTries how often opening it failed
 * @param why why the last try failed, or why it is held
 * @param place where in the file, in Japanese, without values
 * @param rowsFound how many rows were in it
 * @param confirmationCode the code that stood in it
 */
public record Parcel(
        UUID id,
        String sha256,
        String agreement,
        String message,
        String controlNumber,
        DocumentKind kind,
        String stem,
        Optional<Integer> rowsTold,
        Optional<String> pairTold,
        Instant arrivedAt,
        ParcelState state,
        int failedTries,
        Optional<Why> why,
        String place,
        Optional<Integer> rowsFound,
        Optional<String> confirmationCode) {}
