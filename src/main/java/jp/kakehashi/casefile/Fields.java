package jp.kakehashi.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.agreement.Mode;
import jp.kakehashi.source.Person;

/** Judges the person's items, each by itself and together. */
final class Fields {

    private static final Pattern CARD = Pattern.compile("[A-Z]{2}[0-9]{8}[A-Z]{2}");
    private static final Pattern FICTITIOUS = Pattern.compile("ZZ[0-9]{8}ZZ");

    private final Mode mode;

    Fields(Mode mode) {
        this.mode = mode;
    }

    List<Flaw> flaws(Person person, LocalDate today) {
        List<Flaw> flaws = new ArrayList<>(NameFields.flaws(person));
        flaws.addAll(BirthFields.flaws(person, today));
        if (person.nationalityRegion().isEmpty()) {
            flaws.add(Flaw.block(Item.NATIONALITY_REGION, "記載がありません"));
        }
        person.cardNumber().ifPresent(number -> card(number, flaws));
        flaws.addAll(StayFields.flaws(person, today));
        return flaws;
    }

    private void card(String number, List<Flaw> flaws) {
        if (!CARD.matcher(number).matches()) {
            flaws.add(Flaw.block(Item.RESIDENCE_CARD_NUMBER, "英字2・数字8・英字2の形式ではありません"));
        } else if (FICTITIOUS.matcher(number).matches() != (mode == Mode.TRAINING)) {
            flaws.add(Flaw.block(Item.RESIDENCE_CARD_NUMBER, mode == Mode.TRAINING ? "研修では架空の番号に限ります" : "研修用の架空の番号です"));
        }
    }
}
