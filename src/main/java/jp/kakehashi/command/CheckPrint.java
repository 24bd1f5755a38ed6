package jp.kakehashi.command;

import java.io.PrintStream;
import java.util.List;

/** Prints verdicts, a line each, and remembers whether all were good. */
final class CheckPrint {

    private final PrintStream out;
    private boolean allGood = true;

    CheckPrint(PrintStream out) {
        this.out = out;
    }

    boolean allGood() {
        return allGood;
    }

    /** Always true: the verdict. */
    boolean good(String what, String detail) {
        out.println("✓ " + what + ": " + detail);
        return true;
    }

    /** Always false: the verdict. */
    boolean bad(String what, String detail) {
        allGood = false;
        out.println("✗ " + what + ": " + detail);
        return false;
    }

    /** Bad if there is a fault, and then every fault on a line of its own. */
    boolean verdict(String what, String detail, List<String> faults) {
        if (faults.isEmpty()) {
            return good(what, detail);
        }
        bad(what, "誤りがあります / mistakes:");
        faults.forEach(fault -> out.println(fault.indent(4).stripTrailing()));
        return false;
    }

    void line(String text) {
        out.println(text);
    }
}
