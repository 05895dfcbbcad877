package app.counterfoil.hub.custody;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Everything that anybody in the program can be made to say, written into a file until it is closed. */
final class EverythingLogged implements AutoCloseable {

    private final FileAppender<ILoggingEvent> appender;

    private EverythingLogged(FileAppender<ILoggingEvent> appender) {
        this.appender = appender;
    }

    static EverythingLogged into(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        var logging = (LoggerContext) LoggerFactory.getILoggerFactory();
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(logging);
        encoder.setPattern("%level %logger %msg%n%ex");
        encoder.start();
        var appender = new FileAppender<ILoggingEvent>();
        appender.setContext(logging);
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        appender.start();
        logging.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        logging.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.TRACE);
        return new EverythingLogged(appender);
    }

    @Override
    public void close() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(appender);
        appender.stop();
    }
}
