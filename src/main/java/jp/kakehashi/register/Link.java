package jp.kakehashi.register;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One entry of the chain, and the making of its hash. The format is written down above {@link ChainFile}. */
record Link(
        long sequence,
        String at,
        String account,
        String post,
        String role,
        String verb,
        String subject,
        SortedMap<String, String> facts,
        SortedMap<String, String> commitments) {

    static final String FORMAT = "kakehashi-chain-v1";
    static final String BEFORE_THE_FIRST = "0".repeat(64);

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    Link {
        Stream.of(at, account, post, role, verb, subject).forEach(Objects::requireNonNull);
        facts.values().forEach(Objects::requireNonNull);
        commitments.values().forEach(Objects::requireNonNull);
    }

    static Link of(long sequence, Instant at, Actor who, Act act, Map<String, String> commitments) {
        return new Link(
                sequence,
                AT.format(at),
                who.account(),
                who.post(),
                who.role(),
                act.verb(),
                act.subject(),
                new TreeMap<>(act.facts()),
                new TreeMap<>(commitments));
    }

    static String writing(Instant at) {
        return AT.format(at);
    }

    String hashAfter(String previous) {
        MessageDigest digest = Sha256.digest();
        digest.update(HexFormat.of().parseHex(previous));
        return HexFormat.of().formatHex(digest.digest(fields()));
    }

    /** The entry as it is hashed. */
    private byte[] fields() {
        return new Fields()
                .add(FORMAT, Long.toString(sequence), at, account, post, role, verb, subject)
                .add(facts)
                .add(commitments)
                .bytes();
    }
}
