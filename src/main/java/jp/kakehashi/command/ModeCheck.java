package jp.kakehashi.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.Mode;
import jp.kakehashi.agreement.Parties;
import org.springframework.core.env.ConfigurableEnvironment;

/** What settings and agreements may not say together: nothing of training in live use, and no mailbox of the other office. */
final class ModeCheck {

    private final ConfigurableEnvironment environment;
    private final Agreements agreements;
    private final boolean ward;

    ModeCheck(ConfigurableEnvironment environment, Agreements agreements) {
        this.environment = environment;
        this.agreements = agreements;
        this.ward = environment.matchesProfiles("ward");
    }

    /** Every contradiction, each with its key. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (LedgerOwner.mode(agreements) == Mode.LIVE) {
            refuseInLiveUse("kakehashi.keys.demo-allowed", "true", "デモ用の鍵 / demo keys", faults);
            refuseInLiveUse("kakehashi.demo.starts-at", "", "デモ用の時計 / the demo's clock", faults);
        }
        Set<String> others = agreements.all().stream()
                .map(Agreement::parties)
                .flatMap(this::addressesOfTheOther)
                .collect(Collectors.toSet());
        for (String key : new String[] {"kakehashi.mail.smtp.username", "kakehashi.mail.imap.username"}) {
            if (others.contains(environment.getProperty(key, ""))) {
                faults.add(key + ": 相手方のメールアカウントは使えません / is an account of the other office");
            }
        }
        return faults;
    }

    private void refuseInLiveUse(String key, String refused, String what, List<String> faults) {
        String value = environment.getProperty(key, "");
        if (!value.isEmpty() && (refused.isEmpty() || value.equals(refused))) {
            faults.add(key + ": 本番の協定では使えません / is refused under a live agreement: " + what);
        }
    }

    private Stream<String> addressesOfTheOther(Parties parties) {
        return ward
                ? Stream.concat(parties.recipients().stream(), parties.acceptedSenders().stream())
                : Stream.concat(Stream.of(parties.from(), parties.bounceAddress()), parties.journalAddress().stream());
    }
}
