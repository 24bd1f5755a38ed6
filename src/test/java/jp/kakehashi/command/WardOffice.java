package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.casefile.CaseState;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.casefile.Confirmation;
import jp.kakehashi.casefile.Proviso;
import jp.kakehashi.mailroom.LetterView;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.people.People;
import jp.kakehashi.people.Person;
import jp.kakehashi.people.Role;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.release.CheckAnswer;
import jp.kakehashi.release.Decisions;
import jp.kakehashi.release.Sheet;
import jp.kakehashi.release.Sittings;
import jp.kakehashi.release.WitnessEntry;
import jp.kakehashi.release.Witnessing;
import jp.kakehashi.routing.Cadence;
import jp.kakehashi.shipment.DraftAnswer;
import jp.kakehashi.shipment.Drafting;
import jp.kakehashi.shipment.PasswordSlip;
import jp.kakehashi.shipment.Shipment;
import jp.kakehashi.shipment.ShipmentRow;
import jp.kakehashi.shipment.ShipmentState;
import jp.kakehashi.shipment.Shipments;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RouteController;

/** The ward's people at work in a running program: what a page would call, a test calls. */
class WardOffice {

    static final Instant MORNING = Instant.parse("2026-07-01T00:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    /** What every officer writes for the office alone. */
    static final String WHY_NOT_SUSPENDED = "架空の内部理由：就労収入があり、執行停止の要件に当たらない。";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final DemoAccounts accounts;
    private final Program program;

    /**
     * People at work.
     *
     * @param program the ward's
     * @param accounts theirs; they have been added to its ledger
     */
    WardOffice(Program program, DemoAccounts accounts) {
        this.program = program;
        this.accounts = accounts;
    }

    /** A running program, by its beans. */
    interface Program {
        <T> T bean(Class<T> type);
    }

    <T> T ward(Class<T> bean) {
        return program.bean(bean);
    }

    void poll() {
        ward(Cadence.class).fire("ward-10-poll");
    }

    void passes(Duration time) {
        ward(Cadence.class).set(ward(Clock.class).instant().plus(time));
    }

    Person person(DemoAccounts.Login login) {
        return ward(People.class).person(login.account()).orElseThrow();
    }

    Actor officer() {
        return person(accounts.officer()).as(Role.HANDLER, TODAY);
    }

    /** Confirms so many candidates. */
    Set<UUID> confirmed(int people) {
        List<Confirmation> words = ward(Cases.class).in(CaseState.CANDIDATE, officer()).stream()
                .limit(people)
                .map(found -> new Confirmation(
                        found.id(),
                        found.factsDigest(),
                        found.cells().get(Item.EXHAUSTION_REASON),
                        WHY_NOT_SUSPENDED,
                        nothingUnjust()))
                .toList();
        assertThat(ward(Cases.class).confirm(words, officer())).isEmpty();
        return words.stream().map(Confirmation::caseId).collect(Collectors.toSet());
    }

    private static Map<Proviso, Boolean> nothingUnjust() {
        Map<Proviso, Boolean> answers = new EnumMap<>(Proviso.class);
        Arrays.stream(Proviso.values()).forEach(question -> answers.put(question, false));
        return answers;
    }

    /** Confirms, drafts and decides a shipment of so many people; its control number. */
    String decided(int people) {
        return decided(ward(Drafting.class).draftProvision(confirmed(people), officer()));
    }

    /** The chief decides what was drafted; its control number. */
    String decided(DraftAnswer answer) {
        String number = ((DraftAnswer.Drafted) answer).controlNumber();
        String content = shipment(number).contentDigest();
        assertThat(ward(Decisions.class).decide(number, content, "", "", person(accounts.chief())))
                .isEmpty();
        return number;
    }

    /** Opens a sitting and has the shipment sealed in it. */
    UUID sitting(String number) {
        UUID sitting = ward(Sittings.class).open(person(accounts.officer()));
        assertThat(ward(Sittings.class).seal(sitting, number, person(accounts.officer())))
                .isEmpty();
        becomes(number, ShipmentState.SEALED);
        return sitting;
    }

    /** Operator and witness sign what is sealed now. */
    void sign(UUID sitting, String number) {
        sign(sitting, number, accounts.witness());
    }

    /** Operator and this witness sign what is sealed now. */
    void sign(UUID sitting, String number, DemoAccounts.Login witness) {
        Sheet sheet = ward(Sittings.class).sheet(sitting, number, officer());
        String parcel = sheet.signing().parcelSha256();
        Person operator = person(accounts.officer());
        assertThat(ward(Sittings.class).operatorSigns(sitting, number, parcel, answer(sheet), operator))
                .isEmpty();
        String ticket = ((WitnessEntry.Admitted) enters(sitting, witness)).ticket();
        assertThat(ward(Witnessing.class).sign(sitting, number, parcel, ticket, answer(sheet), operator))
                .isEmpty();
    }

    /** Somebody enters ID and password inside the operator's page. */
    WitnessEntry enters(UUID sitting, DemoAccounts.Login login) {
        return ward(Witnessing.class)
                .enter(sitting, login.account(), login.password().toCharArray());
    }

    /** The right answer to the check question. */
    static CheckAnswer answer(Sheet sheet) {
        List<List<String>> rows = sheet.preview().rows();
        if (rows.isEmpty()) {
            return new CheckAnswer(0, sheet.signing().controlNumber().split("-")[1]);
        }
        String card =
                rows.get(sheet.signing().askedRow() - 1).get(sheet.preview().cardColumn());
        return new CheckAnswer(rows.size(), card.substring(card.length() - 4));
    }

    /** Something happens while a route stands still. */
    void meanwhile(String stillRoute, Runnable happens) {
        RouteController routes = ward(CamelContext.class).getRouteController();
        try {
            routes.suspendRoute(stillRoute);
            try {
                happens.run();
            } finally {
                routes.resumeRoute(stillRoute);
            }
        } catch (Exception e) {
            throw new IllegalStateException(stillRoute + " cannot be held still", e);
        }
    }

    /** Opens a sitting for what is sealed already. */
    UUID newSitting() {
        return ward(Sittings.class).open(person(accounts.officer()));
    }

    /** 宛名番号 of everyone still in a shipment, in the order of its rows. */
    List<String> payees(String number) {
        return ward(Cases.class)
                .payees(ward(Shipments.class).rows(number, officer()).stream()
                        .map(ShipmentRow::caseId)
                        .toList());
    }

    PasswordSlip slip(String number) {
        return ward(Shipments.class).passwords(number, officer());
    }

    /** The attempts at posting a shipment. */
    List<LetterView> letters(String number) {
        return ward(Outbox.class).letters(number);
    }

    /** Every act, as exported. */
    List<String> acts() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ward(Chain.class).export(out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The verb of every act about something that has this word in it. */
    List<String> acts(String word, String subject) {
        return acts().stream()
                .filter(act -> act.contains("\"subject\":\"" + subject + "\""))
                .map(act -> act.replaceAll(".*\"verb\":\"([^\"]*)\".*", "$1"))
                .filter(verb -> verb.contains(word))
                .toList();
    }

    Shipment shipment(String number) {
        return ward(Shipments.class).find(number).orElseThrow();
    }

    void becomes(String number, ShipmentState state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shipment(number).state()).isEqualTo(state));
    }
}
