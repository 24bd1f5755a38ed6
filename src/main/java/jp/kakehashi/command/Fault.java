package jp.kakehashi.command;

import java.sql.SQLException;

/**
 * A fault in one line for the terminal. Our own exceptions may be quoted; a database's message quotes values, so only
 * its class and SQLState are printed.
 */
final class Fault {

    private Fault() {}

    /** What lies at the bottom of a fault. */
    static String of(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null && !isOurs(root)) {
            root = root.getCause();
        }
        if (root instanceof SQLException database) {
            return database.getClass().getSimpleName() + ", SQLState " + database.getSQLState();
        }
        return isOurs(root) ? root.getMessage() : root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private static boolean isOurs(Throwable fault) {
        return fault.getClass().getName().startsWith("jp.kakehashi.");
    }
}
