package app.counterfoil.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;

/** How long it takes until all that ends on one day can be read no more: a day of few records and one of many. */
final class ExpireBench {

    private static final int FEW = 1_000;
    private static final int RECORDS_OF_AN_ORDER = 2;
    private static final int DAYS = 2;
    private static final Duration AFTER_THEM = Duration.ofDays(DAYS + 1);

    private final PrintStream out;
    private final int records;

    ExpireBench(PrintStream out, int records) {
        this.out = out;
        this.records = records;
    }

    void run() throws IOException, SQLException {
        try (var marketplace = new Marketplace();
                var installation = new Installation(marketplace)) {
            out.println("Filling a day with " + records + " records ...");
            ending(installation, FEW);
            var few = ending(installation, FEW);
            var many = ending(installation, records);
            out.printf(
                    "a day, unreadable: %.1f ms with %,d records, %.1f ms with %,d   ratio %.2f   (to reach: 100 ms)%n",
                    few, FEW, many, records, many / few);
        }
    }

    /** In a store of its own, in milliseconds. */
    private static double ending(Installation installation, int records) throws SQLException {
        var vault = new FilledVault(installation);
        vault.fill(Math.max(1, records / RECORDS_OF_AN_ORDER), DAYS);
        return Timed.millis(
                () -> vault.in(AFTER_THEM, ofSeller -> ofSeller.erasures().endDaysThatHaveCome()));
    }
}
