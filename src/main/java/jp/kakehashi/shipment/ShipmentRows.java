package jp.kakehashi.shipment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.casefile.Row;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the people in shipments; their cells are encrypted and are those that were decided. */
@Component
@Profile("ward")
class ShipmentRows {

    private static final String INSERT = """
            insert into shipment_row (control_number, row_order, case_id, person_key, content_digest, cells)
            values (:number, :order, :case, :person, :digest, :cells)
            """;

    private static final String KEPT =
            "select * from shipment_row where control_number = :number and dropped_at is null order by row_order";

    private static final String DROPPED =
            "select * from shipment_row where control_number = :number and dropped_at is not null order by row_order";

    private static final String DROP = """
            update shipment_row set dropped_at = :at, dropped_because = :why
            where control_number = :number and case_id = :case and dropped_at is null
            """;

    private static final String CASES = """
            select r.case_id from shipment_row r join shipment s on s.control_number = r.control_number
            where r.control_number = :number and s.kind <> 'TEST'""";

    private static final String PROVIDED_PEOPLE = """
            select count(distinct r.person_key) from shipment_row r join shipment s on s.control_number = r.control_number
            where s.kind = 'PROVISION' and s.posted_at >= :since and r.dropped_at is null and s.state <> 'NOT_DELIVERED'
            """;

    private static final String AGAIN = """
            select count(*) from shipment_row r join shipment s on s.control_number = r.control_number
            where r.control_number = :number and r.dropped_at is null and s.kind = 'PROVISION' and exists (
                select 1 from shipment_row e join shipment t on t.control_number = e.control_number
                where e.case_id = r.case_id and e.dropped_at is null and t.kind = 'PROVISION'
                    and t.acknowledged_at <= s.drafted_at)
            """;

    private static final String PEOPLE_WITH = """
            select count(distinct r.person_key) from shipment_row r join shipment s on s.control_number = r.control_number
            where s.kind = 'PROVISION' and r.dropped_at is null
                and (s.control_number = :number or (s.posted_at >= :since and s.state <> 'NOT_DELIVERED')
                    or s.state in ('DECIDED', 'SEALED', 'RELEASED', 'REFUSED'))
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient ledger;
    private final Vault vault;

    ShipmentRows(JdbcClient ledger, Vault vault) {
        this.ledger = ledger;
        this.vault = vault;
    }

    void insert(String number, List<Row> rows) {
        for (int order = 0; order < rows.size(); order++) {
            Row row = rows.get(order);
            ledger.sql(INSERT)
                    .param("number", number)
                    .param("order", order + 1)
                    .param("case", row.caseId())
                    .param("person", row.personKey())
                    .param("digest", row.contentDigest())
                    .param("cells", vault.seal(json(row.cells()), context(number, row.caseId())))
                    .update();
        }
    }

    /** Those that would go, in their order. */
    List<ShipmentRow> kept(String number) {
        return rows(KEPT, number);
    }

    /** Those that no longer go, with the reason. */
    List<ShipmentRow> dropped(String number) {
        return rows(DROPPED, number).stream().map(ShipmentRow::discreet).toList();
    }

    /** How many no longer go. */
    int countDropped(String number) {
        return ledger.sql("select count(*) from shipment_row where control_number = :number and dropped_at is not null")
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    /** The cases of all, whether they still would go or were dropped; none of a test exchange. */
    List<UUID> caseIds(String number) {
        return ledger.sql(CASES + " order by r.row_order")
                .param("number", number)
                .query(UUID.class)
                .list();
    }

    /** The cases of those that would go, in their order; none of a test exchange or a nil notice. */
    List<UUID> keptCaseIds(String number) {
        return ledger.sql(CASES + " and r.dropped_at is null order by r.row_order")
                .param("number", number)
                .query(UUID.class)
                .list();
    }

    void drop(String number, UUID caseId, String why, Instant at) {
        ledger.sql(DROP)
                .param("at", Timestamp.from(at))
                .param("why", why)
                .param("number", number)
                .param("case", caseId)
                .update();
    }

    /** How many different people have been provided since then. */
    int peopleProvidedSince(Instant since) {
        return ledger.sql(PROVIDED_PEOPLE)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** How many of those that would go had been provided before it was drafted, as the recipient has confirmed. */
    int countAgain(String number) {
        return ledger.sql(AGAIN).param("number", number).query(Integer.class).single();
    }

    /** How many different people have been provided since then, are decided to be, or would be with this shipment. */
    int peopleWith(String number, Instant since) {
        return ledger.sql(PEOPLE_WITH)
                .param("number", number)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    private List<ShipmentRow> rows(String sql, String number) {
        return ledger.sql(sql).param("number", number).query(this::row).list();
    }

    private ShipmentRow row(ResultSet row, int index) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        byte[] cells = vault.open(row.getBytes("cells"), context(row.getString("control_number"), caseId));
        return new ShipmentRow(
                caseId,
                row.getString("person_key"),
                row.getString("content_digest"),
                cells(cells),
                Optional.ofNullable(row.getString("dropped_because")));
    }

    private static String context(String number, UUID caseId) {
        return "shipment_row.cells:" + number + ":" + caseId;
    }

    private static byte[] json(Map<Item, String> cells) {
        try {
            return JSON.writeValueAsBytes(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cells are plain text and always fit JSON", e);
        }
    }

    private static Map<Item, String> cells(byte[] json) {
        try {
            return JSON.readValue(json, new TypeReference<EnumMap<Item, String>>() {});
        } catch (java.io.IOException e) {
            throw new IllegalStateException("the ledger's cells are not the JSON this program wrote", e);
        }
    }
}
