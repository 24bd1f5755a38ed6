package jp.kakehashi.bureau;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.LetterText;
import jp.kakehashi.mailroom.ArrivedParcel;
import jp.kakehashi.mailroom.Inbox;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Takes parcels out of collected mail. A parcel is known by its bytes: what arrives again is recorded as another
 * arrival, changes nothing on the list, and is answered once more when the parcel is settled.
 */
@Service
@Profile("bureau")
public class Arrivals {

    private static final Actor MACHINE = Actor.machine("bureau-05-arrive");
    private static final String ENDING = ".zip";

    private final ParcelTable parcels;
    private final ArrivalTable arrivals;
    private final Receipts receipts;
    private final Inbox inbox;
    private final Agreements agreements;
    private final Chain chain;

    Arrivals(JdbcClient jdbc, Vault vault, Receipts receipts, Inbox inbox, Agreements agreements, Chain chain) {
        this.parcels = new ParcelTable(jdbc, vault);
        this.arrivals = new ArrivalTable(jdbc);
        this.receipts = receipts;
        this.inbox = inbox;
        this.agreements = agreements;
        this.chain = chain;
    }

    /**
     * Takes a parcel that the inbox gave, in the same transaction of the caller, and hands the verdict back to the
     * inbox. A file that is not named as agreed is left to a person.
     */
    public void take(ArrivedParcel arrived) {
        Agreement agreement = agreements.of(arrived.agreement());
        if (!arrived.file().fileName().startsWith(agreement.filePrefix() + "_")) {
            inbox.hold(arrived.mail(), "FILE_NAME_NOT_AGREED", MACHINE);
            return;
        }
        boolean fresh = parcels.add(parcel(arrived, agreement), arrived.file().content());
        Parcel parcel = parcels.of(arrived.file().sha256());
        arrivals.add(arrived.mail(), parcel.id(), arrived.messageId(), arrived.receivedAt());
        if (parcel.state().isSettled()) {
            receipts.answer(parcel, agreement);
        }
        inbox.handled(arrived.mail(), MACHINE);
        append(fresh ? "parcel-arrived" : "parcel-arrived-again", parcel, arrived.mail());
    }

    private void append(String verb, Parcel parcel, UUID mail) {
        Map<String, String> facts =
                Map.of("kind", parcel.kind().code(), "parcel", parcel.sha256(), "mail", mail.toString());
        chain.append(MACHINE, new Act(verb, parcel.message(), facts));
    }

    private static Parcel parcel(ArrivedParcel arrived, Agreement agreement) {
        String fileName = arrived.file().fileName();
        String stem = fileName.substring(0, fileName.length() - ENDING.length());
        LetterText letter = agreement.document(arrived.kind()).letter();
        return new Parcel(
                UUID.randomUUID(),
                arrived.file().sha256(),
                agreement.id(),
                arrived.controlNumber() + resealed(stem),
                arrived.controlNumber(),
                arrived.kind(),
                stem,
                letter.rowsTold(arrived.text()),
                letter.passwordNumberTold(arrived.text()),
                arrived.receivedAt(),
                ParcelState.ARRIVED,
                0,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty());
    }

    /** The mark of a fresh sealing at the end of the file name, such as {@code _r1}; empty for the first. */
    private static String resealed(String stem) {
        String last = stem.substring(stem.lastIndexOf('_'));
        return last.startsWith("_r") ? last : "";
    }
}
