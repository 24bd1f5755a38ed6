package jp.kakehashi.routing;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import jp.kakehashi.mailroom.LetterInHand;
import jp.kakehashi.mailroom.Outcome;
import jp.kakehashi.shipment.RollCall;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Prints what went wrong in a route as classes, SQL states and the stack: messages of databases, mail servers and Camel
 * quote values, and values belong in no log.
 */
@Component("faults")
final class Faults implements ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger("jp.kakehashi.routes");
    private static final String CONTROL_NUMBER = "control-number";
    private static final int DEEPEST = 20;

    private final AtomicReference<String> last = new AtomicReference<>();

    /**
     * A step of an error policy: writes the exception that the route ends with.
     *
     * @param about what the route had in hand; the line bears its control number, where it has one
     */
    public void write(Exception trouble, @Body Object about) {
        try (MDC.MDCCloseable line = MDC.putCloseable(CONTROL_NUMBER, controlNumber(about))) {
            tell(trouble);
        }
    }

    private static String controlNumber(Object about) {
        if (about instanceof RollCall call) {
            return call.controlNumber();
        }
        if (about instanceof Outcome outcome) {
            return outcome.reference();
        }
        return about instanceof LetterInHand letter ? letter.reference() : null;
    }

    /** A stage that fails at every turn says so at every turn, but shows its stack once. */
    private void tell(Throwable trouble) {
        String described = described(trouble);
        boolean again = described.equals(last.getAndSet(described));
        LOG.error("{}", again ? "a route failed again, in the same way as above" : described);
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
        tell(trouble);
    }

    @Override
    public void handleException(String message, Throwable trouble) {
        tell(trouble);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable trouble) {
        tell(trouble);
    }
}
