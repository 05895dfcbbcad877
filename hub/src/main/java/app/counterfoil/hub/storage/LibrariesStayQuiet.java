package app.counterfoil.hub.storage;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Keeps what libraries say below INFO out of the log, whatever a log level is set to: there they print forms, search
 * words, statement parameters and headers (Spring's handler arguments among them), and a log has no end and no key. The
 * readers of requests in the servlet container quote what they cannot read at INFO, so they are heard from WARN on. The
 * house itself may be asked for everything; it never prints a person.
 */
final class LibrariesStayQuiet implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String HOUSE = "app.counterfoil.";
    private static final List<String> QUOTE_REQUESTS = List.of("org.apache.coyote.", "org.apache.tomcat.util.");

    @Override
    public void initialize(ConfigurableApplicationContext application) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.getTurboFilterList().removeIf(Quiet.class::isInstance);
            logging.addTurboFilter(new Quiet());
        }
    }

    private static final class Quiet extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable thrown) {
            // Asked wherever a library could log, thousands of times a page, and almost always below INFO.
            if (level.isGreaterOrEqual(Level.WARN)) {
                return FilterReply.NEUTRAL;
            }
            var name = logger.getName();
            var heard = level.isGreaterOrEqual(Level.INFO) ? !quotesRequests(name) : name.startsWith(HOUSE);
            return heard ? FilterReply.NEUTRAL : FilterReply.DENY;
        }

        private static boolean quotesRequests(String name) {
            for (var front : QUOTE_REQUESTS) {
                if (name.startsWith(front)) {
                    return true;
                }
            }
            return false;
        }
    }
}
