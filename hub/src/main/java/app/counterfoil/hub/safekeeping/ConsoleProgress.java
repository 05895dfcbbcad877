package app.counterfoil.hub.safekeeping;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Says once a second how far it has come. */
final class ConsoleProgress implements Watched {

    private static final long EVERY = TimeUnit.SECONDS.toNanos(1);

    private final PrintStream out;
    private long toldAt = System.nanoTime();

    ConsoleProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void at(int percent, long bytes, long rows, String table) {
        if (percent == 100 || System.nanoTime() - toldAt > EVERY) {
            toldAt = System.nanoTime();
            out.printf("  %3d %%  %s, %,d rows  %s%n", percent, size(bytes), rows, table);
        }
    }

    /** So many bytes as people say it. */
    static String size(long bytes) {
        return bytes < 10_000_000 ? "%,d KB".formatted(bytes / 1_000) : "%,d MB".formatted(bytes / 1_000_000);
    }
}
