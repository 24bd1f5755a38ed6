package jp.kakehashi.source;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Merges the three results, each sorted by person, into one answer a person. Never more than one person's rows are in
 * memory.
 */
final class Understanding implements Iterator<Understanding.Answer> {

    /** What the rows say about one person. */
    sealed interface Answer {

        String payeeNo();

        record Understood(Facts facts) implements Answer {
            @Override
            public String payeeNo() {
                return facts.payeeNo();
            }
        }

        record NotUnderstood(String payeeNo, Instant asOf, Query query, String column) implements Answer {}
    }

    private final SortedRows cases;
    private final SortedRows events;
    private final SortedRows payments;
    private final Instant asOf;

    Understanding(
            Iterator<Map<String, Object>> cases,
            Iterator<Map<String, Object>> events,
            Iterator<Map<String, Object>> payments,
            Instant asOf) {
        this.cases = new SortedRows(Query.CASES, cases);
        this.events = new SortedRows(Query.EVENTS, events);
        this.payments = new SortedRows(Query.PAYMENTS, payments);
        this.asOf = asOf;
    }

    @Override
    public boolean hasNext() {
        return cases.hasNext();
    }

    @Override
    public Answer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        String payeeNo = cases.nextPayee();
        List<SourceRow> caseRows = cases.take(payeeNo);
        List<SourceRow> eventRows = events.take(payeeNo);
        List<SourceRow> paymentRows = payments.take(payeeNo);
        try {
            return new Answer.Understood(facts(caseRows, eventRows, paymentRows));
        } catch (SourceRow.MistypedColumn e) {
            return new Answer.NotUnderstood(payeeNo, asOf, e.query(), e.column());
        }
    }

    private Facts facts(List<SourceRow> caseRows, List<SourceRow> eventRows, List<SourceRow> paymentRows) {
        Person person = PersonColumns.read(caseRows.get(0));
        return new Facts(
                person,
                instalments(caseRows, person),
                eventRows.stream().map(Understanding::event).toList(),
                paymentRows.stream().map(Understanding::payment).toList(),
                asOf);
    }

    /** Every row says the same of the person, and speaks of another bill. */
    private static List<Instalment> instalments(List<SourceRow> rows, Person person) {
        Map<BillId, Instalment> instalments = new LinkedHashMap<>();
        for (SourceRow row : rows) {
            if (!PersonColumns.read(row).equals(person)) {
                throw row.mistyped("payee_no");
            }
            if (instalments.put(row.requiredBill(), instalment(row)) != null) {
                throw row.mistyped("instalment_no");
            }
        }
        return List.copyOf(instalments.values());
    }

    private static Instalment instalment(SourceRow row) {
        return new Instalment(
                row.requiredBill(),
                row.requiredDate("due_on"),
                row.requiredCode("instalment_state", InstalmentState.class),
                row.date("limitation_on"),
                row.flag("disputed"));
    }

    private static CollectionEvent event(SourceRow row) {
        return new CollectionEvent(
                row.requiredText("event_no"),
                row.requiredCode("event_kind", EventKind.class),
                row.requiredDate("happened_on"),
                row.code("language", Language.class),
                row.code("asset", Asset.class),
                row.code("outcome", SearchOutcome.class),
                row.bill());
    }

    private static Payment payment(SourceRow row) {
        return new Payment(
                row.requiredBill(),
                row.requiredDate("received_on"),
                row.date("posted_on"),
                row.flag("provisional"),
                row.date("reversed_on"));
    }
}
