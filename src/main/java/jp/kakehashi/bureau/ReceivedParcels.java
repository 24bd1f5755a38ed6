package jp.kakehashi.bureau;

import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people of the receiving office do with a parcel: type its passwords, or say that it cannot be opened. */
@Service
@Profile("bureau")
public class ReceivedParcels {

    private final ParcelTable parcels;
    private final PasswordPairTable pairs;
    private final Receipts receipts;
    private final Agreements agreements;
    private final Chain chain;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReceivedParcels(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Vault vault,
            Receipts receipts,
            Agreements agreements,
            Chain chain,
            Clock clock) {
        this.parcels = new ParcelTable(jdbc, vault);
        this.pairs = new PasswordPairTable(jdbc, vault);
        this.receipts = receipts;
        this.agreements = agreements;
        this.chain = chain;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The parcels that wait for their passwords, the oldest first. */
    public List<Parcel> awaitingPasswords() {
        return parcels.in(ParcelState.ARRIVED);
    }

    /** Every parcel ever received, the oldest first. */
    public List<Parcel> all() {
        return parcels.all();
    }

    /** How often a parcel may still fail to open before it is reported to the sender. */
    public int triesLeft(Parcel parcel) {
        return agreements.of(parcel.agreement()).passwords().tries() - parcel.failedTries();
    }

    /**
     * Notes the passwords of a parcel, sealed, until it has been opened or has failed to.
     *
     * @param zipPassword as heard on the telephone; blanks between its groups and full-width letters do not matter
     * @param workbookPassword likewise
     * @param by who typed them, a {@link Role#RECEIVER}
     * @return whether the parcel was waiting for them
     */
    public boolean open(UUID parcel, String zipPassword, String workbookPassword, Actor by) {
        requireReceiver(by);
        String zip = asHeard(zipPassword);
        String workbook = asHeard(workbookPassword);
        return act(parcel, waiting -> {
            parcels.typed(parcel, zip, workbook, clock.instant());
            chain.append(by, new Act("parcel-passwords-typed", waiting.message()));
            return true;
        });
    }

    /**
     * Opens a parcel with the pair of the agreed table that its mail names.
     *
     * @param by who opens it, a {@link Role#RECEIVER}
     * @return whether it was waiting, and its pair was there for it
     */
    public boolean openWithPair(UUID parcel, Actor by) {
        requireReceiver(by);
        return act(parcel, waiting -> {
            Optional<PasswordPair> taken = pairs.take(waiting);
            taken.ifPresent(pair -> {
                parcels.typed(parcel, pair.zip(), pair.workbook(), clock.instant());
                chain.append(by, new Act("parcel-pair-taken", waiting.message(), Map.of("pair", pair.number())));
            });
            return taken.isPresent();
        });
    }

    /**
     * Says that a parcel cannot be opened: it is reported back, and its sender seals it afresh.
     *
     * @param by who says so, a {@link Role#RECEIVER}
     * @return whether the parcel was still waiting
     */
    public boolean giveUp(UUID parcel, Actor by) {
        requireReceiver(by);
        return act(parcel, waiting -> {
            parcels.held(parcel, Why.GIVEN_UP, waiting.place(), clock.instant());
            Parcel held = parcels.of(waiting.sha256());
            receipts.answer(held, agreements.of(held.agreement()));
            chain.append(by, new Act("parcel-held", held.message(), Map.of("why", Why.GIVEN_UP.name())));
            return true;
        });
    }

    /** Does something with a parcel that waits; whether it waited, and it was done. */
    private boolean act(UUID id, Predicate<Parcel> act) {
        return Boolean.TRUE.equals(transaction.execute(status -> parcels.lock(id)
                .filter(parcel -> parcel.state() == ParcelState.ARRIVED)
                .filter(act)
                .isPresent()));
    }

    private static String asHeard(String typed) {
        String password = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        if (password.isEmpty()) {
            throw new IllegalArgumentException("パスワードを入力してください / a parcel has two passwords");
        }
        return password;
    }

    static void requireReceiver(Actor by) {
        if (!by.role().equals(Role.RECEIVER.name())) {
            throw new IllegalArgumentException("受領担当者だけが開封できます / only a receiver opens parcels");
        }
    }
}
