package jp.kakehashi.mailroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.register.Sha256;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of letters: mime, envelope and reply are sealed. */
final class LetterTable {

    private static final String COLUMNS = """
            id, reference, agreement, kind, message_id, mime_digest, mime_size, content_sha256, not_after, state, state_at
            """;
    private static final String ADD = """
            insert into letter (id, reference, agreement, kind, message_id, envelope, mime, mime_digest, mime_size,
                content_sha256, not_after, state, state_at, queued_at)
            values (:id, :reference, :agreement, :kind, :messageId, :envelope, :mime, :mimeDigest, :mimeSize,
                :contentSha256, :notAfter, 'QUEUED', :at, :at)
            """;
    private static final String ROW = "select " + COLUMNS + " from letter where id = :id";
    private static final String LOCK = ROW + " for update";
    private static final String BY_MESSAGE_ID =
            "select " + COLUMNS + " from letter where message_id = :messageId order by queued_at desc";
    private static final String BY_REFERENCE =
            "select " + COLUMNS + " from letter where reference = :reference order by queued_at desc";
    private static final String BYTES = "select mime, envelope from letter where id = :id";
    private static final String MOVE = "update letter set state = :to, state_at = :at where id = :id and state = :from";
    private static final String KEEP_REPLY = "update letter set reply = :reply, queue_id = :queueId where id = :id";
    private static final String VIEWS = """
            select id, reference, kind, message_id, state, queued_at, state_at, reply, queue_id
            from letter where reference = :reference order by queued_at
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    LetterTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(UUID id, Outgoing letter, Instant at) {
        Envelope envelope = new Envelope(letter.envelopeSender(), letter.envelopeRecipients());
        jdbc.sql(ADD)
                .param("id", id)
                .param("reference", letter.reference())
                .param("agreement", letter.agreementId())
                .param("kind", letter.kind().map(DocumentKind::name).orElse(null))
                .param("messageId", letter.messageId())
                .param("envelope", vault.sealText(envelope.lines(), Envelope.CONTEXT))
                .param("mime", vault.seal(letter.mime(), "letter.mime"))
                .param("mimeDigest", digest(letter.mime()))
                .param("mimeSize", letter.mime().length)
                .param("contentSha256", letter.contentSha256())
                .param("notAfter", letter.notAfter().atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    String digest(byte[] mime) {
        return vault.digest("letter.mime", Sha256.hex(mime));
    }

    Row row(UUID id) {
        return jdbc.sql(ROW).param("id", id).query(LetterTable::row).single();
    }

    /** The row, locked until the end of the transaction: held for moments only, never over a conversation. */
    Row lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(LetterTable::row).single();
    }

    /** Every attempt with this Message-ID, the latest first. */
    List<Row> withMessageId(String messageId) {
        return jdbc.sql(BY_MESSAGE_ID)
                .param("messageId", messageId)
                .query(LetterTable::row)
                .list();
    }

    /** Every letter under this reference, the latest first. */
    List<Row> withReference(String reference) {
        return jdbc.sql(BY_REFERENCE)
                .param("reference", reference)
                .query(LetterTable::row)
                .list();
    }

    LetterInHand inHand(Row letter) {
        Map<String, Object> bytes =
                jdbc.sql(BYTES).param("id", letter.id()).query().singleRow();
        return new LetterInHand(
                letter.id(),
                letter.reference(),
                letter.messageId(),
                Envelope.read(vault.openText((byte[]) bytes.get("envelope"), Envelope.CONTEXT)),
                vault.open((byte[]) bytes.get("mime"), "letter.mime"));
    }

    Envelope envelope(UUID id) {
        byte[] kept =
                (byte[]) jdbc.sql(BYTES).param("id", id).query().singleRow().get("envelope");
        return Envelope.read(vault.openText(kept, Envelope.CONTEXT));
    }

    /** Moves a letter on; false when it no longer stood where it was thought to stand. */
    boolean move(UUID id, LetterState from, LetterState to, Instant at) {
        int moved = jdbc.sql(MOVE)
                .param("id", id)
                .param("from", from.name())
                .param("to", to.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return moved == 1;
    }

    void keepReply(UUID id, String reply, Optional<String> queueId) {
        jdbc.sql(KEEP_REPLY)
                .param("id", id)
                .param("reply", vault.sealText(reply, "letter.reply"))
                .param("queueId", queueId.orElse(null))
                .update();
    }

    List<LetterView> views(String reference) {
        return jdbc.sql(VIEWS).param("reference", reference).query(this::view).list();
    }

    private LetterView view(ResultSet row, int number) throws SQLException {
        byte[] reply = row.getBytes("reply");
        return new LetterView(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                kind(row),
                row.getString("message_id"),
                LetterState.valueOf(row.getString("state")),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                row.getObject("state_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(reply).map(bytes -> vault.openText(bytes, "letter.reply")),
                Optional.ofNullable(row.getString("queue_id")));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("agreement"),
                kind(row),
                row.getString("message_id"),
                row.getString("mime_digest"),
                row.getInt("mime_size"),
                row.getString("content_sha256"),
                row.getObject("not_after", OffsetDateTime.class).toInstant(),
                LetterState.valueOf(row.getString("state")),
                row.getObject("state_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<DocumentKind> kind(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("kind")).map(DocumentKind::valueOf);
    }

    /** A letter without its bytes and its envelope. */
    record Row(
            UUID id,
            String reference,
            String agreement,
            Optional<DocumentKind> kind,
            String messageId,
            String mimeDigest,
            int mimeSize,
            String contentSha256,
            Instant notAfter,
            LetterState state,
            Instant stateAt) {}
}
