package app.counterfoil.hub.house;

import java.net.http.HttpClient;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;

/** Breaks every rule of the house at once, to show that each still bites. */
public final class BrokenHelper {

    private final HttpClient wayOfItsOwn = HttpClient.newHttpClient();

    String breakThem(JdbcTemplate db) {
        db.batchUpdate("SELECT 1", "SELECT 2");
        return wayOfItsOwn + " at " + Instant.now();
    }
}
