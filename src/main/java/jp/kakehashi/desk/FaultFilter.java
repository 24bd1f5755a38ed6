package jp.kakehashi.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes every fault that no page has handled: the log gets class, SQLState and stack, since messages of a database or a
 * parser quote values; the person gets a page that says there was a fault.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FaultFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FaultFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException fault) {
            LOG.error("a page failed: {}", told(fault));
            if (!response.isCommitted()) {
                response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        }
    }

    private static String told(Throwable fault) {
        String state = fault instanceof SQLException database ? " SQLState " + database.getSQLState() : "";
        String stack = Arrays.stream(fault.getStackTrace())
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
        String cause = fault.getCause() == null ? "" : "\nbecause of " + told(fault.getCause());
        return fault.getClass().getName() + state + stack + cause;
    }
}
