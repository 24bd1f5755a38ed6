package jp.kakehashi.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.register.Actor;
import jp.kakehashi.source.Facts;
import jp.kakehashi.source.RomanName;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Cases on their way into a shipment and out of it. */
@Component
@Profile("ward")
class Providing {

    private static final Actor SHIPMENT = Actor.machine("shipment");
    private static final Comparator<CaseFile> BY_EXPIRY_THEN_NAME = Comparator.comparing((CaseFile file) ->
                    file.facts().orElseThrow().person().stayExpiresOn().orElse(LocalDate.MAX))
            .thenComparing(file -> file.facts()
                    .orElseThrow()
                    .person()
                    .nameRoman()
                    .map(RomanName::text)
                    .orElse(""))
            .thenComparing(CaseFile::id);

    private final CaseFiles files;
    private final Enclosures enclosures;
    private final Trail trail;
    private final Cells cells;
    private final Policies policies;
    private final StandingAgain again;
    private final Vault vault;
    private final Clock clock;

    Providing(
            CaseFiles files,
            Enclosures enclosures,
            Trail trail,
            StandingAgain again,
            Agreements agreements,
            Vault vault,
            Clock clock) {
        this.files = files;
        this.enclosures = enclosures;
        this.trail = trail;
        this.cells = new Cells(agreements.only());
        this.policies = new Policies(agreements.only());
        this.again = again;
        this.vault = vault;
        this.clock = clock;
    }

    List<Row> ready() {
        return rows(free());
    }

    List<Row> ready(Set<UUID> caseIds) {
        files.lock(caseIds);
        return ready().stream().filter(row -> caseIds.contains(row.caseId())).toList();
    }

    int countFree() {
        return files.countFree();
    }

    FullList fullList(Set<String> acknowledged) {
        return fullList(free(), acknowledged);
    }

    FullList fullList(Set<UUID> caseIds, Set<String> acknowledged) {
        Set<UUID> all = new HashSet<>(caseIds);
        all.addAll(files.provided().values());
        files.lock(all);
        return fullList(free().filter(file -> caseIds.contains(file.id())), acknowledged);
    }

    private FullList fullList(Stream<CaseFile> added, Set<String> acknowledged) {
        List<CaseFile> provided = files.in(CaseState.PROVIDED);
        List<CaseFile> standing = provided.stream()
                .filter(file -> again.isAllowed(file, acknowledged))
                .toList();
        return new FullList(
                rows(Stream.concat(added, standing.stream())),
                standing.stream().map(CaseFile::id).collect(Collectors.toSet()),
                provided.size() - standing.size());
    }

    private Stream<CaseFile> free() {
        return files.in(CaseState.READY).stream()
                .filter(file -> file.enclosedIn().isEmpty());
    }

    private List<Row> rows(Stream<CaseFile> chosen) {
        return chosen.sorted(BY_EXPIRY_THEN_NAME).map(this::row).toList();
    }

    List<String> payees(List<UUID> caseIds) {
        files.lock(caseIds);
        return caseIds.stream()
                .flatMap(id -> files.get(id).facts().stream())
                .map(Facts::payeeNo)
                .toList();
    }

    Map<UUID, Standing> standings(List<UUID> caseIds, Instant since) {
        // The ledger keeps microseconds.
        Instant from = since.truncatedTo(ChronoUnit.MICROS);
        Map<UUID, Standing> standings = new LinkedHashMap<>();
        for (UUID id : caseIds) {
            CaseFile file = files.get(id);
            if (file.state() == CaseState.EXCLUDED || !file.asOf().isBefore(from)) {
                standings.put(id, standing(file));
            }
        }
        return standings;
    }

    void enclosed(List<UUID> caseIds, String controlNumber) {
        files.lock(caseIds);
        for (UUID id : caseIds) {
            CaseFile file = files.get(id);
            if (file.enclosedIn().filter(controlNumber::equals).isPresent()) {
                continue;
            }
            if (file.state() != CaseState.READY || !enclosures.enclose(id, controlNumber)) {
                throw new IllegalStateException("case %s is %s%s: it cannot be enclosed in %s"
                        .formatted(
                                id,
                                file.state(),
                                file.enclosedIn()
                                        .map(other -> " and in " + other)
                                        .orElse(""),
                                controlNumber));
            }
            trail.noted("case-enclosed", id, SHIPMENT, Map.of("shipment", controlNumber));
        }
    }

