package jp.kakehashi.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import jp.kakehashi.register.Actor;
import jp.kakehashi.source.Facts;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The receipts seen at the counter, until their payment is posted. The day of payment is sealed for its own row. */
@Component
@Profile("ward")
class Receipts {

    private static final String ADD = """
            insert into payment_receipt (id, case_id, paid_on, seen_at, seen_by) values (:id, :case, :paid, :at, :by)
            """;
    private static final String WAITING = "select * from payment_receipt where ended_at is null order by seen_at, id";
    private static final String OF =
            "select id, paid_on from payment_receipt where case_id = :case and ended_at is null order by seen_at, id";
    private static final String END = """
            update payment_receipt set ended_at = :at, ended_as = :how where id = :id and ended_at is null
            """;

    private final JdbcClient ledger;
    private final Trail trail;
    private final Vault vault;
    private final Clock clock;

    Receipts(JdbcClient ledger, Trail trail, Vault vault, Clock clock) {
        this.ledger = ledger;
        this.trail = trail;
        this.vault = vault;
        this.clock = clock;
    }

    /** Adds one to a case. */
    void add(CaseFile file, LocalDate paidOn, Actor by) {
        UUID id = UUID.randomUUID();
        Paid paid = new Paid(paidOn, file.facts().map(facts -> Paid.posted(paidOn, facts)));
        ledger.sql(ADD)
                .param("id", id)
                .param("case", file.id())
                .param("paid", sealed(id, paid))
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.account())
                .update();
    }

    /** Ends one that waits; the case it barred. */
    Optional<UUID> end(UUID id, String how, Instant at) {
        int ended = ledger.sql(END)
                .param("at", Timestamp.from(at))
                .param("how", how)
                .param("id", id)
                .update();
        return ended == 0
                ? Optional.empty()
                : Optional.of(ledger.sql("select case_id from payment_receipt where id = :id")
                        .param("id", id)
                        .query(UUID.class)
                        .single());
    }

    /** Whether one waits for its payment to be posted. */
    boolean isWaiting(UUID caseId) {
        return !of(caseId).isEmpty();
    }

    /** Ends those of a case whose payment these facts show as posted; whether others still wait. */
    boolean waitsAfter(UUID caseId, Facts facts) {
        boolean waits = false;
        for (Map.Entry<UUID, Paid> receipt : of(caseId).entrySet()) {
            if (receipt.getValue().isPostedIn(facts)) {
                end(receipt.getKey(), "POSTED", clock.instant());
                trail.noted("receipt-posted", caseId, Actor.machine("source"), Map.of());
            } else {
                remember(receipt.getKey(), receipt.getValue(), facts);
                waits = true;
            }
        }
        return waits;
    }

    /** Of an excluded person no facts were known when the receipt was shown: these are the first. */
    private void remember(UUID id, Paid paid, Facts facts) {
        if (paid.known().isEmpty()) {
            Paid since = new Paid(paid.on(), Optional.of(Paid.posted(paid.on(), facts)));
            ledger.sql("update payment_receipt set paid_on = :paid where id = :id")
                    .param("paid", sealed(id, since))
                    .param("id", id)
                    .update();
        }
    }

    private Map<UUID, Paid> of(UUID caseId) {
        Map<UUID, Paid> found = new LinkedHashMap<>();
        ledger.sql(OF).param("case", caseId).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            found.put(id, opened(id, row.getBytes("paid_on")));
        });
        return found;
    }

    /**
     * All that wait.
     *
     * @param overdue whether one seen on this day waits too long
     */
    List<PaymentReceipt> waiting(Predicate<LocalDate> overdue) {
        return ledger.sql(WAITING)
                .query((row, index) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Instant seenAt = row.getTimestamp("seen_at").toInstant();
                    return new PaymentReceipt(
                            id,
                            row.getObject("case_id", UUID.class),
                            opened(id, row.getBytes("paid_on")).on(),
                            seenAt,
                            row.getString("seen_by"),
                            overdue.test(LocalDate.ofInstant(seenAt, clock.getZone())));
                })
                .list();
    }

    /**
     * The day on a receipt, and how many payments of that day the source had posted before: one more is this one.
     *
     * @param known empty as long as the source has not been heard
     */
    private record Paid(LocalDate on, Optional<Long> known) {

        static long posted(LocalDate paidOn, Facts facts) {
            return facts.payments().stream()
                    .filter(payment ->
                            payment.receivedOn().equals(paidOn) && !payment.isUnposted() && !payment.isReversed())
                    .count();
        }

        boolean isPostedIn(Facts facts) {
            return known.filter(before -> posted(on, facts) > before).isPresent();
        }
    }

    private byte[] sealed(UUID id, Paid paid) {
        String known = paid.known().map(Object::toString).orElse("");
        return vault.sealText(paid.on() + "/" + known, context(id));
    }

    private Paid opened(UUID id, byte[] kept) {
        String[] parts = vault.openText(kept, context(id)).split("/", -1);
        Optional<Long> known = parts[1].isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(parts[1]));
        return new Paid(LocalDate.parse(parts[0]), known);
    }

    private static String context(UUID id) {
        return "payment_receipt.paid_on:" + id;
    }
}
