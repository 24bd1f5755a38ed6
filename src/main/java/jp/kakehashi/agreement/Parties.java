package jp.kakehashi.agreement;

import java.util.List;
import java.util.Optional;

/**
 * Who sends to whom, by exact addresses. No other address is ever written to, and mail from any other is held.
 *
 * @param sender the ward
 * @param recipient the bureau
 * @param from the ward's collected mailbox
 * @param envelopeSender where bounces go, if not to {@code from}
 * @param journal where the journal copy goes, if not to {@code from}; the word {@code none} for no copy
 * @param recipients the bureau's addresses for what the ward sends
 * @param acceptedSenders the bureau's addresses from which the ward accepts mail
 */
public record Parties(
        @Key("The body that provides.") Office sender,
        @Key("The body that receives.") Office recipient,

        @Key("Address of the ward's collected mailbox: it stands in From.")
        String from,

        @Key("Envelope sender, where bounces go. Default: `from`.")
        Optional<String> envelopeSender,

        @Key("Address of the journal copy, or `none`. Default: `from`.")
        Optional<String> journal,

        @Key("Exact addresses to which documents go; no other address is ever written to.")
        List<String> recipients,

        @Key("Exact addresses from which mail is accepted; mail from any other is held.")
        List<String> acceptedSenders) {

    private static final String NONE = "none";
    private static final String ADDRESS = "[A-Za-z0-9._+-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}";
    private static final String EXAMPLE = "tainou@shinjuku.lg.example";

    public Parties {
        Faults faults = new Faults().matches("from", from, ADDRESS, EXAMPLE);
        envelopeSender.ifPresent(address -> faults.matches("envelope-sender", address, ADDRESS, EXAMPLE));
        journal.filter(address -> !address.equals(NONE))
                .ifPresent(address -> faults.matches("journal", address, ADDRESS, EXAMPLE));
        check(faults, "recipients", recipients);
        check(faults, "accepted-senders", acceptedSenders);
        refuseOwn(faults, "recipients", recipients, from);
        refuseOwn(faults, "accepted-senders", acceptedSenders, from);
        faults.refuse();
    }

    /** The envelope sender that is used: bounces come back to it. */
    public String bounceAddress() {
        return envelopeSender.orElse(from);
    }

    /** The address that receives a copy of every mail, for settling an unknown outcome; nothing if none is wanted. */
    public Optional<String> journalAddress() {
        return Optional.of(journal.orElse(from)).filter(address -> !address.equals(NONE));
    }

    private static void refuseOwn(Faults faults, String key, List<String> addresses, String own) {
        faults.unless(
                !addresses.contains(own),
                key,
                "差出人と同じアドレスは相手方にできません",
                "the sender's own address is not one of the other party");
    }

    private static void check(Faults faults, String key, List<String> addresses) {
        faults.unless(!addresses.isEmpty(), key, "1件以上のアドレスが必要です", "needs at least one address");
        faults.unless(
                addresses.stream().distinct().count() == addresses.size(),
                key,
                "同じアドレスが重複しています",
                "names an address twice");
        for (int i = 0; i < addresses.size(); i++) {
            faults.matches(key + "[" + i + "]", addresses.get(i), ADDRESS, EXAMPLE);
        }
    }
}
