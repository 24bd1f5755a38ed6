package jp.kakehashi.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import jp.kakehashi.calendar.BusinessDays;
import jp.kakehashi.source.Source;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How fresh the facts about a person must be, before a document about that person may go on. */
@Component
@Profile("ward")
public class Freshness {

    private final Source source;
    private final BusinessDays days;
    private final Clock clock;

    Freshness(Source source, BusinessDays days, Clock clock) {
        this.source = source;
        this.days = days;
        this.clock = clock;
    }

    /** Whether the source can be asked at all; an extract cannot. */
    public boolean canAsk() {
        return source.isLive();
    }

    /**
     * From when on the source's word counts.
     *
     * @param askedAt when it was asked, if it can be: nothing older is taken for an answer
     * @param maximumAge how many business days old the facts of an extract may be; 0 for those of today
     */
    public Instant since(Instant askedAt, int maximumAge) {
        if (canAsk()) {
            return askedAt;
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate oldest = maximumAge == 0 ? today : days.minus(today, maximumAge);
        return oldest.atStartOfDay(clock.getZone()).toInstant();
    }
}
