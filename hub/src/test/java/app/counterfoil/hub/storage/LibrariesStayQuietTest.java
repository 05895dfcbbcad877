package app.counterfoil.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.GenericApplicationContext;

class LibrariesStayQuietTest {

    private final LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Level before = logging.getLogger(Logger.ROOT_LOGGER_NAME).getLevel();
    private final Level ofTheHouse = logging.getLogger("app.counterfoil").getLevel();

    @BeforeEach
    void askForEverything() {
        logging.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.TRACE);
        // A command that ran in this program before has made the house quiet.
        logging.getLogger("app.counterfoil").setLevel(null);
        logging.resetTurboFilterList();
    }

    @AfterEach
    void asItWas() {
        new LibrariesStayQuiet().initialize(new GenericApplicationContext());
        logging.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(before);
        logging.getLogger("app.counterfoil").setLevel(ofTheHouse);
    }

    @Test
    void aLibraryThatPrintsValuesIsNotHeardBelowInfoWhateverTheLevel() {
        var handlers = logging.getLogger("org.springframework.web.method.HandlerMethod");
        assertThat(handlers.isTraceEnabled()).as("without the guard").isTrue();
        new LibrariesStayQuiet().initialize(new GenericApplicationContext());
        assertThat(handlers.isTraceEnabled()).isFalse();
        assertThat(handlers.isDebugEnabled()).isFalse();
        assertThat(handlers.isInfoEnabled()).isTrue();
    }

    @Test
    void whatAContainerCannotReadIsNotQuoted() {
        new LibrariesStayQuiet().initialize(new GenericApplicationContext());
        for (var reader :
                List.of("org.apache.coyote.http11.Http11Processor", "org.apache.tomcat.util.http.Parameters")) {
            assertThat(logging.getLogger(reader).isInfoEnabled()).as(reader).isFalse();
            assertThat(logging.getLogger(reader).isWarnEnabled()).as(reader).isTrue();
        }
    }

    @Test
    void theHouseItselfCanBeAskedForEverything() {
        new LibrariesStayQuiet().initialize(new GenericApplicationContext());
        assertThat(logging.getLogger("app.counterfoil.hub.order.PlaceOrders").isTraceEnabled())
                .isTrue();
    }
}
