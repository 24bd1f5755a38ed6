package jp.kakehashi.mailroom;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.Parties;

/**
 * What is checked once more in the last moment before posting, against the agreement as it stands then: the period of the
 * kind, the exact addresses, the size, and in training the server.
 */
final class Clearance {

    private final Agreements agreements;
    private final MailServer server;
    private final Clock clock;

    Clearance(Agreements agreements, MailServer server, Clock clock) {
        this.agreements = agreements;
        this.server = server;
        this.clock = clock;
    }

    /** Why the letter may not be posted; nothing when it may. */
    Optional<Objection> against(LetterTable.Row letter, Envelope envelope) {
        Optional<Agreement> known = agreements.all().stream()
                .filter(agreement -> agreement.id().equals(letter.agreement()))
                .findFirst();
        return known.map(agreement -> under(agreement, letter, envelope)).orElse(Optional.of(Objection.NO_AGREEMENT));
    }

    private Optional<Objection> under(Agreement agreement, LetterTable.Row letter, Envelope envelope) {
        LocalDate today = LocalDate.now(clock);
        if (!letter.kind().map(kind -> mayGo(agreement, kind, today)).orElse(true)) {
            return Optional.of(Objection.OUTSIDE_THE_PERIOD);
        }
        if (!addresses(agreement.parties(), letter.kind()).containsAll(envelope.recipients())) {
            return Optional.of(Objection.ADDRESS_NOT_AGREED);
        }
        if (letter.mimeSize() > agreement.mail().maxBytes()) {
            return Optional.of(Objection.TOO_LARGE);
        }
        return agreement.mayPostTo(server.host()) ? Optional.empty() : Optional.of(Objection.SERVER_NOT_FOR_TRAINING);
    }

    /** No period blocks the way back: what the agreement covers goes, since people decided that it goes today. */
    private static boolean mayGo(Agreement agreement, DocumentKind kind, LocalDate today) {
        return agreement.covers(kind, today)
                || (kind.isWayBack() && agreement.documents().of(kind).isPresent());
    }

    /** Questions and receipts go to the ward's mailbox; every other kind to the bureau, with the journal copy. */
    private static Set<String> addresses(Parties parties, Optional<DocumentKind> kind) {
        if (kind.isEmpty() || kind.get() == DocumentKind.INQUIRY) {
            return Set.copyOf(List.of(parties.from()));
        }
        Set<String> addresses = new HashSet<>(parties.recipients());
        parties.journalAddress().ifPresent(addresses::add);
        return addresses;
    }

    /** What stands against posting a letter. */
    enum Objection {
        NO_AGREEMENT,
        OUTSIDE_THE_PERIOD,
        ADDRESS_NOT_AGREED,
        TOO_LARGE,
        SERVER_NOT_FOR_TRAINING
    }
}
