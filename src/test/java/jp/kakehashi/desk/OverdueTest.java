package jp.kakehashi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import jp.kakehashi.house.OfficeRule;
import jp.kakehashi.register.Actor;
import jp.kakehashi.shipment.Overdue;
import jp.kakehashi.shipment.Settling;
import jp.kakehashi.shipment.Shipments;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The alarm where nobody acknowledged in time. The office's day is Monday, 1 June 2026; three business days are agreed. */
class OverdueTest extends WardTest {

    private static final Actor OFFICER = new Actor("t-hanako", "架空 花子", "主事", "HANDLER");

    @Autowired
    private Overdue overdue;

    @Autowired
    private Shipments shipments;

    @Autowired
    private Settling settling;

    @Autowired
    private JdbcClient ledger;

    @Test
    @OfficeRule("receipt-alarm")
    void afterThreeBusinessDaysWithoutAnAcknowledgementTheAlarmIsRaisedOnce() throws Exception {
        Browser handler = signedIn("handler");
        String number = drafted(handler);
        decided(number);
        sealed(signedIn("deputy"), number);
        routes.posted(number);

        // Wednesday: the third business day is this Monday, and it is not over.
        sentAt(number, "2026-05-27T01:00:00Z");
        overdue.alarm();
        assertThat(overdue.numbers()).doesNotContain(number);

        sentAt(number, "2026-05-26T01:00:00Z");
        overdue.alarm();
        overdue.alarm();
        assertThat(alarms(number)).isEqualTo(1);
        assertThat(handler.open("/").body()).contains("受領確認の期限を過ぎた送付", number);
        assertThat(handler.open("/shipments").body()).contains("受領確認なし（期限超過）");

        String code = shipments.passwords(number, OFFICER).confirmationCode().orElseThrow();
        assertThat(settling.acknowledge(number, "電話", "架空", code, 1, OFFICER)).isEmpty();
        assertThat(overdue.numbers()).doesNotContain(number);
    }

    private void sentAt(String number, String at) {
        ledger.sql("update shipment set posted_at = :at where control_number = :number")
                .param("at", Timestamp.from(Instant.parse(at)))
                .param("number", number)
                .update();
    }

    private long alarms(String number) {
        return chain().lines()
                .filter(line -> line.contains("acknowledgement-overdue") && line.contains("\"" + number + "\""))
                .count();
    }
}
