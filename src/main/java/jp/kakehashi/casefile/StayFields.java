package jp.kakehashi.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.source.PeriodOfStay;
import jp.kakehashi.source.Person;
import jp.kakehashi.source.StatusOfResidence;

/** Status of residence, period of stay and its end. Nothing here judges whether a stay is lawful. */
final class StayFields {

    /** An application filed in time keeps the stay alive so long after its end (出入国管理及び難民認定法第20条第6項). */
    private static final int GRACE_MONTHS = 2;

    private final Person person;
    private final LocalDate today;
    private final List<Flaw> flaws = new ArrayList<>();

    private StayFields(Person person, LocalDate today) {
        this.person = person;
        this.today = today;
    }

    static List<Flaw> flaws(Person person, LocalDate today) {
        StayFields fields = new StayFields(person, today);
        Optional<StatusOfResidence> status =
                person.statusOfResidence().flatMap(label -> StatusOfResidence.of(label, today));
        fields.status(status);
        fields.period(status);
        fields.expiry(status);
        return fields.flaws;
    }

    private void status(Optional<StatusOfResidence> status) {
        if (status.isEmpty()) {
            flaws.add(Flaw.block(Item.STATUS_OF_RESIDENCE, "記載がないか、在留資格の名称ではありません"));
        } else if (!status.get().hasCard()) {
            flaws.add(Flaw.block(Item.STATUS_OF_RESIDENCE, "在留カードが交付されない在留資格です"));
        }
    }

    private void period(Optional<StatusOfResidence> status) {
        Optional<PeriodOfStay> period = person.periodOfStay().flatMap(PeriodOfStay::parse);
        if (period.isEmpty()) {
            flaws.add(Flaw.block(Item.PERIOD_OF_STAY, "記載がないか、期間の形式ではありません"));
        } else if (status.isPresent() && !status.get().isUsual(period.get())) {
            flaws.add(Flaw.warn(Item.PERIOD_OF_STAY, "この在留資格では通常ない期間です"));
        }
    }

    private void expiry(Optional<StatusOfResidence> status) {
        boolean unlimited = status.filter(StatusOfResidence::isUnlimited).isPresent();
        if (person.stayExpiresOn().isEmpty()) {
            if (!unlimited) {
                flaws.add(Flaw.block(Item.STAY_EXPIRES_ON, "記載がありません"));
            }
            return;
        }
        LocalDate end = person.stayExpiresOn().get();
        if (end.plusMonths(GRACE_MONTHS).isBefore(today)) {
            flaws.add(Flaw.block(Item.STAY_EXPIRES_ON, "登録された満了の日から2月を超えています。登録内容を確認してください"));
        } else if (end.isBefore(today)) {
            flaws.add(Flaw.warn(Item.STAY_EXPIRES_ON, "在留期間の特例（満了後2月）に該当する可能性"));
        }
    }
}
