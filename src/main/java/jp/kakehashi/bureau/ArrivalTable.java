package jp.kakehashi.bureau;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mails that brought parcels. */
final class ArrivalTable {

    private static final String ADD = """
            insert into bureau_arrival (mail, parcel, message_id, arrived_at)
            values (:mail, :parcel, :messageId, :at)
            """;
    private static final String UNANSWERED = """
            select mail, message_id from bureau_arrival where parcel = :parcel and answered_at is null
            order by arrived_at, mail
            """;
    private static final String ANSWERED =
            "update bureau_arrival set answered_at = :at, letter = :letter where mail = :mail";
    private static final String RETRY_AT = "update bureau_arrival set retry_at = :at where letter = :letter";
    private static final String DUE = """
            select letter from bureau_arrival where retry_at <= :now order by retry_at, mail
            for update skip locked
            """;

    private final JdbcClient jdbc;

    /** One mail that has had no answer yet. */
    record Arrival(UUID mail, Optional<String> messageId) {}

    ArrivalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID mail, UUID parcel, Optional<String> messageId, Instant at) {
        jdbc.sql(ADD)
                .param("mail", mail)
                .param("parcel", parcel)
                .param("messageId", messageId.orElse(null))
                .param("at", utc(at))
                .update();
    }

    List<Arrival> unanswered(UUID parcel) {
        return jdbc.sql(UNANSWERED)
                .param("parcel", parcel)
                .query((row, number) -> new Arrival(
                        row.getObject("mail", UUID.class), Optional.ofNullable(row.getString("message_id"))))
                .list();
    }

    void answered(UUID mail, UUID letter, Instant at) {
        jdbc.sql(ANSWERED)
                .param("mail", mail)
                .param("letter", letter)
                .param("at", utc(at))
                .update();
    }

    /** Sets when an answer that was deferred is tried again; null for not at all. */
    void retryAt(UUID letter, Instant at) {
        jdbc.sql(RETRY_AT)
                .param("letter", letter)
                .param("at", at == null ? null : utc(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** The answers whose hour has come, held until the transaction ends. */
    List<UUID> lockDue(Instant now) {
        return jdbc.sql(DUE)
                .param("now", utc(now))
                .query((row, number) -> row.getObject("letter", UUID.class))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
