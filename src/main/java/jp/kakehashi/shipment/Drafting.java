package jp.kakehashi.shipment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.calendar.FiscalYear;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.casefile.FullList;
import jp.kakehashi.casefile.Row;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Sha256;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Making a draft out of confirmed cases, deciding it, and giving it up. */
@Service
@Profile("ward")
public class Drafting {

    private static final Actor YEAR_END = Actor.machine("ward-60-year-end");

    private static final ShipmentState[] UNSENT = {
        ShipmentState.DRAFTED, ShipmentState.DECIDED, ShipmentState.SEALED, ShipmentState.REFUSED
    };

    private static final Set<DocumentKind> OF_ITS_YEAR = EnumSet.of(DocumentKind.PROVISION, DocumentKind.NIL_NOTICE);

    private final ShipmentLedger shipments;
    private final ShipmentRows rows;
    private final ControlNumbers numbers;
    private final Cases cases;
    private final Agreements agreements;
    private final TestExchanges testExchanges;
    private final StandingDecider standing;
    private final Acts acts;
    private final Clock clock;

    Drafting(
            ShipmentLedger shipments,
            ShipmentRows rows,
            ControlNumbers numbers,
            Cases cases,
            Agreements agreements,
            TestExchanges testExchanges,
            StandingDecider standing,
            Acts acts,
            Clock clock) {
        this.shipments = shipments;
        this.rows = rows;
        this.numbers = numbers;
        this.cases = cases;
        this.agreements = agreements;
        this.testExchanges = testExchanges;
        this.standing = standing;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Drafts a ② of confirmed cases; where a full list is agreed, with everyone who stands in it again.
     *
     * @param caseIds cases that are READY and in no open shipment; any other is left out
     * @param by the drafter, who may not be its witness
     * @return the control number; refused outside the agreement's period, while the test exchange is missing, or when no
     *     case of these can go
     */
    @Transactional
    public DraftAnswer draftProvision(Set<UUID> caseIds, Actor by) {
        Agreement agreement = agreements.only();
        if (!agreement.covers(DocumentKind.PROVISION, LocalDate.now(clock))) {
            return refused(agreement, "本日は取決めで定めた提供の期間外です。", by);
        }
        ZipMethod method = agreement.zip().method();
        Optional<Refusal> untested = testExchanges.missing(agreement, method);
        if (untested.isPresent()) {
            return refused(agreement, untested.get().reason(), by);
        }
        Set<String> acknowledged = acknowledged();
        FullList list = agreement.documents().provisionIsFullList()
                ? cases.fullList(caseIds, acknowledged)
                : new FullList(cases.ready(caseIds), Set.of(), 0);
        if (list.rows().isEmpty()) {
            return refused(agreement, "確認済で、ほかの送付に含まれていない事案がありません。", by);
        }
        requireEachPersonOnce(list.rows());
        String number = draft(agreement, DocumentKind.PROVISION, method, list.rows(), by);
        cases.enclosed(list.added(), number);
        cases.enclosedAgain(list.again(), number, acknowledged);
        return new DraftAnswer.Drafted(number);
    }

    /** What a ② of all confirmed cases would hold today. */
    @Transactional(readOnly = true)
    public FullList prospect() {
        return agreements.only().documents().provisionIsFullList()
                ? cases.fullList(acknowledged())
                : new FullList(cases.ready(), Set.of(), 0);
    }

    /**
     * Drafts a test exchange (送受信試験): one fictitious row, of nobody's case.
     *
     * @param method the agreed method to be tried
     * @param by the drafter, who may not be its witness
     * @return the control number; refused outside the agreement's period of tests, or for a method that is not agreed
     */
    @Transactional
    public DraftAnswer draftTest(ZipMethod method, Actor by) {
        Agreement agreement = agreements.only();
        if (!agreement.covers(DocumentKind.TEST, LocalDate.now(clock))) {
            return refused(agreement, "本日は取決めで定めた送受信試験の期間外です。", by);
        }
        return agreement.zip().agrees(method)
                ? new DraftAnswer.Drafted(
                        draft(agreement, DocumentKind.TEST, method, List.of(TestRow.of(agreement)), by))
                : refused(agreement, "暗号化方式 " + method.label() + " は、取決めにありません。", by);
    }

    /** There is no control number yet: what was refused is a draft under this agreement. */
    private DraftAnswer refused(Agreement agreement, String why, Actor by) {
        acts.refused(by, agreement.id(), why);
        return new DraftAnswer.Refused(why);
    }

    /** Whose receipt the recipient has confirmed: nothing takes them back any more. */
    private Set<String> acknowledged() {
        return shipments.numbers(DocumentKind.PROVISION, ShipmentState.ACKNOWLEDGED);
    }

    /** A draft of any kind; one that a standing decision covers, and whose path is tested, is decided at once. */
    String draft(Agreement agreement, DocumentKind kind, ZipMethod method, List<Row> chosen, Actor by) {
        String number = numbers.next();
        String digest = contentDigest(chosen);
        shipments.insert(number, agreement, kind, method, by.account(), clock.instant(), digest);
        rows.insert(number, chosen);
        acts.note(
                by,
                "drafted",
                number,
                Map.of("rows", Integer.toString(chosen.size()), "content", digest, "zip", method.name()));
        if (testExchanges.missing(agreement, kind, method).isEmpty()) {
            standing.decide(shipments.locked(number)).ifPresent(decider -> becomesDecided(number, digest, decider));
        }
        return number;
    }

    private boolean becomesDecided(String number, String digest, Actor by) {
        boolean decided = shipments.move(number, ShipmentState.DECIDED, ShipmentState.DRAFTED);
        if (decided) {
            acts.note(by, "decided", number, Map.of("content", digest));
        }
        return decided;
    }

    /**
     * Takes note that the rows were decided (決裁); the decision itself stands in {@code release}.
     *
     * @param contentDigest what was decided
     * @return a refusal if the shipment is no draft, its contents are others, or its path is untested
     */
    @Transactional
    public Optional<Refusal> decided(String controlNumber, String contentDigest, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        if (!shipment.contentDigest().equals(contentDigest)) {
            return Refusal.because("内容が変わっています。もう一度内容を確認してください。");
        }
        Optional<Refusal> untested =
                testExchanges.missing(agreements.of(shipment.agreement()), shipment.kind(), shipment.zip());
        if (untested.isPresent()) {
            return untested;
        }
        return becomesDecided(controlNumber, contentDigest, by)
                ? Refusal.none()
                : Refusal.because("作成中の送付ではありません（" + shipment.state().label() + "）。");
    }

    /**
     * Gives up a shipment that was never posted, nor may have been; its cases are READY again, or provided as they were.
     *
     * @param reason why, in the officer's words without personal data
     */
    @Transactional
    public Optional<Refusal> cancel(String controlNumber, String reason, Actor by) {
        Shipment shipment = shipments.locked(controlNumber);
        if (shipment.postedAt().isPresent()) {
            return acts.refused(
                    by, controlNumber, "一度送信した、または送信した可能性のある送付は取りやめできません。届いていないことを提供先に確認したときは、不達として記録してください。");
        }
        if (!shipments.move(controlNumber, ShipmentState.CANCELLED, UNSENT)) {
            return acts.refused(
                    by, controlNumber, "この状態では取りやめできません（" + shipment.state().label() + "）。");
        }
        cases.notProvided(rows.caseIds(controlNumber), controlNumber);
        shipments.remark(controlNumber, reason);
        acts.note(by, "cancelled", controlNumber);
        return Refusal.none();
    }

    /**
     * With its fiscal year every ② or nil notice lapses that was drafted in it and never sent, nor may have been: who decided
     * it and what it was decided under belong to that year. What was sent, and every other kind, goes on.
     */
    @Transactional
    public void lapse() {
        FiscalYear year = FiscalYear.of(LocalDate.now(clock));
        shipments.all().stream()
                .filter(shipment -> OF_ITS_YEAR.contains(shipment.kind()))
                .filter(shipment -> yearOf(shipment).compareTo(year) < 0)
                .filter(shipment -> shipment.postedAt().isEmpty())
                .filter(shipment -> List.of(UNSENT).contains(shipment.state()))
                .forEach(shipment -> cancel(shipment.controlNumber(), "年度が終わったため、送信前の送付を取りやめました。", YEAR_END));
    }

    private FiscalYear yearOf(Shipment shipment) {
        return FiscalYear.of(LocalDate.ofInstant(shipment.draftedAt(), clock.getZone()));
    }

    private static String contentDigest(List<Row> rows) {
        String contents = rows.stream().map(Row::contentDigest).collect(Collectors.joining("\n"));
        return Sha256.hex(contents.getBytes(StandardCharsets.UTF_8));
    }

    private static void requireEachPersonOnce(List<Row> rows) {
        Set<String> people = new HashSet<>();
        for (Row row : rows) {
            if (!people.add(row.personKey())) {
                throw new IllegalStateException("case " + row.caseId() + " repeats a person of the same draft");
            }
        }
    }
}
