package jp.kakehashi.mailroom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.letter.Acknowledgement;
import jp.kakehashi.letter.Attachment;
import jp.kakehashi.letter.CannotOpen;
import jp.kakehashi.letter.Incoming;
import jp.kakehashi.letter.Sort;

/**
 * Judges received mails by envelope and form. Whoever sent a mail wrote every word of it, so each kind is believed only for
 * a reason:
 *
 * <ol>
 *   <li>Our own Message-ID with the very content that we released is our journal copy; with another content it is held.
 *   <li>A bounce is believed if it names a letter of ours that may have left.
 *   <li>The same content under the same Message-ID is a duplicate, whatever its way here.
 *   <li>A machine reply or a parcel is believed from an address of the agreement only.
 *   <li>Everything else is held for a person; a nil notice, which leaves nothing to open, as what it is.
 * </ol>
 */
final class SortingDesk {

    private final Agreements agreements;
    private final LetterTable letters;
    private final MailTable mails;
    private final Fates fates;
    private final List<ParcelTaker> takers;

    SortingDesk(Agreements agreements, LetterTable letters, MailTable mails, Fates fates, List<ParcelTaker> takers) {
        this.agreements = agreements;
        this.letters = letters;
        this.mails = mails;
        this.fates = fates;
        this.takers = List.copyOf(takers);
    }

    /** Judges a mail, and tells the letters what it says about them. */
    Verdict judge(UUID id, Incoming mail) {
        List<LetterTable.Row> ours =
                mail.messageId().map(letters::withMessageId).orElse(List.of());
        if (!ours.isEmpty()) {
            return journalCopy(mail, ours);
        }
        Sort sort = mail.sort();
        if (sort instanceof Sort.Bounce bounce) {
            return bounced(bounce);
        }
        if (sort instanceof Sort.DeliveryDelay delay) {
            boolean known = !letters.withMessageId(delay.originalMessageId()).isEmpty();
            return known ? Verdict.ignored("DELIVERY_DELAY") : Verdict.held("REPORT_ON_UNKNOWN_LETTER");
        }
        if (sort instanceof Sort.ReadReceipt) {
            return Verdict.ignored("READ_RECEIPT");
        }
        if (sort instanceof Sort.AutoReply) {
            return Verdict.ignored("AUTO_REPLY");
        }
        if (mail.messageId().isPresent() && !mails.claim(id, contentOf(mail))) {
            return Verdict.of(MailState.DUPLICATE);
        }
        return fromTheOtherParty(mail, sort);
    }

    private Verdict fromTheOtherParty(Incoming mail, Sort sort) {
        if (sort instanceof Acknowledgement said) {
            Map<String, String> detail = new HashMap<>(Map.of("rows", Integer.toString(said.rows())));
            said.code().ifPresent(code -> detail.put("code", code));
            return reply(mail, said.controlNumber(), said.parcelSha256(), EvidenceTable.Kind.ACKNOWLEDGEMENT, detail);
        }
        if (sort instanceof CannotOpen said) {
            Map<String, String> detail = Map.of("why", said.why());
            return reply(mail, said.controlNumber(), said.parcelSha256(), EvidenceTable.Kind.CANNOT_OPEN, detail);
        }
        if (sort instanceof Sort.ParcelMail parcel) {
            return parcel(mail, parcel);
        }
        if (isNilNotice(mail)) {
            return Verdict.held("NIL_NOTICE");
        }
        return Verdict.held(mail.unreadable().isEmpty() ? "FOR_A_PERSON" : "NOT_WHOLLY_READABLE");
    }

    private Verdict journalCopy(Incoming mail, List<LetterTable.Row> ours) {
        return tell(
                ours.stream().filter(letter -> mail.carries(letter.contentSha256())),
                EvidenceTable.Kind.JOURNAL_COPY,
                Map.of(),
                "OUR_MESSAGE_ID_WITH_OTHER_CONTENT");
    }

    private Verdict bounced(Sort.Bounce bounce) {
        List<LetterTable.Row> ours = letters.withMessageId(bounce.originalMessageId());
        boolean onlyTheJournal = !ours.isEmpty() && isOnlyTheJournal(bounce.recipients(), ours.get(0));
        return onlyTheJournal
                ? Verdict.held("JOURNAL_NOT_REACHED")
                : tell(
                        ours.stream(),
                        EvidenceTable.Kind.BOUNCE,
                        Map.of("status", bounce.status()),
                        "REPORT_ON_UNKNOWN_LETTER");
    }

