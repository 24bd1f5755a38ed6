package jp.kakehashi.bureau;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.TestAgreement;
import jp.kakehashi.calendar.BusinessDays;
import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.letter.Letter;
import jp.kakehashi.mailroom.ArrivedParcel;
import jp.kakehashi.mailroom.TestMailroom;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.register.Register;
import jp.kakehashi.vault.TestVault;
import jp.kakehashi.vault.Vault;

/** A receiving office on a ledger of its own, on a business morning in June. */
final class BureauFixture {

    static final Instant MORNING = Instant.parse("2026-06-01T00:30:00Z");
    static final Actor RECEIVER = new Actor("n-jiro", "架空 次郎", "受領担当", "RECEIVER");

    final TestLedger ledger;
    final Vault vault = TestVault.fresh();
    final Register register;
    final TestMailroom post;
    final Receipts receipts;
    final Arrivals arrivals;
    final ReceivedParcels parcels;
    final PasswordPairs pairs;
    final Openings openings;
    final Listings listings;

    BureauFixture(TestLedger ledger) {
        this(ledger, TestAgreement.agreements());
    }

    BureauFixture(TestLedger ledger, Agreements agreements) {
        this.ledger = ledger;
        Clock clock = at(MORNING);
        var jdbc = ledger.jdbc();
        var transactions = ledger.transactionManager();
        Chain chain = new Chain(jdbc, transactions, vault, clock);
        this.register = new Register(jdbc, transactions, vault);
        this.post = new TestMailroom(ledger, vault, chain, agreements, new CoveredKinds(agreements), clock);
        this.receipts = receipts(clock);
        this.arrivals = new Arrivals(jdbc, vault, receipts, post.inbox(), agreements, chain);
        this.parcels = new ReceivedParcels(jdbc, transactions, vault, receipts, agreements, chain, clock);
        this.pairs = new PasswordPairs(jdbc, transactions, vault, chain, clock);
        this.openings = new Openings(jdbc, transactions, vault, receipts, register, agreements, chain, clock);
        this.listings = new Listings(jdbc, transactions, vault, chain, clock);
    }

    static Clock at(Instant now) {
        return Clock.fixed(now, ZoneId.of("Asia/Tokyo"));
    }

    Receipts receipts(Clock clock) {
        return new Receipts(
                ledger.jdbc(),
                ledger.transactionManager(),
                post.outbox(),
                BusinessDays.load(Path.of("config/calendar/holidays.csv")),
                clock);
    }

    /** A mail is collected and sorted, and its parcel taken. */
    void take(Letter mail) {
        post.deliver(mail.toMime());
        ledger.transactions().executeWithoutResult(status -> {
            ArrivedParcel next = post.inbox().nextParcel();
            if (next != null) {
                arrivals.take(next);
            }
        });
    }

    /** The only parcel there is. */
    Parcel parcel() {
        List<Parcel> all = parcels.all();
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " parcels");
        }
        return all.get(0);
    }

    /** The newest parcel is opened with the right passwords. */
    Parcel open() {
        return open(TestParcel.ZIP_PASSWORD, TestParcel.WORKBOOK_PASSWORD);
    }

    Parcel open(String zipPassword, String workbookPassword) {
        UUID id = parcels.awaitingPasswords().get(0).id();
        parcels.open(id, zipPassword, workbookPassword, RECEIVER);
        openNext();
        return parcels.all().stream()
                .filter(parcel -> parcel.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** One round of the route. */
    void openNext() {
        ledger.transactions().executeWithoutResult(status -> {
            Parcel next = openings.next();
            if (next != null) {
                openings.open(next);
            }
        });
    }

    List<String> verbs() {
        return ledger.jdbc()
                .sql("select verb from chain_entry order by sequence")
                .query(String.class)
                .list();
    }
}
