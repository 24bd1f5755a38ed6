package jp.kakehashi.command;

import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.agreement.Mode;
import jp.kakehashi.vault.KeyFile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose ledger it is, written at the first start and compared at every other: ward and bureau never share a ledger or
 * keys, and what was trained on never becomes live. Whoever does not fit does not start.
 */
@Component
final class LedgerOwner {

    private static final String CLAIM =
            "insert into ledger_owner (id, role, mode) values (1, :role, :mode) on conflict do nothing";

    LedgerOwner(JdbcClient ledger, KeyFile keys, Agreements agreements, Environment environment) {
        String role = environment.acceptsProfiles(Profiles.of("ward")) ? "ward" : "bureau";
        if (!keys.role().equals(role)) {
            throw new OwnerException(foreignKeys(role, keys.role()));
        }
        ledger.sql(CLAIM)
                .param("role", role)
                .param("mode", mode(agreements).name())
                .update();
        Claim claim = ledger.sql("select role, mode from ledger_owner")
                .query(Claim.class)
                .single();
        if (!claim.role().equals(role)) {
            throw new OwnerException(
                    "kakehashi.ledger.url: この台帳は %2$s のものです（開始した役割：%1$s） / this ledger is the %2$s's, and %1$s was started"
                            .formatted(role, claim.role()));
        }
        if (!claim.mode().equals(mode(agreements).name())) {
            throw new OwnerException(
                    "kakehashi.ledger.url: %2$s の台帳は %1$s では使えません。新しい台帳を指定してください / a ledger of %2$s is never one of %1$s: name a new one"
                            .formatted(mode(agreements), claim.mode()));
        }
    }

    /** Live as soon as one agreement is. */
    static Mode mode(Agreements agreements) {
        return agreements.all().stream().anyMatch(one -> one.mode() == Mode.LIVE) ? Mode.LIVE : Mode.TRAINING;
    }

    /** What is said where the keys are not this role's. */
    static String foreignKeys(String role, String whose) {
        return "kakehashi.keys.file: %2$s の鍵は %1$s では使えません / these keys are the %2$s's, and %1$s was started"
                .formatted(role, whose.isEmpty() ? "?" : whose);
    }

    private record Claim(String role, String mode) {}

    /** The ledger or its keys belong to another role or mode. */
    static final class OwnerException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OwnerException(String message) {
            super(message);
        }
    }
}
