package jp.kakehashi.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.calendar.BusinessDays;
import jp.kakehashi.casefile.TestCases;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.vault.TestVault;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The monthly ②. 1 August 2026 is a Saturday; the agreement's period ends with March 2027. */
class MonthlyTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Optional<YearMonth> AUGUST = Optional.of(YearMonth.of(2026, 8));

    private final TestLedger ledger = TestLedger.h2();
    private final JdbcClient jdbc = ledger.jdbc();

    @Test
    @OfficeRule("provision-additions")
    void theMonthIsOpenFromItsFirstBusinessDayUntilAProvisionIsDrafted() {
        someoneIs("CANDIDATE");
        drafted("R8-001", "2026-07-31T01:00:00Z", "ACKNOWLEDGED");

        assertThat(undrafted("2026-08-02")).isEmpty();
        assertThat(undrafted("2026-08-03")).isEqualTo(AUGUST);
        assertThat(undrafted("2026-08-31")).isEqualTo(AUGUST);

        drafted("R8-002", "2026-08-04T01:00:00Z", "CANCELLED");
        drafted("R8-003", "2026-08-04T01:00:00Z", "NOT_DELIVERED");
        assertThat(undrafted("2026-08-05")).isEqualTo(AUGUST);

        drafted("R8-004", "2026-08-05T01:00:00Z", "DRAFTED");
        assertThat(undrafted("2026-08-05")).isEmpty();
    }

    @Test
    void outsideThePeriodNothingIsOpen() {
        someoneIs("READY");

        assertThat(undrafted("2026-05-29")).isEmpty();
        assertThat(undrafted("2027-03-31")).contains(YearMonth.of(2027, 3));
        assertThat(undrafted("2027-04-01")).isEmpty();
    }

    @Test
    void whereNobodyMightStandInItNothingIsOpen() {
        assertThat(undrafted("2026-08-03")).isEmpty();

        someoneIs("PROVIDED");

        assertThat(undrafted("2026-08-03")).isEmpty();
        assertThat(undrafted("2026-08-03", TestAgreement.fullList())).isEqualTo(AUGUST);
    }

    @Test
    @OfficeRule("nil-notice")
    void aMonthWithoutAnyoneIsOpenUntilANilNoticeIsDrafted() {
        Agreements agreed = TestAgreement.withNilNotice();
        assertThat(undrafted("2026-07-01", agreed)).contains(YearMonth.of(2026, 7));
        assertThat(undrafted("2026-08-03", agreed))
                .as("its period ends in July")
                .isEmpty();

        drafted("R8-001", "2026-07-01T01:00:00Z", "NIL_NOTICE", "CANCELLED");
        assertThat(undrafted("2026-07-01", agreed)).isPresent();

        drafted("R8-002", "2026-07-01T01:00:00Z", "NIL_NOTICE", "DRAFTED");
        assertThat(undrafted("2026-07-01", agreed)).isEmpty();
    }

    @Test
    void whoStandsInAnotherOpenShipmentIsNotAskedFor() {
        UUID ready = someoneIs("READY");
        jdbc.sql("insert into case_enclosure (case_id, kind, control_number) values (:case, 'PROVISION', 'R8-001')")
                .param("case", ready)
                .update();
        assertThat(undrafted("2026-08-03")).isEmpty();

        someoneIs("READY");

        assertThat(undrafted("2026-08-03")).isEqualTo(AUGUST);
    }

    private Optional<YearMonth> undrafted(String day) {
        return undrafted(day, TestAgreement.agreements());
    }

    private Optional<YearMonth> undrafted(String day, Agreements agreements) {
        Clock clock =
                Clock.fixed(LocalDate.parse(day).atTime(9, 0).atZone(TOKYO).toInstant(), TOKYO);
        BusinessDays days = BusinessDays.load(Path.of("config/calendar/holidays.csv"));
        return new Monthly(jdbc, TestCases.over(ledger, TestVault.fresh(), clock), agreements, days, clock).undrafted();
    }

    private UUID someoneIs(String state) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into case_file (id, person_key, state, as_of, opened_at) values (:id, 'x', :state, :at, :at)
                """)
                .param("id", id)
                .param("state", state)
                .param("at", Timestamp.valueOf("2026-06-01 09:00:00"))
                .update();
        return id;
    }

    private void drafted(String number, String at, String state) {
        drafted(number, at, "PROVISION", state);
    }

    private void drafted(String number, String at, String kind, String state) {
        jdbc.sql("""
                insert into shipment (control_number, agreement, agreement_digest, kind, state, drafted_by, drafted_at,
                    content_digest, zip_method, seal_wanted, check_wanted, tries, revision)
                values (:number, 'nhi-tokyo-isa', '', :kind, :state, 'x', :at, '', 'AES_256', false, false, 0, 0)
                """)
                .param("number", number)
                .param("at", Timestamp.from(Instant.parse(at)))
                .param("kind", kind)
                .param("state", state)
                .update();
    }
}
