package app.counterfoil.hub.custody;

import app.counterfoil.vault.ledger.LedgerFile;
import app.counterfoil.vault.ledger.LedgerStore;
import app.counterfoil.vault.ledger.MirroredLedger;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the erasure ledger is kept.
 *
 * @param copies folders on other disks or at another site, in which every entry stands before anything is destroyed
 */
@ConfigurationProperties("counterfoil.ledger")
public record LedgerSettings(@DefaultValue List<Path> copies) {

    private static final String FILE = "erasures";

    /** The ledger of the installation in that folder, without its copies. */
    static LedgerStore alone(Path home) {
        return new LedgerFile(home.resolve("ledger").resolve(FILE));
    }

    LedgerStore of(Path home) {
        return copies.isEmpty()
                ? alone(home)
                : new MirroredLedger(
                        alone(home),
                        copies.stream()
                                .map(copy -> new LedgerFile(copy.resolve(FILE)))
                                .toList());
    }
}
