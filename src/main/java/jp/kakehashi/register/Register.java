package jp.kakehashi.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The register of every cell of every message, either way, by person: what an office must be able to say when a person
 * asks what was told about them, and to whom. Cells are encrypted; entries are only ever added.
 */
@Component
public class Register {

    private static final String WRITE = """
            insert into register_entry (id, message, kind, direction, row_number, person_key, cells, at)
            values (:id, :message, :kind, :direction, :row, :personKey, :cells, :at)
            """;
    private static final String ABOUT =
            "select * from register_entry where person_key = :personKey order by at, message, row_number";
    private static final String OF =
            "select * from register_entry where message = :message order by direction, kind, row_number";

    private static final String CELLS = "register_entry.cells/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final TransactionTemplate inTheCallersTransaction;
    private final Vault vault;

    /** A register in the ledger behind both the client and the transaction manager. */
    public Register(JdbcClient jdbc, PlatformTransactionManager transactions, Vault vault) {
        this.jdbc = jdbc;
        this.inTheCallersTransaction = new TransactionTemplate(transactions);
        this.inTheCallersTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
        this.vault = vault;
    }

    /**
     * Adds rows, in the caller's transaction.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException if no transaction is open
     * @throws org.springframework.dao.DuplicateKeyException if a row of that message is there already
     */
    public void write(List<Entry> entries) {
        inTheCallersTransaction.executeWithoutResult(status -> entries.forEach(this::write));
    }

    /** All that was told about a person, either way, the earliest first. */
    public List<Entry> about(String personKey) {
        return jdbc.sql(ABOUT).param("personKey", personKey).query(this::entry).list();
    }

    /** All rows of a message, in their order. */
    public List<Entry> of(String message) {
        return jdbc.sql(OF).param("message", message).query(this::entry).list();
    }

    private void write(Entry entry) {
        UUID id = UUID.randomUUID();
        jdbc.sql(WRITE)
                .param("id", id)
                .param("message", entry.message())
                .param("kind", entry.kind())
                .param("direction", entry.direction().name())
                .param("row", entry.row())
                .param("personKey", entry.personKey())
                .param("cells", vault.sealText(json(entry.cells()), CELLS + id))
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        String cells = vault.openText(row.getBytes("cells"), CELLS + row.getObject("id", UUID.class));
        return new Entry(
                row.getString("message"),
                row.getString("kind"),
                Direction.valueOf(row.getString("direction")),
                row.getInt("row_number"),
                row.getString("person_key"),
                cells(cells),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static String json(Map<String, String> cells) {
        try {
            return JSON.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cells cannot be written as JSON", e);
        }
    }

    private static Map<String, String> cells(String json) {
        try {
            return JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            // No cause: it would quote the cells.
            throw new IllegalStateException("cells in register_entry are no longer JSON");
        }
    }
}
