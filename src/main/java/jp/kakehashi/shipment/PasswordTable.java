package jp.kakehashi.shipment;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.register.Actor;
import jp.kakehashi.vault.Passwords;
import jp.kakehashi.vault.Vault;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The agreed table of passwords: made here, handed over on paper, each pair used once.
 *
 * <ol>
 *   <li>{@link #make} makes pairs for both directions, W1… from the ward and B1… from the bureau.
 *   <li>{@link #sheet} shows them, to be printed and put into sealed envelopes; each look is in the chain.
 *   <li>{@link #handedOver} ends that: nobody sees them again, and from now on they may be used.
 *   <li>Each sealing {@linkplain #next takes} the next pair of W; sealed afresh, it takes another one.
 * </ol>
 */
@Service
@Profile("ward")
public class PasswordTable {

    private static final int FEW = 5;
    private static final String OURS = "W";
    private static final String THEIRS = "B";

    private static final String LAST =
            "select coalesce(max(position), 0) from password_pair where agreement = :agreement and direction = :direction";
    private static final String MAKE = """
            insert into password_pair (agreement, direction, position, passwords, made_at)
            values (:agreement, :direction, :position, :passwords, :at)
            """;
    private static final String TO_HAND_OVER = """
            select direction, position, passwords from password_pair
            where agreement = :agreement and handed_over_at is null order by direction desc, position
            """;
    private static final String HAND_OVER =
            "update password_pair set handed_over_at = :at where agreement = :agreement and handed_over_at is null";
    private static final String UNUSED =
            " from password_pair where agreement = :agreement and direction = 'W' and handed_over_at is not null and used_by is null";
    private static final String NEXT =
            "select direction, position, passwords" + UNUSED + " order by position limit 1 for update skip locked";
    private static final String USE = """
            update password_pair set used_by = :number, used_at = :at
            where agreement = :agreement and direction = 'W' and position = :position
            """;

    private final JdbcClient ledger;
    private final Vault vault;
    private final Passwords passwords;
    private final Acts acts;
    private final Clock clock;

    PasswordTable(JdbcClient ledger, Vault vault, Passwords passwords, Acts acts, Clock clock) {
        this.ledger = ledger;
        this.vault = vault;
        this.passwords = passwords;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * A pair of the table.
     *
     * @param direction W or B
     * @param position from 1, in its direction
     * @param zip password 1
     * @param workbook password 2
     */
    public record Pair(String direction, int position, String zip, String workbook) {

        /** As mail and paper name it, such as W7. */
        public String number() {
            return direction + position;
        }

        @Override
        public String toString() {
            return "Pair[" + number() + "]";
        }
    }

    /** Makes so many more pairs for each direction, numbered on. */
    @Transactional
    public void make(Agreement agreement, int pairs, Actor by) {
        for (String direction : List.of(OURS, THEIRS)) {
            int last = ledger.sql(LAST)
                    .param("agreement", agreement.id())
                    .param("direction", direction)
                    .query(Integer.class)
                    .single();
            for (int position = last + 1; position <= last + pairs; position++) {
                insert(agreement, direction, position);
            }
        }
        acts.note(by, "password-table-made", agreement.id(), Map.of("pairs", Integer.toString(pairs)));
    }

    /** The pairs that were not handed over yet. */
    @Transactional
    public List<Pair> sheet(Agreement agreement, Actor viewer) {
        acts.note(viewer, "password-table-viewed", agreement.id());
        return ledger.sql(TO_HAND_OVER)
                .param("agreement", agreement.id())
                .query((row, index) ->
                        pair(agreement, row.getString("direction"), row.getInt("position"), row.getBytes("passwords")))
                .list();
    }

    /** Records that the printed pairs were put into sealed envelopes and handed over: they are not shown again. */
    @Transactional
    public Optional<Refusal> handedOver(Agreement agreement, Actor by) {
        int pairs = ledger.sql(HAND_OVER)
                .param("at", now())
                .param("agreement", agreement.id())
                .update();
        if (pairs == 0) {
            return Refusal.because("引き渡していないパスワードの組はありません。");
        }
        acts.note(by, "password-table-handed-over", agreement.id(), Map.of("pairs", Integer.toString(pairs)));
        return Refusal.none();
    }

    /** How many pairs are left for sealing. */
    public int left(Agreement agreement) {
        return ledger.sql("select count(*)" + UNUSED)
                .param("agreement", agreement.id())
                .query(Integer.class)
                .single();
    }

    /** What is to be said of a table that runs out; nothing where enough is left or passwords are generated. */
    public Optional<String> warning(Agreement agreement) {
        int left = agreement.passwords().fromTable() ? left(agreement) : Integer.MAX_VALUE;
        return left > FEW ? Optional.empty() : Optional.of("パスワード表の残りは" + left + "組です。新しい表を作成し、提供先に引き渡してください。");
    }

    /** Why nothing can be sealed: the table is used up. */
    Optional<Refusal> exhausted(Agreement agreement) {
        return agreement.passwords().fromTable() && left(agreement) == 0
                ? Refusal.because("パスワード表を使い切りました。新しい表を作成し、提供先に引き渡してから暗号化してください。")
                : Refusal.none();
    }

    /** Takes the next pair for a sealing, in the sealing's own transaction. */
    Pair next(Agreement agreement, String controlNumber) {
        Pair next = ledger.sql(NEXT)
                .param("agreement", agreement.id())
                .query((row, index) -> pair(agreement, OURS, row.getInt("position"), row.getBytes("passwords")))
                .optional()
                .orElseThrow(() -> new IllegalStateException("the agreed table of passwords is used up"));
        ledger.sql(USE)
                .param("number", controlNumber)
                .param("at", now())
                .param("agreement", agreement.id())
                .param("position", next.position())
                .update();
        return next;
    }

    private void insert(Agreement agreement, String direction, int position) {
        String both = passwords.generate() + " " + passwords.generate();
        ledger.sql(MAKE)
                .param("agreement", agreement.id())
                .param("direction", direction)
                .param("position", position)
                .param("passwords", vault.sealText(both, context(agreement, direction, position)))
                .param("at", now())
                .update();
    }

    private Pair pair(Agreement agreement, String direction, int position, byte[] sealed) {
        String[] both =
                vault.openText(sealed, context(agreement, direction, position)).split(" ");
        return new Pair(direction, position, both[0], both[1]);
    }

    private static String context(Agreement agreement, String direction, int position) {
        return "password_pair:" + agreement.id() + ":" + direction + position;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
