package jp.kakehashi.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.register.Actor;
import jp.kakehashi.source.Facts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Shows cases to officers; every look is in the chain. */
@Component
@Profile("ward")
class CaseDesk {

    /** The role in which the section chief acts: the only one to whom a confidential reason is told. */
    private static final String MANAGER = "PRIVACY_MANAGER";

    private final CaseFiles files;
    private final Screener screener;
    private final Trail trail;
    private final Assignments assignments;
    private final Circumstances circumstances;
    private final Cells cells;
    private final Differences differences;
    private final ReasonWriter reasons;
    private final WhyNotSuspended whyNotSuspended;
    private final Clock clock;

    CaseDesk(
            CaseFiles files,
            Screener screener,
            Trail trail,
            Assignments assignments,
            Circumstances circumstances,
            Agreements agreements,
            Clock clock) {
        this.files = files;
        this.screener = screener;
        this.trail = trail;
        this.assignments = assignments;
        this.circumstances = circumstances;
        this.cells = new Cells(agreements.only());
        this.differences = new Differences(cells);
        this.whyNotSuspended = new WhyNotSuspended(agreements.only());
        this.reasons = new ReasonWriter(agreements.only().reasonText());
        this.clock = clock;
    }

    CaseView show(UUID id, Actor who) {
        CaseFile file = files.get(id);
        trail.noted("case-viewed", id, who, Map.of("state", file.state().name()));
        return view(file, who);
    }

    /** Protected persons stand in no list. */
    List<CaseView> in(CaseState state, boolean mine, Actor who) {
        List<CaseView> views = files.in(state).stream()
                .filter(file -> !file.isProtected())
                .map(file -> view(file, who))
                .filter(view ->
                        !mine || view.officer().filter(who.account()::equals).isPresent())
                .toList();
        trail.listed(state, views.size(), who);
        return views;
    }

    private CaseView view(CaseFile file, Actor who) {
        boolean manager = who.role().equals(MANAGER);
        boolean masked = isConfidential(file) && !manager;
        Optional<Facts> facts = masked || file.state() == CaseState.EXCLUDED ? Optional.empty() : file.facts();
        return new CaseView(
                file.id(),
                file.state(),
                facts.map(Facts::digest).orElse(""),
                facts.map(known -> cells.of(known.person(), reason(file, known)))
                        .orElse(Map.of()),
                facts.filter(known -> whyNotSuspended.isAsked(known, LocalDate.now(clock)))
                        .isPresent(),
                facts.map(known -> whyNotSuspended(file)).orElse(""),
                facts.map(screener::warnings).orElse(List.of()),
                masked ? List.of(Reason.MASKED) : exclusions(file),
                manager && circumstances.standFor(file.id()),
                facts.flatMap(now -> file.confirmed().map(then -> differences.between(then.facts(), now)))
                        .orElse(List.<String>of()),
                file.asOf(),
                file.enclosedIn(),
                assignments.of(file.id()),
                trail.of(file.id()));
    }

    /** The line confirmed with each of these cases, where there is one. */
    Map<UUID, String> whyNotSuspended(List<UUID> caseIds) {
        Map<UUID, String> lines = new HashMap<>();
        caseIds.forEach(id -> lines.put(id, whyNotSuspended(files.get(id))));
        return lines;
    }

    private static String whyNotSuspended(CaseFile file) {
        return file.confirmed().map(Confirmed::whyNotSuspended).orElse("");
    }

    /** The confirmed text as long as it holds, else a fresh proposal. */
    private String reason(CaseFile file, Facts facts) {
        boolean proposed =
                file.state() == CaseState.CANDIDATE || file.confirmed().isEmpty();
        LocalDate today = LocalDate.now(clock);
        if (proposed) {
            return facts.settled(today) ? "" : reasons.compose(facts, today);
        }
        return file.confirmed().get().reasonText();
    }

    private static List<String> exclusions(CaseFile file) {
        return file.exclusions().stream().map(Rejection::wordsForManager).toList();
    }

    private static boolean isConfidential(CaseFile file) {
        return file.exclusions().stream()
                .anyMatch(rejection -> rejection.reason().isConfidential());
    }
}
