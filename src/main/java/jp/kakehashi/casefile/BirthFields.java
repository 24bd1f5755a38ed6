package jp.kakehashi.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kakehashi.agreement.Item;
import jp.kakehashi.source.BirthDate;
import jp.kakehashi.source.Person;
import jp.kakehashi.source.Sex;

/** Date of birth and sex. */
final class BirthFields {

    private static final int OLDEST = 130;
    private static final int ADULT = 18;

    private BirthFields() {}

    static List<Flaw> flaws(Person person, LocalDate today) {
        Optional<Flaw> sex = person.sex() == Sex.MALE || person.sex() == Sex.FEMALE
                ? Optional.empty()
                : Optional.of(Flaw.warn(Item.SEX, "記載がありません"));
        Optional<Flaw> birth = person.birthDate()
                .flatMap(BirthDate::parse)
                .map(date -> judge(date, today))
                .orElse(Optional.of(Flaw.block(Item.BIRTH_DATE, "記載がないか、日付の形式ではありません")));
        return Stream.of(sex, birth).flatMap(Optional::stream).toList();
    }

    private static Optional<Flaw> judge(BirthDate date, LocalDate today) {
        if (date.earliest().filter(born -> born.isAfter(today)).isPresent()) {
            return Optional.of(Flaw.block(Item.BIRTH_DATE, "未来の日付です"));
        }
        int age = date.ageAtMost(today).orElse(ADULT);
        if (age >= OLDEST) {
            return Optional.of(Flaw.block(Item.BIRTH_DATE, "130歳以上になります"));
        }
        if (age < ADULT) {
            return Optional.of(Flaw.warn(Item.BIRTH_DATE, "18歳未満の世帯主です"));
        }
        return date.isComplete() ? Optional.empty() : Optional.of(Flaw.warn(Item.BIRTH_DATE, "不詳の部分があります"));
    }
}
