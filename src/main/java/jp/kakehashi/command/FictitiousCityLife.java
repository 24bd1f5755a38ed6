package jp.kakehashi.command;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens in the fictitious city while the hub is at work: its database changes under it. */
public final class FictitiousCityLife {

    private static final String PAY = """
            insert into shuno
            select (select coalesce(max(shuno_no), 0) from shuno) + row_number() over (order by k.fuka_nendo, k.kibetsu),
                   k.fuka_nendo, k.soto_nendo, k.kibetsu, k.tsuchisho_no, cast(:today as date), cast(:posted as date),
                   k.chotei_gaku - k.shuno_gaku, :provisional, null, :now
            from kibetsu k
            join fuka f on f.fuka_nendo = k.fuka_nendo and f.soto_nendo = k.soto_nendo and f.tsuchisho_no = k.tsuchisho_no
            where f.gimusha_atena_no = :payee and k.shuno_gaku < k.chotei_gaku
            """;

    private static final String POST = """
            update kibetsu set shuno_gaku = chotei_gaku, koshin_nichiji = :now
            where (fuka_nendo, soto_nendo, tsuchisho_no) in
              (select fuka_nendo, soto_nendo, tsuchisho_no from fuka where gimusha_atena_no = :payee)
            """;

    private static final String STATUS = """
            update atena set zairyu_shikaku = '永住者', zairyu_kikan = '無期限', zairyu_kigen = null, koshin_nichiji = :now
            where atena_no = :payee
            """;

    private static final String ROLL = """
            update kibetsu set kurikoshi = 1, kaikei_nendo = kaikei_nendo + 1, koshin_nichiji = :now
            where taino = 1 and shuno_gaku < chotei_gaku and jotai in (0, 4, 5)
            """;

    private static final String DEMAND = """
            insert into keika (keika_no, atena_no, keika_bi, keika_code, gengo, koshin_nichiji)
            select max(keika_no) + 1, :payee, cast(:today as date), 'DEMAND_LETTER', 'EN', :now from keika
            """;

    private final JdbcClient city;
    private final Clock clock;

    /**
     * Lives on.
     *
     * @param city the database that {@link FictitiousCity} built
     * @param clock says when things happen
     */
    public FictitiousCityLife(DataSource city, Clock clock) {
        this.city = JdbcClient.create(city);
        this.clock = clock;
    }

    /** The payer pays everything, and it is finally posted. */
    public void paysAll(String payeeNo) {
        pay(payeeNo, today(), 0);
        city.sql(POST).param("payee", payeeNo).param("now", now()).update();
    }

    /** The payer pays everything at a counter; the money has not reached the city yet, every bill still looks unpaid. */
    public void paysAtACounter(String payeeNo) {
        pay(payeeNo, null, 1);
    }

    /** The payer becomes a permanent resident. */
    public void becomesPermanentResident(String payeeNo) {
        city.sql(STATUS).param("payee", payeeNo).param("now", now()).update();
    }

    /** The office sends one more demand letter. */
    public void isSentADemand(String payeeNo) {
        city.sql(DEMAND)
                .param("payee", payeeNo)
                .param("today", today())
                .param("now", now())
                .update();
    }

    /**
     * The year end, 31 May to 1 June: whatever is still owed is carried over (滞納繰越) into the accounts of the next year.
     * Every bill in arrears is touched, and none changes.
     *
     * @return how many bills were rolled
     */
    public int rollsArrearsOver() {
        return city.sql(ROLL).param("now", now()).update();
    }

    private void pay(String payeeNo, LocalDate postedOn, int provisional) {
        city.sql(PAY)
                .param("payee", payeeNo)
                .param("today", today())
                .param("posted", postedOn, java.sql.Types.DATE)
                .param("provisional", provisional)
                .param("now", now())
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
