package app.counterfoil.hub.house;

import jakarta.mail.Session;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.channels.SocketChannel;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.web.client.RestClient;

/** Breaks the habits of the house, each class one of them in one way, to show that the rules still bite. */
public final class BrokenHelper {

    private BrokenHelper() {}

    /** Breaks none. */
    public static final class Fine {
        String today(Clock clock) {
            return LocalDate.now(clock) + " " + System.nanoTime();
        }
    }

    /** A way out of its own. */
    public static final class OwnClient {
        Object out() {
            return HttpClient.newHttpClient();
        }
    }

    /** A way out of its own. */
    public static final class OwnConnection {
        Object out() throws IOException {
            return new URL("http://127.0.0.1").openConnection();
        }
    }

    /** A way out of its own. */
    public static final class OwnRestClient {
        Object out() {
            return RestClient.create();
        }
    }

    /** A way out of its own. */
    public static final class OwnSocket {
        Object out() {
            return new Socket();
        }
    }

    /** A way out of its own. */
    public static final class OwnMail {
        Object out() {
            return Session.getInstance(new Properties());
        }
    }

    /** A way out of its own. */
    public static final class OwnChannel {
        Object out() throws IOException {
            return SocketChannel.open();
        }
    }

    /** The wall's time. */
    public static final class InstantOfTheWall {
        Object now() {
            return Instant.now();
        }
    }

    /** The wall's time. */
    public static final class DateOfTheWall {
        Object now() {
            return LocalDate.now(ZoneId.of("Europe/London"));
        }
    }

    /** The wall's time. */
    public static final class ZonedTimeOfTheWall {
        Object now() {
            return ZonedDateTime.now(ZoneId.of("Europe/London"));
        }
    }

    /** The wall's time. */
    public static final class LocalTimeOfTheWall {
        Object now() {
            return LocalDateTime.now(ZoneId.of("Europe/London"));
        }
    }

    /** The wall's time. */
    public static final class MillisOfTheWall {
        Object now() {
            return System.currentTimeMillis();
        }
    }

    /** The wall's time. */
    public static final class ClockOfTheWall {
        Object now() {
            return Clock.systemUTC();
        }
    }

    /** The wall's time. */
    @SuppressWarnings("JavaUtilDate")
    public static final class OldDateOfTheWall {
        Object now() {
            return new Date();
        }
    }

    /** A batch. */
    public static final class BatchOfStatements {
        Object write(JdbcTemplate db) {
            return db.batchUpdate("SELECT 1", "SELECT 2");
        }
    }

    /** A batch. */
    public static final class BatchOfRows {
        Object write(JdbcTemplate db) {
            return db.batchUpdate("SELECT ?", List.of());
        }
    }

    /** A batch. */
    public static final class BatchBySetter {
        Object write(JdbcTemplate db, BatchPreparedStatementSetter setter) {
            return db.batchUpdate("SELECT ?", setter);
        }
    }

    /** A batch. */
    public static final class BatchByName {
        Object write(NamedParameterJdbcTemplate db, Map<String, ?>[] rows) {
            return db.batchUpdate("SELECT :a", rows);
        }
    }

    /** A batch. */
    public static final class BatchOfJdbc {
        void write(PreparedStatement statement) throws SQLException {
            statement.addBatch();
        }
    }
}
