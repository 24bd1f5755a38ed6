package jp.kakehashi.bureau;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list in the ledger; its cells are sealed. */
final class ListingTable {

    private static final String ADD = """
            insert into bureau_listing (id, control_number, row_number, person_key, cells, state, since)
            values (:id, :controlNumber, :row, :personKey, :cells, :state, :since)
            """;
    private static final String ADD_EVENT = """
            insert into bureau_listing_event (id, listing, state, message, at)
            values (:id, :listing, :state, :message, :at)
            """;
    private static final String IN_FORCE = """
            select * from bureau_listing
            where person_key = :personKey and state = 'LISTED' and control_number <> :controlNumber
            order by since
            """;
    private static final String ALL = "select * from bureau_listing order by control_number, row_number";
    private static final String CELLS = "bureau_listing.cells/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Vault vault;

    ListingTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * Adds a row of a document. One that says, cell by cell, what a row in force says is that row standing again: it is noted
     * with it, and not listed twice. Of whom a document does not speak nothing is noted.
     */
    void add(Listed listed, String message) {
        String personKey = vault.digest("card", listed.cells().get(Item.RESIDENCE_CARD_NUMBER));
        Optional<UUID> standing = jdbc
                .sql(IN_FORCE)
                .param("personKey", personKey)
                .param("controlNumber", listed.controlNumber())
                .query(this::listed)
                .list()
                .stream()
                .filter(earlier -> earlier.cells().equals(listed.cells()))
                .map(Listed::id)
                .findFirst();
        if (standing.isEmpty()) {
            insert(listed, personKey);
        }
        note(standing.orElse(listed.id()), listed, message);
    }

    private void insert(Listed listed, String personKey) {
        jdbc.sql(ADD)
                .param("id", listed.id())
                .param("controlNumber", listed.controlNumber())
                .param("row", listed.row())
                .param("personKey", personKey)
                .param("cells", vault.sealText(written(listed.cells()), CELLS + listed.id()))
                .param("state", listed.state().name())
                .param("since", utc(listed.since()))
                .update();
    }

    private void note(UUID id, Listed listed, String message) {
        jdbc.sql(ADD_EVENT)
                .param("id", UUID.randomUUID())
                .param("listing", id)
                .param("state", listed.state().name())
                .param("message", message)
                .param("at", utc(listed.since()))
                .update();
    }

    List<Listed> all() {
        return jdbc.sql(ALL).query(this::listed).list();
    }

    private Listed listed(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Listed(
                id,
                row.getString("control_number"),
                row.getInt("row_number"),
                cells(vault.openText(row.getBytes("cells"), CELLS + id)),
                ListState.valueOf(row.getString("state")),
                instant(row, "since"));
    }

    private static String written(Map<Item, String> cells) {
        try {
            return JSON.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cells cannot be written as JSON", e);
        }
    }

    private static Map<Item, String> cells(String written) {
        try {
            return JSON.readValue(written, new TypeReference<EnumMap<Item, String>>() {});
        } catch (JsonProcessingException e) {
            // No cause: it would quote the cells.
            throw new IllegalStateException("cells in bureau_listing are no longer JSON");
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
