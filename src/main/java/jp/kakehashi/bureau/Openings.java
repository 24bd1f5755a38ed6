package jp.kakehashi.bureau;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.FormColumn;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.register.Direction;
import jp.kakehashi.register.Entry;
import jp.kakehashi.register.Register;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the parcels whose passwords are typed, or taken from the agreed table. In one transaction of the caller:
 *
 * <ol>
 *   <li>{@link #next} takes the next parcel, so that no other node takes it too.
 *   <li>{@link #open} opens and checks it.
 *   <li>As agreed: its rows go to the register and, where it is a provision, to the list; it is acknowledged.
 *   <li>Not to be opened: it waits for other passwords, or, after the agreed number of tries, is held and reported back.
 *   <li>Passwords and content end with it, and the chain says what happened. Only a pair of the agreed table that opened
 *       it has served; one that did not is free again, since anybody can name one in a mail.
 * </ol>
 */
@Service
@Profile("bureau")
public class Openings {

    private static final Actor MACHINE = Actor.machine("bureau-10-open");

    private final ParcelTable parcels;
    private final ListingTable listings;
    private final PasswordPairTable pairs;
    private final Receipts receipts;
    private final Register register;
    private final Agreements agreements;
    private final Chain chain;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate onItsOwn;

    Openings(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Vault vault,
            Receipts receipts,
            Register register,
            Agreements agreements,
            Chain chain,
            Clock clock) {
        this.parcels = new ParcelTable(jdbc, vault);
        this.listings = new ListingTable(jdbc, vault);
        this.pairs = new PasswordPairTable(jdbc, vault);
        this.receipts = receipts;
        this.onItsOwn = new TransactionTemplate(transactions);
        this.onItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.register = register;
        this.agreements = agreements;
        this.chain = chain;
        this.vault = vault;
        this.clock = clock;
    }

    /** The next parcel to open, locked until the caller's transaction ends; null when there is none. */
    public Parcel next() {
        return Optional.ofNullable(
                        onItsOwn.execute(status -> parcels.nextToOpen().orElse(null)))
                .flatMap(parcels::takeToOpen)
                .orElse(null);
    }

    /** Opens a parcel that {@link #next} gave. */
    public void open(Parcel parcel) {
        Agreement agreement = agreements.of(parcel.agreement());
        Contents contents = new Inspection(parcel, agreement).of(parcels.secrets(parcel.id()));
        if (contents instanceof Contents.Unsound unsound) {
            refuse(parcel, unsound, agreement);
        } else if (parcels.wasOpened(parcel.controlNumber())) {
            hold(parcel, Why.ALREADY_LISTED, "", agreement);
        } else {
            accept(parcel, (Contents.Sound) contents, agreement);
        }
    }

    private void accept(Parcel parcel, Contents.Sound sound, Agreement agreement) {
        Instant now = clock.instant();
        // The one row of a test exchange is about nobody.
        if (parcel.kind() != DocumentKind.TEST) {
            register.write(IntStream.range(0, sound.rows().size())
                    .mapToObj(i -> entry(parcel, i + 1, sound.rows().get(i), agreement, now))
                    .toList());
        }
        if (parcel.kind() == DocumentKind.PROVISION) {
            IntStream.range(0, sound.rows().size())
                    .mapToObj(i -> listed(parcel, i + 1, sound.rows().get(i), agreement, now))
                    .forEach(row -> listings.add(row, parcel.message()));
        }
        parcels.opened(parcel.id(), sound.rows().size(), sound.confirmationCode(), now);
        pairs.served(parcel);
        receipts.answer(parcels.of(parcel.sha256()), agreement);
        append(
                "parcel-opened",
                parcel,
                Map.of("rows", Integer.toString(sound.rows().size())));
    }

    private void refuse(Parcel parcel, Contents.Unsound unsound, Agreement agreement) {
        boolean lastTry = parcel.failedTries() + 1 >= agreement.passwords().tries();
        if (!unsound.anotherTry() || lastTry) {
            hold(parcel, unsound.why(), unsound.place(), agreement);
            return;
        }
        parcels.failed(parcel.id(), unsound.why(), unsound.place(), clock.instant());
        pairs.freed(parcel);
        append("parcel-not-opened", parcel, Map.of("why", unsound.why().name()));
    }

    private void hold(Parcel parcel, Why why, String place, Agreement agreement) {
        parcels.held(parcel.id(), why, place, clock.instant());
        if (why.isOfOpened()) {
            pairs.spent(parcel);
        } else {
            pairs.freed(parcel);
        }
        receipts.answer(parcels.of(parcel.sha256()), agreement);
        append("parcel-held", parcel, Map.of("why", why.name()));
    }

    private void append(String verb, Parcel parcel, Map<String, String> facts) {
        Map<String, String> all = new LinkedHashMap<>(facts);
        all.put("kind", parcel.kind().code());
        all.put("parcel", parcel.sha256());
        chain.append(MACHINE, new Act(verb, parcel.message(), all));
    }

    private Entry entry(Parcel parcel, int number, List<String> row, Agreement agreement, Instant now) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<FormColumn> columns = agreement.documents().form().columns();
        IntStream.range(0, columns.size()).forEach(i -> cells.put(columns.get(i).heading(), row.get(i)));
        String card = row.get(agreement.columns().indexOf(Item.RESIDENCE_CARD_NUMBER));
        return new Entry(
                parcel.message(),
                parcel.kind().code(),
                Direction.RECEIVED,
                number,
                vault.digest("card", card),
                cells,
                now);
    }

    private static Listed listed(Parcel parcel, int number, List<String> row, Agreement agreement, Instant now) {
        Map<Item, String> cells = new EnumMap<>(Item.class);
        List<Item> columns = agreement.columns();
        IntStream.range(0, columns.size()).forEach(i -> cells.put(columns.get(i), row.get(i)));
        return new Listed(UUID.randomUUID(), parcel.controlNumber(), number, cells, ListState.LISTED, now);
    }
}
