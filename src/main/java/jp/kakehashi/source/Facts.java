package jp.kakehashi.source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * All that the tax database says about one payer, at one moment.
 *
 * @param person the payer
 * @param instalments every instalment that is or was in arrears, oldest first
 * @param events the work on them, oldest first
 * @param payments receipts, oldest first
 * @param asOf when the source was asked; no part of the digest
 */
public record Facts(
        Person person,
        List<Instalment> instalments,
        List<CollectionEvent> events,
        List<Payment> payments,
        Instant asOf) {

    private static final Comparator<Payment> BY_RECEIPT =
            Comparator.comparing(Payment::receivedOn).thenComparing(Payment::bill);

    /** Sorts the lists, so that the source's order never makes a difference. */
    public Facts {
        instalments = instalments.stream()
                .sorted(Comparator.comparing(Instalment::bill))
                .toList();
        events = events.stream()
                .sorted(Comparator.comparing(CollectionEvent::on).thenComparing(CollectionEvent::eventNo))
                .toList();
        payments = payments.stream().sorted(BY_RECEIPT).toList();
    }

    /** 宛名番号. */
    public String payeeNo() {
        return person.payeeNo();
    }

    /** The instalments that are in arrears on that day, oldest first. */
    public List<Instalment> arrears(LocalDate today) {
        return instalments.stream()
                .filter(instalment -> instalment.isInArrears(today))
                .toList();
    }

    /** Whether nothing is in arrears any more. */
    public boolean settled(LocalDate today) {
        return arrears(today).isEmpty();
    }

    /** SHA-256 of everything but {@link #asOf}, 64 lower-case hex digits: equal if, and only if, nothing changed. */
    public String digest() {
        return FactsText.digest(this);
    }

    /** As text, to be kept encrypted; read again by {@link #fromText}. */
    public String toText() {
        return FactsText.write(this);
    }

    /** Reads what {@link #toText} wrote. */
    public static Facts fromText(String text) {
        return FactsText.read(text);
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "Facts as of " + asOf;
    }
}
