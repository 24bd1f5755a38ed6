package jp.kakehashi.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.calendar.BusinessDays;
import jp.kakehashi.register.Actor;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 領収証書の確認: a receipt seen at the counter keeps its person off the list at once, since the source posts a payment days
 * later. It ends when the source shows the payment posted, or when a named person takes it back with a reason.
 */
@Service
@Profile("ward")
public class PaymentReceipts {

    private static final Rejection SEEN = Rejection.of(Reason.RECEIPT_SEEN);

    private final Receipts receipts;
    private final CaseFiles files;
    private final Trail trail;
    private final int daysToPost;
    private final BusinessDays calendar;
    private final Vault vault;
    private final Clock clock;

    PaymentReceipts(
            Receipts receipts,
            CaseFiles files,
            Trail trail,
            Agreements agreements,
            BusinessDays calendar,
            Vault vault,
            Clock clock) {
        this.receipts = receipts;
        this.files = files;
        this.trail = trail;
        this.daysToPost = agreements.only().clocks().posting();
        this.calendar = calendar;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Registers a receipt. Who has not been provided is excluded from this moment on; for who has been, the posting will
     * tell. What that means for the shipment that holds the case, {@code shipment} sees to: it is the one to ask.
     *
     * @param payeeNo 宛名番号
     * @param paidOn 領収日
     * @return why not, in Japanese; empty when it is registered
     */
    @Transactional
    public Optional<String> seen(String payeeNo, LocalDate paidOn, Actor by) {
        LocalDate today = LocalDate.now(clock);
        if (paidOn.isAfter(today) || paidOn.isBefore(today.minusYears(1))) {
            return refused("DATE", "領収日が未来の日付か、1年より前の日付です。", payeeNo, by);
        }
        String personKey = vault.digest("person", payeeNo);
        files.lockOpen(Set.of(personKey));
        Optional<CaseFile> open = files.open(personKey);
        if (open.isEmpty()) {
            return refused("NO_CASE", "この宛名番号の案件はありません。番号をもう一度確認してください。", payeeNo, by);
        }
        CaseFile file = open.get();
        receipts.add(file, paidOn, by);
        trail.noted("receipt-seen", file.id(), by, Map.of("state", file.state().name()));
        if (file.state().isBeforeProvision()) {
            bar(file, by);
        }
        return Optional.empty();
    }

    /** The person's open case in the shipment that holds it; empty where there is no such case, or none holds it. */
    @Transactional(readOnly = true)
    public Optional<HeldCase> held(String payeeNo) {
        return files.open(vault.digest("person", payeeNo))
                .flatMap(file -> file.enclosedIn().map(number -> new HeldCase(file.id(), number)));
    }

    private Optional<String> refused(String reason, String words, String payeeNo, Actor by) {
        trail.refused("receipt-refused", reason, Map.of("payee", payeeNo), by);
        return Optional.of(words);
    }

    private void bar(CaseFile file, Actor by) {
        List<Rejection> why = new ArrayList<>(file.exclusions());
        if (!why.contains(SEEN)) {
            why.add(SEEN);
        }
        CaseFile barred = file.excluded(why);
        files.update(barred);
        trail.moved(barred, by);
    }

    /**
     * Takes a receipt back, such as one entered for the wrong person. The next answer of the source decides about the case.
     *
     * @param reason in words; goes into the chain as a commitment
     * @return whether it was waiting
     */
    @Transactional
    public boolean takeBack(UUID id, String reason, Actor by) {
        Optional<UUID> caseId = receipts.end(id, "TAKEN_BACK", clock.instant());
        caseId.ifPresent(one -> trail.explained("receipt-taken-back", one, by, reason));
        return caseId.isPresent();
    }

    /**
     * Those whose payment the source has not posted yet, the oldest first; without protected persons, who stand in no list.
     *
     * @param viewer looks; the look goes into the chain
     */
    @Transactional
    public List<PaymentReceipt> waiting(Actor viewer) {
        List<PaymentReceipt> waiting = receipts.waiting(this::isLate).stream()
                .filter(receipt -> !files.get(receipt.caseId()).isProtected())
                .toList();
        trail.noted("receipts-listed", waiting.size(), viewer);
        return waiting;
    }

    /** How many ought to have been posted by now. */
    @Transactional(readOnly = true)
    public int overdue() {
        return (int) receipts.waiting(this::isLate).stream()
                .filter(PaymentReceipt::overdue)
                .count();
    }

    private boolean isLate(LocalDate seenOn) {
        return calendar.plus(seenOn, daysToPost).isBefore(LocalDate.now(clock));
    }
}
