package jp.kakehashi.register;

import jp.kakehashi.ledger.TestLedger;
import jp.kakehashi.vault.Vault;

/** Somebody who owns the database, knows the format and makes every hash fit again, but holds no key. */
final class ChainForger {

    private final TestLedger ledger;
    private final ChainTable chain;
    private final CheckpointTable checkpoints;

    ChainForger(TestLedger ledger, boolean postgres) {
        this.ledger = ledger;
        this.chain = new ChainTable(ledger.jdbc());
        this.checkpoints = new CheckpointTable(ledger.jdbc());
        if (postgres) {
            sql("alter table chain_entry disable trigger all");
            sql("alter table chain_checkpoint disable trigger all");
            sql("alter table evidence_file disable trigger all");
        }
    }

    /** Writes another account into an entry, and makes all that follows fit. */
    void rewrite(long sequence) {
        sql("update chain_entry set account = 't-jiro' where sequence = " + sequence);
        String hash = Link.BEFORE_THE_FIRST;
        ChainTable.Head head = chain.head();
        for (ChainTable.Hashed entry : chain.page(0, head.sequence())) {
            hash = entry.link().hashAfter(hash);
            sql("update chain_entry set hash = '" + hash + "' where sequence = "
                    + entry.link().sequence());
        }
        chain.moveHead(new ChainTable.Head(head.sequence(), hash));
    }

    /** Removes everything after an entry, and lets the chain end there. */
    void truncate(long sequence) {
        sql("delete from chain_salt where sequence > " + sequence);
        sql("delete from chain_entry where sequence > " + sequence);
        chain.moveHead(new ChainTable.Head(
                sequence, chain.entry(sequence).orElseThrow().hash()));
    }

    /** Removes what was signed. */
    void forgetCheckpoints() {
        sql("delete from evidence_file");
        sql("delete from chain_checkpoint");
    }

    /** Puts a checkpoint of a key of their own over the chain as it stands now. */
    void sign(Vault forgers, Checkpoint after) {
        checkpoints.add(after.next(java.time.Instant.parse("2026-06-01T15:10:00Z"), chain.head(), forgers));
    }

    private void sql(String statement) {
        ledger.jdbc().sql(statement).update();
    }
}
