package jp.kakehashi.mailroom;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of evidence. */
final class EvidenceTable {

    private static final String ADD = """
            insert into letter_evidence (letter_id, kind, detail, at, weighed)
            values (:letter, :kind, :detail, :at, false)
            """;
    private static final String UNWEIGHED = """
            select number, kind, detail from letter_evidence
            where letter_id = :letter and weighed = false order by number
            """;
    private static final String WEIGHED = "update letter_evidence set weighed = true where number = :number";

    private final JdbcClient jdbc;
    private final Details details;

    EvidenceTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.details = new Details(vault, "letter_evidence.detail");
    }

    void add(UUID letter, Kind kind, Map<String, String> detail, Instant at) {
        jdbc.sql(ADD)
                .param("letter", letter)
                .param("kind", kind.name())
                .param("detail", details.seal(detail))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Piece> unweighed(UUID letter) {
        return jdbc.sql(UNWEIGHED)
                .param("letter", letter)
                .query((row, index) -> new Piece(
                        row.getLong("number"),
                        Kind.valueOf(row.getString("kind")),
                        details.open(row.getBytes("detail"))))
                .list();
    }

    void weighed(Piece piece) {
        jdbc.sql(WEIGHED).param("number", piece.number()).update();
    }

    /** What can tell the fate of a letter. */
    enum Kind {
        JOURNAL_COPY,
        BOUNCE,
        ACKNOWLEDGEMENT,
        CANNOT_OPEN
    }

    /** One piece of evidence. */
    record Piece(long number, Kind kind, Map<String, String> detail) {}
}
