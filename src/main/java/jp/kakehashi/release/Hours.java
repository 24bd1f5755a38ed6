package jp.kakehashi.release;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.ReleaseRules;
import jp.kakehashi.shipment.Shipment;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Until when today's releases hold, by the agreement of the document. */
@Component
@Profile("ward")
class Hours {

    private final Agreements agreements;
    private final Clock clock;

    Hours(Agreements agreements, Clock clock) {
        this.agreements = agreements;
        this.clock = clock;
    }

    /** Closing time of today. */
    Instant closing(Shipment shipment) {
        return LocalDate.now(clock)
                .atTime(rules(shipment).closingTime())
                .atZone(clock.getZone())
                .toInstant();
    }

    /** When a release that is given now ends by itself: after the agreed minutes, at closing time at the latest. */
    Instant lapse(Shipment shipment, Instant now) {
        Instant closing = closing(shipment);
        Instant lapse = now.plus(Duration.ofMinutes(rules(shipment).lapseAfter()));
        return lapse.isBefore(closing) ? lapse : closing;
    }

    private ReleaseRules rules(Shipment shipment) {
        return agreements.of(shipment.agreement()).release();
    }
}
