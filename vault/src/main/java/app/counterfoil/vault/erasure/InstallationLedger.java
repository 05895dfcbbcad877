package app.counterfoil.vault.erasure;

import app.counterfoil.vault.ledger.ErasureLedger;
import app.counterfoil.vault.ledger.LedgerDoesNotFit;
import app.counterfoil.vault.ledger.LedgerStore;
import app.counterfoil.vault.sql.Statements;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.Optional;

/** What a database remembers of its erasure ledger, so that it is never opened beside none, or beside another's. */
public final class InstallationLedger {

    private static final String REMEMBERED = "SELECT fingerprint FROM vault_installation_key WHERE name = 'LEDGER'";
    private static final String REMEMBER =
            "INSERT INTO vault_installation_key (name, fingerprint) VALUES ('LEDGER', ?) ON CONFLICT DO NOTHING";

    private InstallationLedger() {}

    /**
     * The ledger of this database; begun if the database has never had one.
     *
     * @throws LedgerDoesNotFit if it is missing, damaged, or another database's
     */
    public static ErasureLedger confirm(LedgerStore store, Connection connection) {
        var database = new Statements(connection);
        var known = remembered(database);
        var ledger = known.isPresent() ? ErasureLedger.open(store) : ErasureLedger.openOrBegin(store);
        if (known.isEmpty()) {
            database.change(REMEMBER, HexFormat.of().parseHex(ledger.identity()));
            known = remembered(database);
        }
        if (!known.map(HexFormat.of()::formatHex).equals(Optional.of(ledger.identity()))) {
            throw LedgerDoesNotFit.anothers(store.place());
        }
        return ledger;
    }

    private static Optional<byte[]> remembered(Statements database) {
        return database.rows(row -> row.getBytes("fingerprint"), REMEMBERED).stream()
                .findFirst();
    }
}
