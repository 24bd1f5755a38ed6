package jp.kakehashi.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.house.OfficeRule;
import org.junit.jupiter.api.Test;

/** The law's terms: calendar days, the day of noticing is the first. */
class IncidentClockTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    /** Half past midnight of Friday 1 May 2026 in Tokyo, before days on which the office is closed. */
    private static final Instant NOTICED = Instant.parse("2026-04-30T15:30:00Z");

    @Test
    @OfficeRule("incident-clocks")
    void reportsAreDueInCalendarDaysWhateverDayIsClosed() {
        Incident leak = incident(101, Set.of(Incident.Kind.LEAK), Map.of());

        assertThat(due(leak, Incident.Duty.FIRST_REPORT)).hasValue(LocalDate.of(2026, 5, 3));
        assertThat(due(leak, Incident.Duty.FINAL_REPORT)).hasValue(LocalDate.of(2026, 5, 30));
        assertThat(due(leak, Incident.Duty.PERSONS_TOLD)).isEmpty();
        assertThat(leak.reportable()).isTrue();
    }

    @Test
    void aWrongfulPurposeIsReportedAtAnyNumberAndHasSixtyDays() {
        Incident wrongful = incident(1, Set.of(Incident.Kind.WRONGFUL), Map.of());

        assertThat(due(wrongful, Incident.Duty.FINAL_REPORT)).hasValue(LocalDate.of(2026, 6, 29));
        assertThat(wrongful.reportable()).isTrue();
        assertThat(incident(100, Set.of(Incident.Kind.LEAK), Map.of()).reportable())
                .isFalse();
    }

    @Test
    void aDutyIsOverdueOnceItsLastDayHasPassedUndone() {
        Incident open = incident(500, Set.of(Incident.Kind.MISDELIVERY), Map.of());
        Incident told = incident(
                500, Set.of(Incident.Kind.MISDELIVERY), Map.of(Incident.Duty.FIRST_REPORT, LocalDate.of(2026, 5, 2)));

        assertThat(clock(open, Incident.Duty.FIRST_REPORT, "2026-05-03").overdue())
                .isFalse();
        assertThat(clock(open, Incident.Duty.FIRST_REPORT, "2026-05-04").overdue())
                .isTrue();
        assertThat(clock(told, Incident.Duty.FIRST_REPORT, "2026-05-04").overdue())
                .isFalse();
        assertThat(clock(open, Incident.Duty.PERSONS_TOLD, "2026-12-31").overdue())
                .isFalse();
    }

    private static Optional<LocalDate> due(Incident incident, Incident.Duty duty) {
        return clock(incident, duty, "2026-05-01").due();
    }

    private static IncidentClock clock(Incident incident, Incident.Duty duty, String today) {
        Clock at =
                Clock.fixed(LocalDate.parse(today).atTime(12, 0).atZone(TOKYO).toInstant(), TOKYO);
        return IncidentClock.of(incident, TestAgreement.demo(), at).stream()
                .filter(clock -> clock.duty() == duty)
                .findFirst()
                .orElseThrow();
    }

    private static Incident incident(int persons, Set<Incident.Kind> kinds, Map<Incident.Duty, LocalDate> done) {
        return new Incident(
                UUID.randomUUID(),
                "R8-001",
                kinds,
                NOTICED,
                "架空の係",
                persons,
                Incident.Password.NOT_TOLD,
                false,
                NOTICED,
                "handler",
                done);
    }
}
