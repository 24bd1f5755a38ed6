package jp.kakehashi.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A city that does not exist: its collection system's database, filled with payers in arrears. The same seed and day
 * make the same city. Exactly so many of them as asked for pass every rule of screening; the others fail, each by one
 * rule, in every way that screening knows.
 */
public final class FictitiousCity {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LocalTime NIGHTLY_BATCH = LocalTime.of(2, 0);

    private final List<FictitiousPayer> payers = new ArrayList<>();
    private final OffsetDateTime updated;

    /**
     * Makes the city up.
     *
     * @param seed the same seed makes the same city
     * @param today the day on which its database is looked at
     * @param people how many payers in all
     * @param eligible how many of them pass every rule of screening
     * @throws IllegalArgumentException if more are to be eligible than there are
     */
    public FictitiousCity(long seed, LocalDate today, int people, int eligible) {
        if (eligible < 0 || eligible > people) {
            throw new IllegalArgumentException("eligible must be 0 to %d, is %d".formatted(people, eligible));
        }
        this.updated = today.minusDays(1).atTime(NIGHTLY_BATCH).atZone(TOKYO).toOffsetDateTime();
        FictitiousPeople made = new FictitiousPeople(seed, today);
        IntStream.range(0, eligible).forEach(i -> payers.add(made.next()));
        for (int n = 0; payers.size() < people; n++) {
            addOther(made, FictitiousTwist.of(n), people - payers.size());
        }
        Collections.shuffle(payers, new Random(seed));
    }

    /**
     * Creates the tables and fills them.
     *
     * @param database an empty H2 or PostgreSQL database
     */
    public void build(DataSource database) {
        for (String statement : FictitiousCitySchema.TABLES.split(";", -1)) {
            if (!statement.isBlank()) {
                JdbcClient.create(database).sql(statement).update();
            }
        }
        new FictitiousCityRecords(database, updated).write(payers);
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

    private void addOther(FictitiousPeople made, FictitiousTwist twist, int places) {
        boolean paired = twist == FictitiousTwist.SAME_CARD;
        FictitiousPayer payer = made.next();
        payers.add(payer);
        if (paired && places > 1) {
            FictitiousPayer twin = made.next();
            twin.cardIsEnteredAs(payer.card(), twin.number);
            payers.add(twin);
        } else {
            (paired ? FictitiousTwist.JAPANESE : twist).happensTo(payer, made);
        }
    }
}
