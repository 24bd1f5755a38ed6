package jp.kakehashi.register;

import java.nio.file.Path;

/** The chain in the ledger, or a file of it, is not what was signed: nothing more is signed until a person has looked. */
public final class BrokenChainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenChainException(long sequence, Verdict.Flaw why) {
        super("操作記録 " + sequence + " 番 / entry " + sequence + " of the chain: " + why.sentence());
    }

    BrokenChainException(Path file, Verdict.Flaw why) {
        super(file + ": " + why.sentence());
    }
}
