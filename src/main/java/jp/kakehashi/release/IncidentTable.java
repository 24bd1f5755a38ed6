package jp.kakehashi.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakehashi.register.Remarks;
import jp.kakehashi.release.Incident.Duty;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of incidents. */
@Component
@Profile("ward")
class IncidentTable {

    private static final String ADD = """
            insert into incident (id, control_number, kinds, noticed_at, persons, password_fate, address_in_doubt,
                recorded_at, recorded_by)
            values (:id, :number, :kinds, :noticed, :persons, :password, :doubt, :recorded, :by)
            """;

    private static final String NOTICED_BY = "incident-noticed-by/";

    private final JdbcClient ledger;
    private final Remarks remarks;

    IncidentTable(JdbcClient ledger, Remarks remarks) {
        this.ledger = ledger;
        this.remarks = remarks;
    }

    void add(Incident incident) {
        ledger.sql(ADD)
                .param("id", incident.id())
                .param("number", incident.controlNumber())
                .param("kinds", written(incident.kinds()))
                .param("noticed", Timestamp.from(incident.noticedAt()))
                .param("persons", incident.persons())
                .param("password", incident.password().name())
                .param("doubt", incident.addressInDoubt())
                .param("recorded", Timestamp.from(incident.recordedAt()))
                .param("by", incident.recordedBy())
                .update();
        remarks.keep(NOTICED_BY + incident.id(), incident.noticedBy());
    }

    /** Whether the duty was open until now. */
    boolean done(UUID incident, Duty duty, LocalDate on) {
        String column = column(duty);
        return ledger.sql("update incident set " + column + " = :on where id = :id and " + column + " is null")
                        .param("on", on)
                        .param("id", incident)
                        .update()
                == 1;
    }

    Optional<Incident> find(UUID incident) {
        return ledger.sql("select * from incident where id = :id")
                .param("id", incident)
                .query(this::incident)
                .optional();
    }

    /** Every incident, the newest first. */
    List<Incident> all() {
        return ledger.sql("select * from incident order by noticed_at desc, recorded_at desc")
                .query(this::incident)
                .list();
    }

    /** The kinds, in order, parted by commas. */
    static String written(Set<Incident.Kind> kinds) {
        return kinds.stream().sorted().map(Incident.Kind::name).collect(Collectors.joining(","));
    }

    private Incident incident(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Map<Duty, LocalDate> done = new EnumMap<>(Duty.class);
        for (Duty duty : Duty.values()) {
            LocalDate on = row.getObject(column(duty), LocalDate.class);
            if (on != null) {
                done.put(duty, on);
            }
        }
        return new Incident(
                id,
                row.getString("control_number"),
                Stream.of(row.getString("kinds").split(",", -1))
                        .map(Incident.Kind::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getTimestamp("noticed_at").toInstant(),
                remarks.read(NOTICED_BY + id),
                row.getInt("persons"),
                Incident.Password.valueOf(row.getString("password_fate")),
                row.getBoolean("address_in_doubt"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                Map.copyOf(done));
    }

    private static String column(Duty duty) {
        return duty.name().toLowerCase(Locale.ROOT) + "_on";
    }
}
