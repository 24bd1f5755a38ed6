package jp.kakehashi.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.mailroom.Inbox;
import jp.kakehashi.mailroom.Outcome;
import jp.kakehashi.mailroom.Outcomes;
import jp.kakehashi.shipment.Following;
import jp.kakehashi.shipment.LastCheck;
import jp.kakehashi.shipment.RollCall;
import jp.kakehashi.shipment.Sealing;
import jp.kakehashi.source.QueryRunner;
import jp.kakehashi.source.Source;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns by hand what the routes turn by their timers, over a fictitious city. */
class HandCrank {

    private final QueryRunner queries;

    @Autowired
    private Source source;

    @Autowired
    private Cases cases;

    @Autowired
    private Sealing sealing;

    @Autowired
    private LastCheck lastCheck;

    @Autowired
    private Following following;

    @Autowired
    private Outcomes outcomes;

    @Autowired
    private Inbox inbox;

    @Autowired
    private JdbcClient ledger;

    @Autowired
    private TransactionTemplate transaction;

    HandCrank(DataSource city) {
        this.queries = new QueryRunner(city);
    }

    /** Asks the source about everyone. */
    void poll() {
        queries.findings(source).forEachRemaining(batch -> {
            cases.take(batch);
            source.remember(batch);
        });
    }

    /** Seals whatever waits for it, the source asked about everyone. */
    void seal() {
        while (turn(sealing::next, sealing::seal)) {}
    }

    /** Makes every last check that is due, and lets the letters go. */
    void lastCheck() {
        while (turn(lastCheck::next, lastCheck::conclude)) {}
    }

    private boolean turn(Supplier<List<RollCall>> next, Consumer<RollCall> then) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<RollCall> calls = next.get();
            for (RollCall call : calls) {
                call.payees().forEach(payee -> cases.take(queries.about(source, payee)));
                then.accept(call);
            }
            return !calls.isEmpty();
        }));
    }

    /** The mail server has taken the letter of a shipment over. */
    void posted(String number) {
        transaction.executeWithoutResult(status -> {
            ledger.sql("update shipment set state = 'RELEASED' where control_number = :number")
                    .param("number", number)
                    .update();
            Outcome.About about = new Outcome.About(
                    1, UUID.randomUUID(), number, Optional.of(DocumentKind.PROVISION), OfficeDesk.MORNING);
            following.follow(new Outcome.Posted(about, Optional.of("250 OK"), Optional.empty()));
        });
    }

    /** Hands on what became of letters. */
    void follow() {
        while (Boolean.TRUE.equals(transaction.execute(status -> {
            Outcome next = outcomes.next();
            if (next != null) {
                following.follow(next);
                outcomes.handedOn(next);
            }
            return next != null;
        }))) {}
    }

    /** A mail is collected and sorted. */
    void receive(String mail) throws MessagingException {
        inbox.receive(new MimeMessage(null, new ByteArrayInputStream(mail.getBytes(UTF_8))));
        inbox.sort();
    }
}
