package jp.kakehashi.desk;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.register.Direction;
import jp.kakehashi.register.Entry;
import jp.kakehashi.register.Register;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What may be said to the person at the counter: on which days the bureau was told what kind of thing, and no cell of it. */
@Service
@Profile("ward")
class CounterLookUp {

    private static final Pattern PAYEE = Pattern.compile("[0-9A-Z-]{1,20}");

    private final Register register;
    private final Chain chain;
    private final Vault vault;

    CounterLookUp(Register register, Chain chain, Vault vault) {
        this.register = register;
        this.chain = chain;
        this.vault = vault;
    }

    /**
     * Something the bureau was told about a person.
     *
     * @param kind the code of the kind of document, e.g. {@code 02PROV}
     * @param message its control number
     * @param at when it was told
     */
    record Told(String kind, String message, Instant at) {}

    /**
     * The 宛名番号 as it was meant.
     *
     * @param typed perhaps full-width or in small letters
     * @return nothing where it can be none
     */
    static Optional<String> payeeNo(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        return Optional.of(plain).filter(PAYEE.asMatchPredicate());
    }

    /** What the bureau was told about this person, the earliest first; the look and its purpose are in the chain. */
    @Transactional
    public List<Told> about(String payeeNo, Purpose purpose, Actor by) {
        String personKey = vault.digest("person", payeeNo);
        List<Told> told = register.about(personKey).stream()
                .filter(entry -> entry.direction() == Direction.SENT)
                .sorted(Comparator.comparing(Entry::at))
                .map(entry -> new Told(entry.kind(), entry.message(), entry.at()))
                .toList();
        Map<String, String> facts = Map.of("purpose", purpose.name(), "entries", Integer.toString(told.size()));
        chain.append(by, new Act("counter-looked-up", "counter", facts, Map.of("payee", payeeNo)));
        return told;
    }
}
