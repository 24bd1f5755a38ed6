package jp.kakehashi.bureau;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pairs in the ledger; their passwords are sealed here and nowhere else. */
final class PasswordPairTable {

    private static final String ADD = """
            insert into bureau_password_pair (agreement, number, passwords, loaded_at)
            values (:agreement, :number, :passwords, :at)
            on conflict do nothing
            """;
    private static final String REPLACE = """
            update bureau_password_pair set passwords = :passwords, loaded_at = :at
            where agreement = :agreement and number = :number and passwords is not null
            """;
    private static final String FREE = """
            from bureau_password_pair where agreement = :agreement and number = :number and passwords is not null
                and (parcel is null or parcel = :parcel)
            """;
    private static final String TAKE =
            "update bureau_password_pair set parcel = :parcel where agreement = :agreement and number = :number";
    private static final String SERVED = """
            update bureau_password_pair set passwords = null, parcel = :parcel
            where parcel = :parcel or (agreement = :agreement and number = :number and parcel is null)
            """;
    private static final String SPENT = "update bureau_password_pair set passwords = null where parcel = :parcel";
    private static final String FREED =
            "update bureau_password_pair set parcel = null where parcel = :parcel and passwords is not null";
    private static final String UNUSED = """
            select count(*) from bureau_password_pair where agreement = :agreement and number like :numbers
                and parcel is null and passwords is not null
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    PasswordPairTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Adds a pair, or puts another in the place of one that is still to be used; whether there was a place. */
    boolean put(String agreement, PasswordPair pair, Instant at) {
        return write(ADD, agreement, pair, at) || write(REPLACE, agreement, pair, at);
    }

    private boolean write(String sql, String agreement, PasswordPair pair, Instant at) {
        String both = pair.zip() + " " + pair.workbook();
        return jdbc.sql(sql)
                        .param("agreement", agreement)
                        .param("number", pair.number())
                        .param("passwords", vault.sealText(both, context(agreement, pair.number())))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether the pair that a parcel names is there for it. */
    boolean isFree(Parcel parcel) {
        return jdbc.sql("select count(*) " + FREE)
                        .param("agreement", parcel.agreement())
                        .param("number", parcel.pairTold().orElse(""))
                        .param("parcel", parcel.id())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Takes the pair that a parcel names, for this parcel and no other until it is known whether it opens. */
    Optional<PasswordPair> take(Parcel parcel) {
        String number = parcel.pairTold().orElse("");
        Optional<byte[]> sealed = jdbc.sql("select passwords " + FREE + " for update")
                .param("agreement", parcel.agreement())
                .param("number", number)
                .param("parcel", parcel.id())
                .query(byte[].class)
                .optional();
        return sealed.map(passwords -> {
            jdbc.sql(TAKE)
                    .param("parcel", parcel.id())
                    .param("agreement", parcel.agreement())
                    .param("number", number)
                    .update();
            String[] both = vault.openText(passwords, context(parcel.agreement(), number))
                    .split(" ");
            return new PasswordPair(number, both[0], both[1]);
        });
    }

    /** A parcel was opened: the pair it names has served, however its passwords came to be typed. */
    void served(Parcel parcel) {
        jdbc.sql(SERVED)
                .param("parcel", parcel.id())
                .param("agreement", parcel.agreement())
                .param("number", parcel.pairTold().orElse(""))
                .update();
    }

    /** A parcel opened and was held for what is in it: the pair that was taken for it is never used again. */
    void spent(Parcel parcel) {
        jdbc.sql(SPENT).param("parcel", parcel.id()).update();
    }

    /** A parcel did not open: the pair that was taken for it is there again for the one that it was agreed for. */
    void freed(Parcel parcel) {
        jdbc.sql(FREED).param("parcel", parcel.id()).update();
    }

    /** How many pairs of a direction, W or B, are still to be used. */
    int unused(String agreement, String direction) {
        return jdbc.sql(UNUSED)
                .param("agreement", agreement)
                .param("numbers", direction + "%")
                .query(Integer.class)
                .single();
    }

    private static String context(String agreement, String number) {
        return "bureau_password_pair:" + agreement + ":" + number;
    }
}
