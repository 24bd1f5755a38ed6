package jp.kakehashi.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A city that does not exist: its collection system's database, filled with payers. The same seed and day make the same
 * city. Exactly so many of them as asked for pass every rule of screening; the others in arrears fail, each by one rule, in
 * every way that screening knows.
 */
public final class FictitiousCity {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LocalTime NIGHTLY_BATCH = LocalTime.of(2, 0);
    /** Of ten payers whom nobody would provide, so many owe nothing. */
    private static final int IN_GOOD_STANDING_OF_TEN = 7;

    private final FictitiousInhabitants inhabitants;
    private final OffsetDateTime updated;

    /**
     * Makes up a city in which everybody is, or was, in arrears.
     *
     * @param seed the same seed makes the same city
     * @param today the day on which its database is looked at
     * @param people how many payers in all
     * @param eligible how many of them pass every rule of screening
     * @throws IllegalArgumentException if more are to be eligible than there are
     */
    public FictitiousCity(long seed, LocalDate today, int people, int eligible) {
        this(seed, today, people, eligible, 0);
    }

    private FictitiousCity(long seed, LocalDate today, int people, int eligible, int inGoodStanding) {
        if (eligible < 0 || eligible > people) {
            throw new IllegalArgumentException("eligible must be 0 to %d, is %d".formatted(people, eligible));
        }
        this.updated = today.minusDays(1).atTime(NIGHTLY_BATCH).atZone(TOKYO).toOffsetDateTime();
        this.inhabitants = new FictitiousInhabitants(seed, today, eligible, inGoodStanding, people);
    }

    /** A city in which most owe nothing, as it is in a real one; the rest as {@link #FictitiousCity} has it. */
    public static FictitiousCity ofAll(long seed, LocalDate today, int people, int eligible) {
        int inGoodStanding = (people - eligible) / 10 * IN_GOOD_STANDING_OF_TEN;
        return new FictitiousCity(seed, today, people, eligible, inGoodStanding);
    }

    /**
     * Creates the tables and fills them; once.
     *
     * @param database an empty H2 or PostgreSQL database
     */
    public void build(DataSource database) {
        run(FictitiousCitySchema.TABLES, database);
        new FictitiousCityRecords(database, updated).write(inhabitants);
        run(FictitiousCitySchema.INDEXES, database);
    }

    /**
     * Writes an H2 city as a plain SQL script that builds it again.
     *
     * @param database the H2 database in which it was built
     * @param script the file to write; replaced if it exists
     */
    public static void export(DataSource database, Path script) {
        JdbcClient.create(database)
                .sql("script nopasswords nosettings to ? charset 'UTF-8'")
                .param(script.toString())
                .query()
                .listOfRows();
    }

    private static void run(String statements, DataSource database) {
        for (String statement : statements.split(";", -1)) {
            if (!statement.isBlank()) {
                JdbcClient.create(database).sql(statement).update();
            }
        }
    }
}
