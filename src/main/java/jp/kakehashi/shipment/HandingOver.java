package jp.kakehashi.shipment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** That the passwords of a sent parcel were told by telephone: a fact beside the shipment, which moves no state. */
@Service
@Profile("ward")
public class HandingOver {

    private static final String TOLD = """
            update shipment set told_at = :at, told_by = :by, told_to = :to
            where control_number = :number and passwords is not null
                and state in ('POSTED', 'OUTCOME_UNKNOWN', 'RETURNED', 'UNREADABLE')
            """;
    private static final String OF =
            "select told_at, told_by, told_to from shipment where control_number = :number and told_at is not null";

    private final JdbcClient ledger;
    private final Remedies remedies;
    private final Acts acts;
    private final Clock clock;

    HandingOver(JdbcClient ledger, Remedies remedies, Acts acts, Clock clock) {
        this.ledger = ledger;
        this.remedies = remedies;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * The last call in which the passwords of the bytes sealed now were told.
     *
     * @param at when
     * @param by the caller's account
     * @param to who of the recipient's was told: post and name
     */
    public record HandedOver(Instant at, String by, String to) {}

    /**
     * Records a call on the number on file; where it could not be opened, that is the first step of {@link Reopening}.
     *
     * @param to who was told: post and name
     * @return a refusal where no such parcel was sent, or their receipt is confirmed: passwords are told after the file
     *     has arrived
     */
    @Transactional
    public Optional<Refusal> told(String controlNumber, String to, Actor by) {
        int told = ledger.sql(TOLD)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.account())
                .param("to", to)
                .param("number", controlNumber)
                .update();
        if (told == 0) {
            return acts.refused(by, controlNumber, "送信済で受領確認を待つ送付ではありません。パスワードは、届いたことを確かめてから伝えてください。");
        }
        boolean again = remedies.taken(controlNumber, Remedy.CALL_AGAIN, Remedy.COMPARE_SLIP);
        acts.note(by, again ? "passwords-told-again" : "passwords-told", controlNumber, Map.of(), Map.of("to", to));
        return Refusal.none();
    }

    /** The call in which the passwords were told; nothing as long as nobody recorded one. */
    public Optional<HandedOver> of(String controlNumber) {
        return ledger.sql(OF)
                .param("number", controlNumber)
                .query((row, index) -> new HandedOver(
                        row.getTimestamp("told_at").toInstant(), row.getString("told_by"), row.getString("told_to")))
                .optional();
    }
}
