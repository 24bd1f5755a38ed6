package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.HANDLER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kakehashi.mailroom.LetterView;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.people.Person;
import jp.kakehashi.release.Agenda;
import jp.kakehashi.release.Sittings;
import jp.kakehashi.release.ToSend;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 送信立会い 「本日の送信」: opening one, where each of its documents stands, ending it. */
@Controller
@Profile("ward")
class SittingPages {

    private static final int SECONDS_BETWEEN_LOOKS = 2;

    private final Sittings sittings;
    private final Agenda agenda;
    private final Outbox outbox;

    SittingPages(Sittings sittings, Agenda agenda, Outbox outbox) {
        this.sittings = sittings;
        this.agenda = agenda;
        this.outbox = outbox;
    }

    @GetMapping("/sitting")
    String today(@Holding(HANDLER) Person operator, Model model) {
        model.addAttribute("documents", agenda.today());
        return "sittings";
    }

    @PostMapping("/sitting")
    String open(@Holding(HANDLER) Person operator) {
        return Afterwards.at("/sitting/" + sittings.open(operator));
    }

    @GetMapping("/sitting/{sitting}")
    String documents(@Holding(HANDLER) Person operator, @PathVariable UUID sitting, Model model) {
        Found.in(sittings.operator(sitting).filter(operator.account()::equals));
        model.addAttribute("sitting", sitting);
        show(agenda.of(sitting), model);
        return "sitting";
    }

    @PostMapping("/sitting/{sitting}/end")
    String end(@Holding(HANDLER) Person operator, @PathVariable UUID sitting, RedirectAttributes flash) {
        Found.in(sittings.operator(sitting).filter(operator.account()::equals));
        return Afterwards.at("/", sittings.end(sitting, operator), flash);
    }

    private void show(List<ToSend> documents, Model model) {
        model.addAttribute("documents", documents);
        model.addAttribute("answers", lastAnswers(documents));
        boolean witnessed = documents.stream().anyMatch(one -> one.step() == ToSend.Step.TO_WITNESS);
        model.addAttribute("toWitness", witnessed);
        boolean pending = documents.stream().anyMatch(ToSend::pending);
        model.addAttribute("pending", pending);
        if (pending && !witnessed) {
            // A page that renews itself would wipe what the witness is typing.
            model.addAttribute("refresh", SECONDS_BETWEEN_LOOKS);
        }
    }

    /** Control number → the latest attempt at posting, where there is one. */
    private Map<String, LetterView> lastAnswers(List<ToSend> documents) {
        Map<String, LetterView> answers = new HashMap<>();
        for (ToSend one : documents) {
            String number = one.shipment().controlNumber();
            outbox.letters(number).forEach(letter -> answers.put(number, letter));
        }
        return answers;
    }
}
