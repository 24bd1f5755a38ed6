package jp.kakehashi.mailroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.register.Sha256;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of received mails: raw bytes, sender and subject are sealed. */
final class MailTable {

    private static final String RAW = "mail.raw";
    private static final String HEADLINE = "mail.headline";

    private static final String STORE = """
            insert into mail (id, place, raw_digest, raw, size, state, tries, received_at, state_at)
            values (:id, :place, :digest, :raw, :size, 'STORED', 0, :at, :at)
            on conflict do nothing
            """;
    private static final String ADD_WITHOUT_RAW = """
            insert into mail (id, place, size, headline, state, reason, tries, received_at, state_at)
            values (:id, :place, :size, :headline, :state, :reason, 0, :at, :at)
            """;
    private static final String KNOWN_PLACE = "select count(*) from mail where place = :place";
    /** The least tried first, so that one that fails is no obstacle. */
    private static final String TAKE_NEXT = """
            select id, received_at from mail where state = :state
            order by tries, received_at, id limit 1 for update skip locked
            """;

    private static final String COUNT_TRY = "update mail set tries = tries + 1 where id = :id";
    private static final String TAKE =
            "select id, received_at from mail where id = :id and state = :state for update skip locked";
    private static final String RAW_OF = "select raw from mail where id = :id";
    private static final String END = """
            update mail set state = :state, reason = :reason, letter_id = :letter, state_at = :at
            where id = :id and state = :from
            """;
    private static final String NOTE = "update mail set note = :note where id = :id";
    private static final String HEADLINE_OF = "update mail set headline = :headline where id = :id";
    private static final String CLAIM =
            "insert into mail_content (digest, mail_id) values (:digest, :id) on conflict do nothing";
    private static final String IN_STATE = """
            select id, received_at, reason, headline, size from mail where state = :state order by received_at, id
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    MailTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Stores a mail, unless the very same bytes are stored already. */
    boolean store(UUID id, String place, byte[] raw, Instant at) {
        int stored = jdbc.sql(STORE)
                .param("id", id)
                .param("place", place)
                .param("digest", digest(raw))
                .param("raw", vault.seal(raw, RAW))
                .param("size", raw.length)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return stored == 1;
    }

    private String digest(byte[] raw) {
        return vault.digest(RAW, Sha256.hex(raw));
    }

    /** Records a mail of which no bytes are kept: one that was received before, or that could not be fetched. */
    void addWithoutRaw(UUID id, String place, int size, String headline, MailState state, String reason, Instant at) {
        jdbc.sql(ADD_WITHOUT_RAW)
                .param("id", id)
                .param("place", place)
                .param("size", size)
                .param("headline", vault.sealText(headline, HEADLINE))
                .param("state", state.name())
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether something was recorded about the mail at this place before. */
    boolean knows(String place) {
        return !place.isEmpty()
                && jdbc.sql(KNOWN_PLACE)
                                .param("place", place)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** The oldest mail in a state that nobody else has taken, locked until the end of the transaction. */
    Optional<Taken> takeNext(MailState state) {
        return jdbc.sql(TAKE_NEXT)
                .param("state", state.name())
                .query(MailTable::taken)
                .optional();
    }

    void countTry(UUID id) {
        jdbc.sql(COUNT_TRY).param("id", id).update();
    }

    /** This mail, if it is in that state and nobody else has taken it. */
    Optional<Taken> take(UUID id, MailState state) {
        return jdbc.sql(TAKE)
                .param("id", id)
                .param("state", state.name())
                .query(MailTable::taken)
                .optional();
    }

    /** The bytes of a mail; nothing where none were kept. */
    Optional<byte[]> raw(UUID id) {
        byte[] kept =
                (byte[]) jdbc.sql(RAW_OF).param("id", id).query().singleRow().get("raw");
        return Optional.ofNullable(kept).map(bytes -> vault.open(bytes, RAW));
    }

    void headline(UUID id, String headline) {
        jdbc.sql(HEADLINE_OF)
                .param("id", id)
                .param("headline", vault.sealText(headline, HEADLINE))
                .update();
    }

    /** A person's words about a mail. */
    void note(UUID id, String note) {
        jdbc.sql(NOTE)
                .param("id", id)
                .param("note", vault.sealText(note, "mail.note"))
                .update();
    }

    /** Claims a content for a mail; false when another mail had it first. */
    boolean claim(UUID id, String content) {
        int claimed = jdbc.sql(CLAIM)
                .param("digest", vault.digest("mail.content", content))
                .param("id", id)
                .update();
        return claimed == 1;
    }

    /** Moves a mail on; false when it did not stand where it was thought to stand. */
    boolean end(UUID id, MailState from, MailState to, Optional<String> reason, Optional<UUID> letter, Instant at) {
        int moved = jdbc.sql(END)
                .param("id", id)
                .param("from", from.name())
                .param("state", to.name())
                .param("reason", reason.orElse(null))
                .param("letter", letter.orElse(null))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return moved == 1;
    }

    List<HeldMail> held() {
        return jdbc.sql(IN_STATE)
                .param("state", MailState.HELD.name())
                .query(this::heldMail)
                .list();
    }

    private HeldMail heldMail(ResultSet row, int number) throws SQLException {
        byte[] kept = row.getBytes("headline");
        String[] headline = kept == null
                ? new String[] {"", ""}
                : vault.openText(kept, HEADLINE).split("\n", 2);
        return new HeldMail(
                row.getObject("id", UUID.class),
                instant(row),
                row.getString("reason"),
                headline[0],
                headline[1],
                row.getInt("size"));
    }

    private static Taken taken(ResultSet row, int number) throws SQLException {
        return new Taken(row.getObject("id", UUID.class), instant(row));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("received_at", OffsetDateTime.class).toInstant();
    }

    /** A mail that was taken. */
    record Taken(UUID id, Instant receivedAt) {}
}
