package app.counterfoil.bench;

import app.counterfoil.bench.adversary.Sabotage;
import app.counterfoil.bench.adversary.Trial;
import app.counterfoil.bench.adversary.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import javax.sql.DataSource;

/** The adversary's trial for as long as one likes, on histories that nobody has seen before. */
final class AdversaryBench {

    private final PrintStream out;
    private final int histories;

    AdversaryBench(PrintStream out, int histories) {
        this.out = out;
        this.histories = histories;
    }

    /** Lives through the histories, and gives what came of them. */
    Verdict run() throws IOException {
        long first = new SecureRandom().nextInt(1_000_000_000);
        out.println(histories + " histories from seed " + first + " on ...");
        try (var marketplace = new Marketplace();
                var installation = new Installation(marketplace)) {
            var verdict = new Trial(installation.part(DataSource.class))
                    .run(first, histories, Sabotage.NONE, (soFar, seed) -> {
                        if ((seed - first + 1) % 500 == 0) {
                            out.println("  " + (seed - first + 1) + " done: " + soFar);
                        }
                    });
            out.println("Adversary: " + verdict);
            return verdict;
        }
    }
}
