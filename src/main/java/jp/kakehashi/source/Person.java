package jp.kakehashi.source;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The payer, as the ward's register holds him or her. Texts are the register's own; what is odd in them is judged by
 * screening and never repaired here. An empty field of the source is an empty {@link Optional}.
 *
 * @param payeeNo 宛名番号; never leaves the ward
 * @param nameRoman 氏名（英字）
 * @param nameKanji 氏名（漢字）, in NFC; never the 通称
 * @param sex 性別
 * @param birthDate 生年月日 as {@code YYYY-MM-DD}, zeros for unknown parts
 * @param nationalityRegion 国籍・地域 as on the card
 * @param category under which heading of the register
 * @param cardNumber 在留カード番号; of the person's own card only
 * @param statusOfResidence 在留資格 as on the card
 * @param periodOfStay 在留期間
 * @param stayExpiresOn 在留期限; empty for an unlimited stay
 * @param residentState whether still a resident
 * @param residentStateOn since when not
 * @param headInsured whether the payer is insured too; not so an 擬制世帯主, who pays for the household only
 * @param headChangedOn since when somebody else is the head of the household; empty while the payer still is
 * @param protectedPerson 支援措置 or another protection
 * @param specialCircumstances 特別の事情: disaster, illness, loss of work and the like; which of them is not told
 */
public record Person(
        String payeeNo,
        Optional<RomanName> nameRoman,
        Optional<String> nameKanji,
        Sex sex,
        Optional<String> birthDate,
        Optional<String> nationalityRegion,
        RegisterCategory category,
        Optional<String> cardNumber,
        Optional<String> statusOfResidence,
        Optional<String> periodOfStay,
        Optional<LocalDate> stayExpiresOn,
        ResidentState residentState,
        Optional<LocalDate> residentStateOn,
        boolean headInsured,
        Optional<LocalDate> headChangedOn,
        boolean protectedPerson,
        boolean specialCircumstances) {

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "Person";
    }
}
