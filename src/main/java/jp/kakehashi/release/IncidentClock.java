package jp.kakehashi.release;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kakehashi.agreement.Agreement;

/**
 * A legal clock of an incident. It runs in calendar days, and the day of noticing is its first; it never waits for a
 * business day: the stricter reading wherever the rules leave one open.
 *
 * @param duty what is due
 * @param due the last day; none where it is due without delay
 * @param done the day on which it was done
 * @param overdue whether it is not done although its last day has passed
 */
public record IncidentClock(Incident.Duty duty, Optional<LocalDate> due, Optional<LocalDate> done, boolean overdue) {

    private static final int FINAL_REPORT = 30;
    private static final int FINAL_REPORT_OF_WRONGFUL = 60;

    /** The clocks of an incident under the agreement of its shipment, as they stand now. */
    static List<IncidentClock> of(Incident incident, Agreement agreement, Clock clock) {
        return Stream.of(Incident.Duty.values())
                .map(duty -> of(duty, incident, agreement, clock))
                .toList();
    }

    private static IncidentClock of(Incident.Duty duty, Incident incident, Agreement agreement, Clock clock) {
        LocalDate noticed = LocalDate.ofInstant(incident.noticedAt(), clock.getZone());
        Optional<LocalDate> due = days(duty, incident, agreement).map(days -> noticed.plusDays(days - 1L));
        Optional<LocalDate> done = Optional.ofNullable(incident.done().get(duty));
        boolean overdue =
                done.isEmpty() && due.filter(LocalDate.now(clock)::isAfter).isPresent();
        return new IncidentClock(duty, due, done, overdue);
    }

    private static Optional<Integer> days(Incident.Duty duty, Incident incident, Agreement agreement) {
        return switch (duty) {
            case FIRST_REPORT -> Optional.of(agreement.clocks().firstReport());
            case FINAL_REPORT ->
                Optional.of(
                        incident.kinds().contains(Incident.Kind.WRONGFUL) ? FINAL_REPORT_OF_WRONGFUL : FINAL_REPORT);
            case PERSONS_TOLD -> Optional.empty();
        };
    }
}
