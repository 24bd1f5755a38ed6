package jp.kakehashi.register;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import jp.kakehashi.vault.Vault;
import jp.kakehashi.vault.VerifyingKey;

/**
 * A signed statement: the chain's entries after one, up to another, end in this hash. How it is signed stands above
 * {@link ChainFile}.
 *
 * @param number which of the nightly ones, from 1 without gaps; 0 for that of an export
 * @param at when it was signed, UTC to the microsecond: {@code 2026-06-01T15:10:00.000000Z}
 * @param after the last entry that it does not speak of; 0 where it speaks from the first on
 * @param previous the hash of that entry, 64 hexadecimal digits; 64 zeros before the first
 * @param sequence the last entry that it speaks of
 * @param hash the hash of that entry
 * @param signature Ed25519, in Base64
 */
public record Checkpoint(
        long number, String at, long after, String previous, long sequence, String hash, String signature) {

    static final String FORMAT = "kakehashi-checkpoint-v1";
    static final Checkpoint BEFORE_THE_FIRST =
            new Checkpoint(0, "", 0, Link.BEFORE_THE_FIRST, 0, Link.BEFORE_THE_FIRST, "");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneId.of("Asia/Tokyo"));

    public Checkpoint {
        requireNonNull(at);
        Sha256.require(previous);
        Sha256.require(hash);
        requireNonNull(signature);
    }

    /** The next nightly one: from where this one ends to another entry. */
    Checkpoint next(Instant now, ChainTable.Head until, Vault vault) {
        return signed(number + 1, now, sequence, hash, until, vault);
    }

    /** Of an export, which begins with the first entry. */
    static Checkpoint ofExport(Instant now, ChainTable.Head head, Vault vault) {
        return signed(0, now, 0, Link.BEFORE_THE_FIRST, head, vault);
    }

    private static Checkpoint signed(
            long number, Instant now, long after, String previous, ChainTable.Head until, Vault vault) {
        Checkpoint unsigned =
                new Checkpoint(number, Link.writing(now), after, previous, until.sequence(), until.hash(), "");
        String signature = Base64.getEncoder().encodeToString(vault.sign(unsigned.statement()));
        return new Checkpoint(number, unsigned.at, after, previous, unsigned.sequence, unsigned.hash, signature);
    }

    /** Whether the owner of the key has signed it as it stands. */
    boolean signedBy(VerifyingKey key) {
        try {
            return key.signed(statement(), Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false; // no Base64
        }
    }

    /** Whether it goes on where the other one ends. */
    boolean follows(Checkpoint other) {
        return number == other.number + 1 && after == other.sequence && previous.equals(other.hash);
    }

    /** The name of its evidence file within the zip: the day in Asia/Tokyo, and its last entry. */
    public String fileName() {
        return "%s-%09d.jsonl".formatted(DAY.format(Instant.parse(at)), sequence);
    }

    private byte[] statement() {
        return new Fields()
                .add(FORMAT, Long.toString(number), at, Long.toString(after), previous, Long.toString(sequence), hash)
                .bytes();
    }
}