    /** Whether the only address not reached is that of our own journal: the other party has the letter. */
    private boolean isOnlyTheJournal(List<String> notReached, LetterTable.Row letter) {
        Optional<String> journal = agreements.of(letter.agreement()).parties().journalAddress();
        boolean alone = letters.envelope(letter.id()).recipients().size() == 1;
        return !alone
                && !notReached.isEmpty()
                && journal.isPresent()
                && notReached.stream().allMatch(journal.get()::equalsIgnoreCase);
    }

    private Verdict reply(
            Incoming mail, String controlNumber, String sha256, EvidenceTable.Kind kind, Map<String, String> detail) {
        Optional<Agreement> agreement = sentBy(mail, a -> a.parties().acceptedSenders());
        if (agreement.isEmpty()) {
            return Verdict.held("SENDER_NOT_AGREED");
        }
        return tell(
                letters.withReference(controlNumber).stream()
                        .filter(letter ->
                                letter.agreement().equals(agreement.get().id()))
                        .filter(letter -> letter.contentSha256().equals(sha256)),
                kind,
                detail,
                "REPLY_TO_UNKNOWN_PARCEL");
    }

    /** Tells the latest of these letters that may have left. */
    private Verdict tell(
            Stream<LetterTable.Row> about, EvidenceTable.Kind kind, Map<String, String> detail, String otherwise) {
        List<LetterTable.Row> known = about.toList();
        if (known.isEmpty()) {
            return Verdict.held(otherwise);
        }
        return known.stream()
                .map(LetterTable.Row::id)
                .filter(letter -> fates.hear(letter, kind, detail))
                .findFirst()
                .map(Verdict::about)
                .orElseGet(() -> Verdict.held("CONTRADICTS_" + kind));
    }

    private Verdict parcel(Incoming mail, Sort.ParcelMail parcel) {
        Optional<DocumentKind> kind = DocumentKind.ofCode(parcel.kindCode());
        if (kind.isEmpty()) {
            return Verdict.held("UNKNOWN_KIND");
        }
        if (sender(mail, kind.get()).isEmpty()) {
            return Verdict.held("SENDER_NOT_AGREED");
        }
        return isWaitedFor(kind.get()) ? Verdict.of(MailState.ARRIVED) : Verdict.held("NOBODY_TAKES_THIS_KIND");
    }

    private boolean isWaitedFor(DocumentKind kind) {
        return takers.stream().anyMatch(taker -> taker.takes(kind));
    }

    /** A plain mail from the ward, wholly readable, under the agreed subject. */
    private boolean isNilNotice(Incoming mail) {
        return isWaitedFor(DocumentKind.NIL_NOTICE)
                && mail.attachments().isEmpty()
                && mail.unreadable().isEmpty()
                && sender(mail, DocumentKind.NIL_NOTICE)
                        .flatMap(agreement -> agreement.documents().nilNotice())
                        .filter(notice -> notice.letter().isSubjectOf(mail.subject()))
                        .isPresent();
    }

    /** The agreement under which this sender may send this kind: questions come from the bureau, all else from the ward. */
    Optional<Agreement> sender(Incoming mail, DocumentKind kind) {
        return kind == DocumentKind.INQUIRY
                ? sentBy(mail, a -> a.parties().acceptedSenders())
                : sentBy(mail, a -> List.of(a.parties().from()));
    }

    private Optional<Agreement> sentBy(Incoming mail, Function<Agreement, List<String>> senders) {
        Predicate<String> isSender =
                address -> mail.from().filter(address::equalsIgnoreCase).isPresent();
        return agreements.all().stream()
                .filter(agreement -> senders.apply(agreement).stream().anyMatch(isSender))
                .findFirst();
    }

    private static String contentOf(Incoming mail) {
        StringBuilder content = new StringBuilder(mail.messageId().orElse(""));
        mail.attachments().stream()
                .map(Attachment::sha256)
                .forEach(sha -> content.append('\n').append(sha));
        return content.append('\n').append(mail.text().stripTrailing()).toString();
    }
}
