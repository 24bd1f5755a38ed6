package jp.kakehashi.desk;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.kakehashi.casefile.Cases;
import jp.kakehashi.register.Act;
import jp.kakehashi.register.Actor;
import jp.kakehashi.register.Chain;
import jp.kakehashi.register.Entry;
import jp.kakehashi.register.Register;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks up what was told about a person by a card number; who looked and for what purpose is in the chain. */
@Service
@Profile("ward")
class RegisterLookUp {

    private static final Pattern CARD = Pattern.compile("[A-Z]{2}[0-9]{8}[A-Z]{2}");

    private final Cases cases;
    private final Register register;
    private final Chain chain;
    private final Vault vault;

    RegisterLookUp(Cases cases, Register register, Chain chain, Vault vault) {
        this.cases = cases;
        this.register = register;
        this.chain = chain;
        this.vault = vault;
    }

    /**
     * The card number as it was meant.
     *
     * @param typed perhaps full-width or in small letters
     * @return nothing where it is no card number
     */
    static Optional<String> card(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        return Optional.of(plain).filter(CARD.asMatchPredicate());
    }

    /** Every entry about the people who have, or had, this card number; the earliest first. */
    @Transactional
    public List<Entry> about(String card, Purpose purpose, Actor by) {
        List<Entry> entries = cases.personsWithCard(card).stream()
                .flatMap(person -> register.about(person).stream())
                .sorted(Comparator.comparing(Entry::at))
                .toList();
        Map<String, String> facts = Map.of("purpose", purpose.name(), "entries", Integer.toString(entries.size()));
        chain.append(by, new Act("register-looked-up", vault.digest("card", card), facts));
        return entries;
    }
}
