package app.counterfoil.bench.adversary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ObjLongConsumer;
import javax.sql.DataSource;
import org.springframework.util.FileSystemUtils;

/** Many histories, one after the other, each from its seed. */
public final class Trial {

    /** So many acts make a history of about a fortnight. */
    private static final int ACTS = 45;

    private final DataSource database;

    /** On this database, in which the vault's tables are. */
    public Trial(DataSource database) {
        this.database = database;
    }

    /**
     * Lives through one history for each seed from the first on.
     *
     * @param done is told each seed that has been lived through, and what has come of all so far
     */
    public Verdict run(long firstSeed, int histories, Sabotage sabotage, ObjLongConsumer<Verdict> done)
            throws IOException {
        var all = new Verdict();
        for (long seed = firstSeed; seed < firstSeed + histories; seed++) {
            var folder = Files.createTempDirectory(place(), "counterfoil-trial");
            try {
                all.add(new History(seed, new TrialVault(database, folder, sabotage)).live(ACTS));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
            done.accept(all, seed);
        }
        return all;
    }

    /** In memory where there is such a place: nothing here has to outlive a power cut, and key files are forced to disk. */
    private static Path place() {
        var memory = Path.of("/dev/shm");
        return Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }
}
