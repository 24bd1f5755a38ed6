package jp.kakehashi.bureau;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parcels in the ledger; what is secret in them is sealed here and nowhere else. */
final class ParcelTable {

    private static final String ADD = """
            insert into bureau_parcel (id, sha256, agreement, message, control_number, kind, stem, content, rows_told,
                pair_told, arrived_at, state, state_at, turns, failed_tries, why, place)
            values (:id, :sha256, :agreement, :message, :controlNumber, :kind, :stem, :content, :rowsTold,
                :pairTold, :at, :state, :at, 0, 0, :why, :place)
            on conflict do nothing
            """;
    private static final String BY_DIGEST = "select * from bureau_parcel where sha256 = :sha256";
    private static final String IN_STATE = "select * from bureau_parcel where state = :state order by arrived_at, id";
    private static final String ALL = "select * from bureau_parcel order by arrived_at, id";
    private static final String LOCK = "select * from bureau_parcel where id = :id for update";
    /** The one with the fewest turns, so that one that breaks is no obstacle to the others. */
    private static final String NEXT = """
            select * from bureau_parcel where state = 'OPENING' order by turns, state_at, id
            limit 1 for update skip locked
            """;

    private static final String COUNT_TURN = "update bureau_parcel set turns = turns + 1 where id = :id";
    private static final String TAKE =
            "select * from bureau_parcel where id = :id and state = 'OPENING' for update skip locked";
    private static final String SECRETS =
            "select content, zip_password, workbook_password from bureau_parcel where id = :id";
    private static final String OPENED_BEFORE =
            "select count(*) from bureau_parcel where control_number = :controlNumber and state = 'OPENED'";
    private static final String TYPED = """
            update bureau_parcel set state = 'OPENING', state_at = :at, zip_password = :zip, workbook_password = :workbook
            where id = :id
            """;
    private static final String FAILED = """
            update bureau_parcel set state = 'ARRIVED', state_at = :at, zip_password = null, workbook_password = null,
                failed_tries = failed_tries + 1, why = :why, place = :place
            where id = :id
            """;
    private static final String HELD = """
            update bureau_parcel set state = 'HELD', state_at = :at, zip_password = null, workbook_password = null,
                content = null, why = :why, place = :place
            where id = :id
            """;
    private static final String OPENED = """
            update bureau_parcel set state = 'OPENED', state_at = :at, zip_password = null, workbook_password = null,
                content = null, why = null, place = null, rows_found = :rows, confirmation_code = :code
            where id = :id
            """;

    private static final String CONTENT = "bureau_parcel.content/";
    private static final String ZIP = "bureau_parcel.zip_password/";
    private static final String WORKBOOK = "bureau_parcel.workbook_password/";

    private final JdbcClient jdbc;
    private final Vault vault;

    /** What the opening needs. */
    @SuppressWarnings("ArrayRecordComponent")
    record Secrets(byte[] content, String zipPassword, String workbookPassword) {}

    ParcelTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Adds a parcel unless one with these bytes is there. */
    boolean add(Parcel parcel, byte[] content) {
        return jdbc.sql(ADD)
                        .param("id", parcel.id())
                        .param("sha256", parcel.sha256())
                        .param("agreement", parcel.agreement())
                        .param("message", parcel.message())
                        .param("controlNumber", parcel.controlNumber())
                        .param("kind", parcel.kind().name())
                        .param("stem", parcel.stem())
                        .param("content", vault.seal(content, CONTENT + parcel.id()))
                        .param("rowsTold", parcel.rowsTold().orElse(null))
                        .param("pairTold", parcel.pairTold().orElse(null))
                        .param("at", utc(parcel.arrivedAt()))
                        .param("state", parcel.state().name())
                        .param("why", parcel.why().map(Why::name).orElse(null))
                        .param("place", parcel.place())
                        .update()
                > 0;
    }

    Parcel of(String sha256) {
        return jdbc.sql(BY_DIGEST)
                .param("sha256", sha256)
                .query(ParcelTable::parcel)
                .single();
    }

    List<Parcel> in(ParcelState state) {
        return jdbc.sql(IN_STATE)
                .param("state", state.name())
                .query(ParcelTable::parcel)
                .list();
    }

    List<Parcel> all() {
        return jdbc.sql(ALL).query(ParcelTable::parcel).list();
    }

    Optional<Parcel> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(ParcelTable::parcel).optional();
    }

    /** The next parcel to open that nobody has in hand; its turn is counted. */
    Optional<UUID> nextToOpen() {
        Optional<UUID> next =
                jdbc.sql(NEXT).query(ParcelTable::parcel).optional().map(Parcel::id);
        next.ifPresent(id -> jdbc.sql(COUNT_TURN).param("id", id).update());
        return next;
    }

    /** A parcel to open, held until the transaction ends, unless somebody else has it. */
    Optional<Parcel> takeToOpen(UUID id) {
        return jdbc.sql(TAKE).param("id", id).query(ParcelTable::parcel).optional();
    }

    Secrets secrets(UUID id) {
        return jdbc.sql(SECRETS)
                .param("id", id)
                .query((row, number) -> new Secrets(
                        vault.open(row.getBytes("content"), CONTENT + id),
                        vault.openText(row.getBytes("zip_password"), ZIP + id),
                        vault.openText(row.getBytes("workbook_password"), WORKBOOK + id)))
                .single();
    }

    boolean wasOpened(String controlNumber) {
        return jdbc.sql(OPENED_BEFORE)
                        .param("controlNumber", controlNumber)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void typed(UUID id, String zipPassword, String workbookPassword, Instant at) {
        jdbc.sql(TYPED)
                .param("id", id)
                .param("zip", vault.sealText(zipPassword, ZIP + id))
                .param("workbook", vault.sealText(workbookPassword, WORKBOOK + id))
                .param("at", utc(at))
                .update();
    }

    void failed(UUID id, Why why, String place, Instant at) {
        settle(FAILED, id, why, place, at);
    }

    void held(UUID id, Why why, String place, Instant at) {
        settle(HELD, id, why, place, at);
    }

    void opened(UUID id, int rows, Optional<String> code, Instant at) {
        jdbc.sql(OPENED)
                .param("id", id)
                .param("rows", rows)
                .param("code", code.orElse(null))
                .param("at", utc(at))
                .update();
    }

    private void settle(String sql, UUID id, Why why, String place, Instant at) {
        jdbc.sql(sql)
                .param("id", id)
                .param("why", why.name())
                .param("place", place)
                .param("at", utc(at))
                .update();
    }

    private static Parcel parcel(ResultSet row, int number) throws SQLException {
        return new Parcel(
                row.getObject("id", UUID.class),
                row.getString("sha256"),
                row.getString("agreement"),
                row.getString("message"),
                row.getString("control_number"),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("stem"),
                Optional.ofNullable(row.getObject("rows_told", Integer.class)),
                Optional.ofNullable(row.getString("pair_told")),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                ParcelState.valueOf(row.getString("state")),
                row.getInt("failed_tries"),
                Optional.ofNullable(row.getString("why")).map(Why::valueOf),
                Optional.ofNullable(row.getString("place")).orElse(""),
                Optional.ofNullable(row.getObject("rows_found", Integer.class)),
                Optional.ofNullable(row.getString("confirmation_code")));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
