package jp.kakehashi.mailroom;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.letter.Attachment;
import jp.kakehashi.letter.Incoming;
import jp.kakehashi.letter.Sort;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails on their way in. Nothing received is lost, and no mail delays the next:
 *
 * <ol>
 *   <li>{@link #receive} stores a mail as it came, before anything in it is believed. What is too large or cannot be fetched
 *       is recorded and put aside on the server. Only when this is committed may the mail leave the mailbox.
 *   <li>{@link #sort} takes one stored mail and ends it: HANDLED, DUPLICATE, IGNORED, HELD, or ARRIVED for a parcel that
 *       somebody will open. A mail that breaks the sorting is held.
 *   <li>{@link #nextParcel} hands a parcel to whoever opens it, who hands back the verdict: {@link #handled} or {@link #hold}.
 *   <li>What is held waits for a person.
 * </ol>
 */
@Component
public class Inbox {

    private static final Actor SORTER = Actor.machine("mailroom-inbox");

    private final MailTable mails;
    private final SortingDesk desk;
    private final Collecting collecting;
    private final Chain chain;
    private final TransactionTemplate transaction;
    private final TransactionTemplate inTheCallers;
    private final TransactionTemplate onItsOwn;
    private final Clock clock;

    Inbox(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Vault vault,
            Chain chain,
            Agreements agreements,
            List<ParcelTaker> takers,
            Clock clock) {
        this.mails = new MailTable(jdbc, vault);
        this.desk = new SortingDesk(
                agreements, new LetterTable(jdbc, vault), mails, new Fates(jdbc, vault, chain, clock), takers);
        this.collecting = new Collecting(largest(agreements));
        this.chain = chain;
        this.transaction = new TransactionTemplate(transactions);
        this.inTheCallers = new TransactionTemplate(transactions);
        this.inTheCallers.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
        this.onItsOwn = new TransactionTemplate(transactions);
        this.onItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Twice the largest mail of any agreement: what is agreed always fits, however its way here has lengthened it. */
    private static int largest(Agreements agreements) {
        return 2
                * agreements.all().stream()
                        .mapToInt(agreement -> agreement.mail().maxBytes())
                        .max()
                        .orElse(5_000_000);
    }

    /**
     * Takes over one mail from the server. When this returns, the mail is in the ledger and may leave the mailbox.
     *
     * @throws MessagingException if the connection to the mailbox is lost: the mail stays there
     */
    public void receive(MimeMessage mail) throws MessagingException {
        String place = Place.of(mail);
        Collecting.Fetched fetched = collecting.fetch(mail);
        if (fetched.raw() != null) {
            transaction.executeWithoutResult(status -> store(place, fetched.raw()));
            return;
        }
        collecting.putAside(mail);
        transaction.executeWithoutResult(status -> {
            if (!mails.knows(place)) {
                record(place, fetched.size(), MailState.HELD, fetched.trouble());
            }
        });
    }

    private void store(String place, byte[] raw) {
        UUID id = UUID.randomUUID();
        if (mails.store(id, place, raw, clock.instant())) {
            append("mail-received", id, Map.of("size", Integer.toString(raw.length)), SORTER);
        } else if (!mails.knows(place)) {
            record(place, raw.length, MailState.DUPLICATE, "SAME_BYTES");
        }
    }

    /** Records a mail without its bytes. One that is met again at the same place was merely not moved away in time. */
    private void record(String place, int size, MailState state, String reason) {
        UUID id = UUID.randomUUID();
        mails.addWithoutRaw(id, place, size, "\n", state, reason, clock.instant());
        append("mail-" + state.name().toLowerCase(Locale.ROOT), id, Map.of("reason", reason), SORTER);
    }

    /** Sorts the next stored mail, if there is one. A mail that breaks the sorting is held, with the kind of trouble only. */
    public void sort() {
        AtomicReference<UUID> taken = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(
                    status -> mails.takeNext(MailState.STORED).ifPresent(mail -> {
                        taken.set(mail.id());
                        sort(mail.id());
                    }));
        } catch (RuntimeException | StackOverflowError e) {
            if (taken.get() == null) {
                throw e;
            }
            Verdict broken = Verdict.held("SORTING_FAILED_" + e.getClass().getSimpleName());
            transaction.executeWithoutResult(status -> end(taken.get(), MailState.STORED, broken, SORTER));
        }
    }

    private void sort(UUID id) {
        Incoming mail = Incoming.read(raw(id));
        mails.headline(id, mail.from().orElse("") + "\n" + mail.subject());
        end(id, MailState.STORED, desk.judge(id, mail), SORTER);
    }

    /**
     * The next parcel to open, in the caller's transaction.
     *
     * @return null when none has arrived, or another node has it
     */
    public ArrivedParcel nextParcel() {
        UUID next = onItsOwn.execute(status -> {
            Optional<UUID> waiting = mails.takeNext(MailState.ARRIVED).map(MailTable.Taken::id);
            waiting.ifPresent(mails::countTry);
            return waiting.orElse(null);
        });
        return next == null
                ? null
                : inTheCallers.execute(status ->
                        mails.take(next, MailState.ARRIVED).map(this::arrived).orElse(null));
    }

    private ArrivedParcel arrived(MailTable.Taken taken) {
        Incoming mail = Incoming.read(raw(taken.id()));
        Sort.ParcelMail parcel = (Sort.ParcelMail) mail.sort();
        DocumentKind kind = DocumentKind.ofCode(parcel.kindCode()).orElseThrow();
        return new ArrivedParcel(
                taken.id(),
                desk.sender(mail, kind).orElseThrow().id(),
                kind,
                parcel.controlNumber(),
                parcel.parcel(),
                mail.messageId(),
                mail.text(),
                mail.from().orElseThrow(),
                taken.receivedAt());
    }

    /**
     * Whoever took a parcel has dealt with it; in the caller's transaction.
     *
     * @throws IllegalStateException if the mail is no parcel that waits
     */
    public void handled(UUID mail, Actor by) {
        inTheCallers.executeWithoutResult(status -> end(mail, MailState.ARRIVED, Verdict.of(MailState.HANDLED), by));
    }

    /**
     * Whoever took a parcel leaves it to a person; in the caller's transaction.
     *
     * @param reason a code of capitals and underscores
     * @throws IllegalStateException if the mail is no parcel that waits
     */
    public void hold(UUID mail, String reason, Actor by) {
        inTheCallers.executeWithoutResult(status -> end(mail, MailState.ARRIVED, Verdict.held(reason), by));
    }

    /** The mails that wait for a person, the oldest first. */
    public List<HeldMail> held() {
        return mails.held();
    }

    /**
     * Shows a mail to a person; the view goes into the chain.
     *
     * @return nothing where no bytes are kept: the mail lies on the server, in the folder for what was put aside
     */
    public Optional<MailView> show(UUID id, Actor who) {
        return transaction.execute(status -> {
            append("mail-viewed", id, Map.of(), who);
            return mails.raw(id).map(Incoming::read).map(mail -> view(id, mail));
        });
    }

    private static MailView view(UUID id, Incoming mail) {
        return new MailView(
                id,
                mail.from(),
                mail.subject(),
                mail.date(),
                mail.text(),
                mail.attachments().stream().map(Attachment::fileName).toList(),
                mail.unreadable());
    }

    /**
     * A person has dealt with a held mail.
     *
     * @param reason in their words
     * @throws IllegalStateException if the mail is not held
     */
    public void handle(UUID id, Actor by, String reason) {
        transaction.executeWithoutResult(status -> {
            end(id, MailState.HELD, Verdict.of(MailState.HANDLED), by);
            mails.note(id, reason);
        });
    }

    private byte[] raw(UUID id) {
        return mails.raw(id).orElseThrow(() -> new IllegalStateException("mail " + id + " has no bytes"));
    }

    private void end(UUID id, MailState from, Verdict verdict, Actor by) {
        if (!mails.end(id, from, verdict.state(), verdict.reason(), verdict.letter(), clock.instant())) {
            throw new IllegalStateException("mail " + id + " is not " + from);
        }
        Map<String, String> facts = new HashMap<>();
        verdict.reason().ifPresent(reason -> facts.put("reason", reason));
        verdict.letter().ifPresent(letter -> facts.put("letter", letter.toString()));
        append("mail-" + verdict.state().name().toLowerCase(Locale.ROOT), id, facts, by);
    }

    private void append(String verb, UUID id, Map<String, String> facts, Actor by) {
        chain.append(by, new Act(verb, id.toString(), facts));
    }
}
