package app.counterfoil.hub.custody;

import app.counterfoil.hub.clock.ThisMachine;
import app.counterfoil.vault.VaultRefusal;
import app.counterfoil.vault.erasure.InstallationLedger;
import app.counterfoil.vault.erasure.Replayed;
import app.counterfoil.vault.journal.JournalTaken;
import app.counterfoil.vault.journal.WitnessFolder;
import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.ledger.ErasureLedger;
import app.counterfoil.vault.secrets.InstallationKeys;
import app.counterfoil.vault.store.Vault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Brings a database that comes from a backup up to the erasure ledger, before anybody opens it, and lets the journal's
 * witness begin anew where the backup ends.
 */
public final class EraseAgain {

    private final Path home;
    private final KeyRing keys;
    private final LedgerSettings ledgers;
    private final Clock clock;

    /**
     * What was done to a database that was brought back.
     *
     * @param replayed what was erased again
     * @param shorterJournals by seller, access journals of which more had been seen than the database holds
     */
    public record Outcome(Replayed replayed, Map<UUID, JournalTaken> shorterJournals) {}

    /** For the installation in that folder, under its keys, with its erasure ledger and the copies of that. */
    public EraseAgain(Path home, KeyRing keys, LedgerSettings ledgers) {
        this.home = home;
        this.keys = keys;
        this.ledgers = ledgers;
        this.clock = ThisMachine.calendar();
    }

    /** Where the erasure ledger of an installation has come to, as a backup writes it down. */
    public static String positionOf(Path home) {
        try {
            var head = ErasureLedger.open(LedgerSettings.alone(home)).head();
            return head.sequence() + " " + head.hash();
        } catch (VaultRefusal refusal) {
            throw new KeysRefused(refusal);
        }
    }

    static WitnessFolder witnessOf(Path home) {
        return new WitnessFolder(home.resolve("witness"));
    }

    /**
     * Erases again in this database what the ledger says was erased after its backup.
     *
     * @param database the application's way in; nothing else works on it
     * @return what was erased again, and which journals have become shorter
     * @throws SQLException if the database fails
     */
    public Outcome in(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            InstallationKeys.confirm(keys, connection);
            var ledger = InstallationLedger.confirm(ledgers.of(home), connection);
            var witness = witnessOf(home);
            var vault = new Vault(keys, ledger, clock, witness);
            var all = Replayed.NOTHING;
            var shorter = new TreeMap<UUID, JournalTaken>();
            connection.setAutoCommit(false);
            for (var seller : SellersOutside.of(ledger, witness)) {
                enter(seller, connection);
                var ofSeller = vault.of(seller, connection);
                all = all.plus(ofSeller.erasures().followLedger());
                ofSeller.journal().takeAsRestored().ifPresent(taken -> shorter.put(seller, taken));
                connection.commit();
            }
            return new Outcome(all, shorter);
        } catch (VaultRefusal refusal) {
            throw new KeysRefused(refusal);
        }
    }

    private static void enter(UUID seller, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT set_config('counterfoil.seller', ?, true)")) {
            statement.setString(1, seller.toString());
            statement.execute();
        }
    }
}
