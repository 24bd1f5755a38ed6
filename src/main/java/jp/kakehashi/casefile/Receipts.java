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

    void add(UUID id, UUID caseId, LocalDate paidOn, Instant at, String by) {
        ledger.sql(ADD)
                .param("id", id)
                .param("case", caseId)
                .param("paid", vault.sealText(paidOn.toString(), context(id)))
                .param("at", Timestamp.from(at))
                .param("by", by)
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

    /** Ends those of a case whose payment these facts show as posted; whether others still wait. */
    boolean waitsAfter(UUID caseId, Facts facts) {
        Map<UUID, LocalDate> waiting = of(caseId);
        waiting.entrySet().removeIf(receipt -> isPosted(receipt.getValue(), facts) && posted(receipt.getKey(), caseId));
        return !waiting.isEmpty();
    }

    private boolean posted(UUID id, UUID caseId) {
        end(id, "POSTED", clock.instant());
        trail.noted("receipt-posted", caseId, Actor.machine("source"), Map.of());
        return true;
    }

    private static boolean isPosted(LocalDate paidOn, Facts facts) {
        return facts.payments().stream()
                .anyMatch(payment ->
                        payment.receivedOn().equals(paidOn) && !payment.isUnposted() && !payment.isReversed());
    }

    private Map<UUID, LocalDate> of(UUID caseId) {
        Map<UUID, LocalDate> found = new LinkedHashMap<>();
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
                            opened(id, row.getBytes("paid_on")),
                            seenAt,
                            row.getString("seen_by"),
                            overdue.test(LocalDate.ofInstant(seenAt, clock.getZone())));
                })
                .list();
    }

    private LocalDate opened(UUID id, byte[] kept) {
        return LocalDate.parse(vault.openText(kept, context(id)));
    }

    private static String context(UUID id) {
        return "payment_receipt.paid_on:" + id;
    }
}
