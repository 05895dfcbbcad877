package app.counterfoil.hub.custody;

import app.counterfoil.vault.ledger.ErasureLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What is known of the shops of an installation outside its database. */
final class KnownOutside {

    private static final String CHECKPOINT = ".checkpoint";

    private KnownOutside() {}

    /** Those of whom something was destroyed, and those whose journal somebody has seen. */
    static Set<UUID> sellers(ErasureLedger ledger, Path witness) {
        var sellers = new TreeSet<UUID>();
        ledger.each(entry -> sellers.add(entry.seller()));
        if (Files.isDirectory(witness)) {
            try (var files = Files.list(witness)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(CHECKPOINT))
                        .forEach(name ->
                                sellers.add(UUID.fromString(name.substring(0, name.length() - CHECKPOINT.length()))));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return sellers;
    }
}
