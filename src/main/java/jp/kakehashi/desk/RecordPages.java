package jp.kakehashi.desk;

import static jp.kakehashi.people.Role.AUDITOR;
import static jp.kakehashi.people.Role.HANDLER;
import static jp.kakehashi.people.Role.PRIVACY_MANAGER;
import static jp.kakehashi.people.Role.WITNESS;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakehashi.mailroom.LetterView;
import jp.kakehashi.mailroom.Outbox;
import jp.kakehashi.people.People;
import jp.kakehashi.register.Actor;
import jp.kakehashi.release.SittingRecord;
import jp.kakehashi.release.SittingRecords;
import jp.kakehashi.shipment.Reconciling;
import jp.kakehashi.shipment.Shipments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 送信立会記録, to be printed: no name of a person concerned stands in it. */
@Controller
@Profile("ward")
class RecordPages {

    private final SittingRecords records;
    private final Shipments shipments;
    private final Reconciling reconciling;
    private final Outbox outbox;
    private final People people;
    private final Clock clock;

    RecordPages(
            SittingRecords records,
            Shipments shipments,
            Reconciling reconciling,
            Outbox outbox,
            People people,
            Clock clock) {
        this.records = records;
        this.shipments = shipments;
        this.reconciling = reconciling;
        this.outbox = outbox;
        this.people = people;
        this.clock = clock;
    }

    @Bean
    @Order(310)
    static Place recordsPlace() {
        return Place.of("/records", "records", HANDLER, WITNESS, PRIVACY_MANAGER, AUDITOR)
                .in(PlaceGroup.RECORDS);
    }

    @GetMapping("/records")
    String all(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("records", Leaf.of(records.all(), page));
        return "records";
    }

    @GetMapping("/records/{sitting}")
    String one(
            @Holding({HANDLER, WITNESS, PRIVACY_MANAGER, AUDITOR}) Actor viewer,
            @PathVariable UUID sitting,
            Model model) {
        SittingRecord record = Found.in(records.of(sitting, viewer));
        Map<SittingRecord.Signed, List<LetterView>> letters = new HashMap<>();
        Map<SittingRecord.Signed, Map<String, Long>> dropped = new HashMap<>();
        Map<SittingRecord.Signed, String> reconciled = new HashMap<>();
        for (SittingRecord.Signed one : record.documents()) {
            String number = one.signing().controlNumber();
            letters.put(one, letters(one));
            dropped.put(one, dropped(number, viewer));
            reconciling
                    .signedBy(number, one.signing().parcelSha256())
                    .flatMap(people::person)
                    .ifPresent(person -> reconciled.put(one, person.name()));
        }
        model.addAttribute("record", record);
        model.addAttribute("letters", letters);
        model.addAttribute("dropped", dropped);
        model.addAttribute("reconciled", reconciled);
        model.addAttribute("now", clock.instant());
        return "record";
    }

    private List<LetterView> letters(SittingRecord.Signed one) {
        return outbox.letters(one.signing().controlNumber()).stream()
                .filter(letter -> one.covers(letter.queuedAt()))
                .toList();
    }

    /** Why people were dropped → how many for that reason. */
    private Map<String, Long> dropped(String number, Actor viewer) {
        return shipments.dropped(number, viewer).stream()
                .collect(
                        Collectors.groupingBy(row -> row.dropped().orElseThrow(), TreeMap::new, Collectors.counting()));
    }
}
