package jp.kakehashi.shipment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.DocumentKind;
import jp.kakehashi.register.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The nil notice (該当なし通知): in a month without anyone to provide, a plain mail says so, where the parties agreed on it.
 * It goes through the same decision and sitting as ②, without parcel, passwords and people.
 *
 * <ol>
 *   <li>It is drafted while nobody could be provided and no ② of the month was drafted.
 *   <li>Its letter is composed where ② is sealed ({@link Sealing}), if that is still so: the letter names the day.
 *   <li>What is released, checked and posted is that letter, by the digest of its text.
 * </ol>
 */
@Service
@Profile("ward")
public class NilNotices {

    private final Drafting drafting;
    private final Monthly monthly;
    private final Agreements agreements;
    private final Clock clock;

    NilNotices(Drafting drafting, Monthly monthly, Agreements agreements, Clock clock) {
        this.drafting = drafting;
        this.monthly = monthly;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** Why none may be drafted now; empty where one may. */
    @Transactional(readOnly = true)
    public Optional<Refusal> barred() {
        if (!agreements.only().covers(DocumentKind.NIL_NOTICE, LocalDate.now(clock))) {
            return Refusal.because("本日は、取決めで定めた該当なし通知の期間ではありません。");
        }
        return monthly.isDrafted(DocumentKind.PROVISION, DocumentKind.NIL_NOTICE)
                ? Refusal.because("今月の提供または該当なし通知は、既に作成されています。")
                : somebody();
    }

    /**
     * Drafts the nil notice of this month.
     *
     * @param by the drafter, who may not be its witness
     * @return the control number; refused as {@link #barred} says
     */
    @Transactional
    public DraftAnswer draft(Actor by) {
        return barred().<DraftAnswer>map(no -> new DraftAnswer.Refused(no.reason()))
                .orElseGet(() -> new DraftAnswer.Drafted(drafted(by)));
    }

    private String drafted(Actor by) {
        Agreement agreement = agreements.only();
        return drafting.draft(
                agreement, DocumentKind.NIL_NOTICE, agreement.zip().method(), List.of(), by);
    }

    /** Why a drafted one must not be composed any more: by now it would not be true, or not of its month. */
    Optional<Refusal> outdated(Shipment shipment) {
        LocalDate drafted = LocalDate.ofInstant(shipment.draftedAt(), clock.getZone());
        if (!YearMonth.from(drafted).equals(YearMonth.now(clock))) {
            return Refusal.because("作成した月が終わりました。この該当なし通知を取りやめ、必要なら今月の通知を作成してください。");
        }
        return monthly.isDrafted(DocumentKind.PROVISION)
                ? Refusal.because("今月の提供が作成されました。この該当なし通知を取りやめてください。")
                : somebody();
    }

    private Optional<Refusal> somebody() {
        return drafting.prospect().rows().isEmpty() ? Refusal.none() : Refusal.because("提供できる案件があります。該当なしではありません。");
    }
}
