package jp.kakehashi.register;

import jp.kakehashi.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people write in their own words beside an act: a reason, what proves something. They are asked for no personal
 * data, and somebody will write some: so it is kept sealed, and the chain only commits to it.
 */
@Component
public class Remarks {

    private static final String KEEP = "insert into remark (subject, sealed) values (:subject, :sealed)";
    private static final String READ = "select sealed from remark where subject = :subject";
    private static final String CONTEXT = "remark.sealed/";

    private final JdbcClient ledger;
    private final Vault vault;

    /** Remarks in the ledger behind the client. */
    public Remarks(JdbcClient ledger, Vault vault) {
        this.ledger = ledger;
        this.vault = vault;
    }

    /**
     * Keeps a remark, once and for all.
     *
     * @param subject what it is about, for example {@code stop-reason/} and an id; never personal data
     * @param remark their words
     */
    public void keep(String subject, String remark) {
        ledger.sql(KEEP)
                .param("subject", subject)
                .param("sealed", vault.sealText(remark, CONTEXT + subject))
                .update();
    }

    /**
     * The words that were kept.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException where there are none
     */
    public String read(String subject) {
        return vault.openText(
                ledger.sql(READ).param("subject", subject).query(byte[].class).single(), CONTEXT + subject);
    }
}