    void enclosedAgain(Set<UUID> caseIds, String controlNumber, Set<String> acknowledged) {
        files.lock(caseIds);
        for (UUID id : caseIds) {
            CaseFile file = files.get(id);
            boolean held = file.state() == CaseState.PROVIDED
                    && file.enclosedIn()
                            .filter(acknowledged::contains)
                            .filter(told -> enclosures.encloseAgain(id, controlNumber, told))
                            .isPresent();
            if (!held) {
                throw new IllegalStateException(
                        "case %s is %s, by no acknowledged shipment: it cannot stand again in %s"
                                .formatted(id, file.state(), controlNumber));
            }
            trail.noted("case-enclosed-again", id, SHIPMENT, Map.of("shipment", controlNumber));
        }
    }

    /** Whatever happened to the case meanwhile, the bureau knows: it is PROVIDED, and the next finding may make a duty of it. */
    void provided(List<UUID> caseIds, String controlNumber) {
        files.lock(caseIds);
        for (UUID id : caseIds) {
            CaseFile file = files.get(id);
            if (file.enclosedIn().filter(controlNumber::equals).isPresent()
                    && file.state().isBeforeProvision()) {
                move(provided(file));
            }
        }
    }

    void notProvided(List<UUID> caseIds, String controlNumber) {
        files.lock(caseIds);
        for (UUID id : caseIds) {
            CaseFile file = files.get(id);
            if (enclosures.release(id, controlNumber)) {
                released(file);
            }
        }
    }

    /** Whoever may have been provided stays provided: where an earlier shipment has told the bureau, no state moves. */
    private void released(CaseFile held) {
        Map<String, String> from = Map.of("shipment", held.enclosedIn().orElseThrow());
        if (held.standsAgain()) {
            trail.noted("case-not-provided-again", held.id(), SHIPMENT, from);
        } else {
            move(held.releasedFromShipment());
            trail.noted("case-not-provided", held.id(), SHIPMENT, from);
        }
    }

    List<UUID> provided(List<String> personKeys) {
        Map<String, UUID> provided = files.provided();
        return personKeys.stream()
                .filter(provided::containsKey)
                .map(provided::get)
                .toList();
    }

    List<String> personsWithCard(String cardNumber) {
        return files.personsWithCard(vault.digest("card", cardNumber));
    }

    private CaseFile provided(CaseFile file) {
        List<Rejection> endings = policies.endings(file.exclusions());
        CaseFile provided = file.in(CaseState.PROVIDED, endings);
        return provided.in(
                Ending.of(provided, file.facts().orElseThrow(), endings, LocalDate.now(clock), clock.getZone()),
                endings);
    }

    private void move(CaseFile file) {
        files.update(file);
        trail.moved(file, SHIPMENT);
    }

    private Row row(CaseFile file) {
        String reason = file.confirmed().orElseThrow().reasonText();
        Map<Item, String> row = cells.of(file.facts().orElseThrow().person(), reason);
        return new Row(
                file.id(),
                file.personKey(),
                file.facts().orElseThrow().payeeNo(),
                row,
                vault.digest("row", Cells.canonical(row)));
    }

    private Standing standing(CaseFile file) {
        return switch (file.state()) {
            case READY -> new Standing.Belongs(file.asOf());
            case PROVIDED -> again.standing(file);
            case CANDIDATE -> new Standing.NoLonger(List.of(Reason.FACTS_CHANGED));
            case EXCLUDED, WITHDRAWAL_DUE ->
                new Standing.NoLonger(
                        file.exclusions().stream().map(Rejection::reason).toList());
            case RESOLUTION_DUE, RESOLVED, WITHDRAWN, CLOSED -> new Standing.NoLonger(List.of(Reason.NO_ARREARS));
        };
    }
}
