package jp.kakehashi.routing;

import java.sql.SQLException;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Prints what went wrong in a route as classes, SQL states and the stack: messages of databases, mail servers and Camel
 * quote values, and values belong in no log.
 */
@Component("faults")
final class Faults implements ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger("jp.kakehashi.routes");
    private static final int DEEPEST = 20;

    /** A step of an error policy: writes the exception that the route ends with. */
    public void write(Exception trouble) {
        LOG.error("{}", described(trouble));
    }

    static String described(Throwable trouble) {
        StringBuilder lines = new StringBuilder("a route failed");
        Throwable cause = trouble;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            lines.append("\n  ").append(cause.getClass().getName());
            if (cause instanceof SQLException sql) {
                lines.append(" SQLState ").append(sql.getSQLState());
            }
            for (StackTraceElement frame : cause.getStackTrace()) {
                lines.append("\n    at ").append(frame);
            }
            cause = cause.getCause();
        }
        return lines.toString();
    }

    @Override
    public void handleException(Throwable trouble) {
        LOG.error("{}", described(trouble));
    }

    @Override
    public void handleException(String message, Throwable trouble) {
        LOG.error("{}", described(trouble));
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable trouble) {
        LOG.error("{}", described(trouble));
    }
}
