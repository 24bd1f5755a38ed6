package jp.kakehashi.register;

import jp.kakehashi.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the chain in the ledger from its last checkpoint before anything is signed over it: the program lends its name to
 * nothing that somebody rewrote.
 */
final class Following {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final ChainTable entries;
    private final Vault vault;

    Following(ChainTable entries, Vault vault) {
        this.entries = entries;
        this.vault = vault;
    }

    /**
     * Where the chain ends now.
     *
     * @param last the last checkpoint, or {@link Checkpoint#BEFORE_THE_FIRST}
     * @throws BrokenChainException if the checkpoint is not our own, or the chain ends before it
     */
    ChainTable.Head head(Checkpoint last) {
        if (last.number() > 0 && !last.signedBy(vault.verifyingKey())) {
            throw told(new BrokenChainException(last.sequence(), Verdict.Flaw.FORGED));
        }
        ChainTable.Head head = entries.head();
        if (head.sequence() < last.sequence()) {
            throw told(new BrokenChainException(last.sequence(), Verdict.Flaw.TRUNCATED));
        }
        return head;
    }

    /**
     * Follows every entry after a checkpoint.
     *
     * @param until the last entry that is followed, at most the head
     * @return where it ends
     * @throws BrokenChainException if an entry does not follow from the one before, or the last one is not the head
     */
    ChainTable.Head follow(Checkpoint last, long until, ChainTable.Head head) {
        ChainTable.Head at = new ChainTable.Head(last.sequence(), last.hash());
        while (at.sequence() < until) {
            var page = entries.page(at.sequence(), until);
            if (page.isEmpty()) {
                throw told(new BrokenChainException(at.sequence() + 1, Verdict.Flaw.TRUNCATED));
            }
            for (ChainTable.Hashed entry : page) {
                at = follow(at, entry);
            }
        }
        if (until == head.sequence() && !at.equals(head)) {
            throw told(new BrokenChainException(until, Verdict.Flaw.HEADER_DIFFERS));
        }
        return at;
    }

    private static ChainTable.Head follow(ChainTable.Head before, ChainTable.Hashed entry) {
        long sequence = entry.link().sequence();
        if (sequence != before.sequence() + 1) {
            throw told(new BrokenChainException(before.sequence() + 1, Verdict.Flaw.DELETED));
        }
        if (!entry.link().hashAfter(before.hash()).equals(entry.hash())) {
            throw told(new BrokenChainException(sequence, Verdict.Flaw.EDITED));
        }
        return new ChainTable.Head(sequence, entry.hash());
    }

    /** Said here, since the error policy of routes prints no messages; this one holds no value of anybody. */
    static BrokenChainException told(BrokenChainException broken) {
        LOG.error("{}", broken.getMessage());
        return broken;
    }
}
