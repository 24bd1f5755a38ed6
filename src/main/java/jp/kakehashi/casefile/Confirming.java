package jp.kakehashi.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.register.Actor;
import jp.kakehashi.source.Facts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Takes an officer's word on a case, if it is complete and about the facts as they are. */
@Component
@Profile("ward")
class Confirming {

    private final CaseFiles files;
    private final Screener screener;
    private final Circumstances circumstances;
    private final WhyNotSuspended whyNotSuspended;
    private final Trail trail;
    private final Clock clock;

    Confirming(
            CaseFiles files,
            Screener screener,
            Circumstances circumstances,
            Agreements agreements,
            Trail trail,
            Clock clock) {
        this.files = files;
        this.screener = screener;
        this.circumstances = circumstances;
        this.whyNotSuspended = new WhyNotSuspended(agreements.only());
        this.trail = trail;
        this.clock = clock;
    }

    List<NotConfirmed> confirm(List<Confirmation> confirmations, Actor by) {
        files.lock(confirmations.stream().map(Confirmation::caseId).toList());
        return confirmations.stream()
                .flatMap(confirmation -> confirm(confirmation, by).stream())
                .toList();
    }

    private Optional<NotConfirmed> confirm(Confirmation confirmation, Actor by) {
        CaseFile file = files.get(confirmation.caseId());
        if (confirmation.namesACircumstance() && file.state().isBeforeProvision()) {
            circumstances.setApart(file, by);
            return Optional.of(NotConfirmed.setApart(file.id()));
        }
        List<String> objections = objections(file, confirmation);
        if (objections.isEmpty()) {
            CaseFile ready = file.ready(confirmation.reasonText(), confirmation.whyNotSuspended());
            files.update(ready);
            trail.moved(ready, by);
            return Optional.empty();
        }
        trail.noted(
                "case-confirmation-refused", file.id(), by, Map.of("objections", Integer.toString(objections.size())));
        return Optional.of(new NotConfirmed(file.id(), objections));
    }

    private List<String> objections(CaseFile file, Confirmation confirmation) {
        boolean confirmable = file.state() == CaseState.CANDIDATE || file.state() == CaseState.READY;
        if (!confirmable || file.facts().isEmpty()) {
            return List.of("この状態では確認できません（%s）".formatted(file.state().label()));
        }
        if (file.enclosedIn().isPresent()) {
            return List.of("作成済みの送付（%s）に含まれています".formatted(file.enclosedIn().get()));
        }
        if (!file.facts().get().digest().equals(confirmation.factsDigest())) {
            return List.of("表示後に内容が変わりました。もう一度内容を確認してください");
        }
        List<String> objections = new ArrayList<>(ReasonLinter.objections(confirmation.reasonText()));
        objections.addAll(notInArrears(file.facts().get(), confirmation.reasonText()));
        objections.addAll(
                whyNotSuspended.objections(file.facts().get(), confirmation.whyNotSuspended(), LocalDate.now(clock)));
        objections.addAll(provisoObjections(confirmation.proviso()));
        screener.judge(file.facts().get()).forEach(rejection -> objections.add(rejection.words()));
        return objections;
    }

    /** Above all those past limitation: nothing may be said of them any more. */
    private List<String> notInArrears(Facts facts, String text) {
        LocalDate today = LocalDate.now(clock);
        return facts.instalments().stream()
                .filter(instalment -> !instalment.isInArrears(today))
                .map(instalment -> ReasonWriter.label(instalment.bill()))
                .filter(text::contains)
                .map("滞納中でない期別は理由に記載できません（%s）"::formatted)
                .toList();
    }

    private static List<String> provisoObjections(Map<Proviso, Boolean> answers) {
        return Stream.of(Proviso.values())
                .filter(proviso -> !answers.containsKey(proviso))
                .map(proviso -> "回答がありません: " + proviso.question())
                .toList();
    }
}
