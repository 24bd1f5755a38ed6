package jp.kakehashi.mailroom;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.letter.Incoming;
import jp.kakehashi.register.Chain;
import jp.kakehashi.register.Remarks;
import jp.kakehashi.vault.Vault;

/** A mailroom for tests of those who use it: what they queue can be looked at, nothing is posted, mail is put in by hand. */
public final class TestMailroom {

    private final TestLedger ledger;
    private final Vault vault;
    private final Outbox outbox;
    private final Inbox inbox;

    /**
     * A mailroom on this ledger, beside no mail server.
     *
     * @param taker who opens parcels
     */
    public TestMailroom(
            TestLedger ledger, Vault vault, Chain chain, Agreements agreements, ParcelTaker taker, Clock clock) {
        MailServer nowhere = new MailServer("localhost", 1, Tls.NONE, null, null);
        Duration moment = Duration.ofMillis(1);
        MailAccess access = new MailAccess(new MailSettings(nowhere, nowhere, null, moment, moment));
        this.ledger = ledger;
        this.vault = vault;
        Standstills standstills = new Standstills(
                ledger.jdbc(), ledger.transactionManager(), new Remarks(ledger.jdbc(), vault), chain, clock);
        this.outbox = new Outbox(
                ledger.jdbc(), ledger.transactionManager(), vault, chain, agreements, standstills, access, clock);
        this.inbox =
                new Inbox(ledger.jdbc(), ledger.transactionManager(), vault, chain, agreements, List.of(taker), clock);
    }

    /** The bean to give to the code under test. */
    public Inbox inbox() {
        return inbox;
    }

    /** A mail is collected and sorted. */
    public void deliver(byte[] raw) {
        try {
            inbox.receive(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("the test's own mail cannot be read", e);
        }
        inbox.sort();
    }

    /** The bean to give to the code under test. */
    public Outbox outbox() {
        return outbox;
    }

    /** Every letter queued so far, read as its receiver would. */
    public List<Incoming> queued() {
        return ledger.jdbc().sql("select mime from letter order by queued_at, id").query(byte[].class).list().stream()
                .map(mime -> Incoming.read(vault.open(mime, "letter.mime")))
                .toList();
    }
}
