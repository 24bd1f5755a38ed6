package jp.kakehashi.mailroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of outcomes. */
final class OutcomeTable {

    private static final String ADD = """
            insert into outcome (letter_id, reference, kind, what, detail, at, tries)
            values (:letter, :reference, :kind, :what, :detail, :at, 0)
            """;
    /** The least tried first, so that one that fails is no obstacle; for each reference strictly in order. */
    private static final String NEXT = """
            select number from outcome
            where handed_on_at is null and not exists (
                select 1 from outcome earlier
                where earlier.reference = outcome.reference and earlier.number < outcome.number
                    and earlier.handed_on_at is null)
            order by tries, number limit 1 for update skip locked
            """;

    private static final String COUNT_TRY = "update outcome set tries = tries + 1 where number = :number";
    private static final String TAKE =
            "select * from outcome where number = :number and handed_on_at is null for update skip locked";
    private static final String HANDED_ON =
            "update outcome set handed_on_at = :at where number = :number and handed_on_at is null";

    private final JdbcClient jdbc;
    private final Details details;

    OutcomeTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.details = new Details(vault, "outcome.detail");
    }

    void add(LetterTable.Row letter, Outcome.What what, Map<String, String> detail, Instant at) {
        jdbc.sql(ADD)
                .param("letter", letter.id())
                .param("reference", letter.reference())
                .param("kind", letter.kind().map(DocumentKind::name).orElse(null))
                .param("what", what.name())
                .param("detail", details.seal(detail))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Long> next() {
        return jdbc.sql(NEXT).query(Long.class).optional();
    }

    void countTry(long number) {
        jdbc.sql(COUNT_TRY).param("number", number).update();
    }

    Optional<Outcome> take(long number) {
        return jdbc.sql(TAKE).param("number", number).query(this::outcome).optional();
    }

    void handedOn(long number, Instant at) {
        jdbc.sql(HANDED_ON)
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Outcome outcome(ResultSet row, int index) throws SQLException {
        Outcome.About about = new Outcome.About(
                row.getLong("number"),
                row.getObject("letter_id", UUID.class),
                row.getString("reference"),
                Optional.ofNullable(row.getString("kind")).map(DocumentKind::valueOf),
                row.getObject("at", OffsetDateTime.class).toInstant());
        return Outcome.of(Outcome.What.valueOf(row.getString("what")), about, details.open(row.getBytes("detail")));
    }
}
