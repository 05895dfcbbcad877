package app.counterfoil.vault.store;

import app.counterfoil.vault.ledger.ErasureLedger;
import app.counterfoil.vault.ledger.LedgerDoesNotFit;
import app.counterfoil.vault.ledger.LedgerStore;
import java.sql.Connection;
import java.sql.SQLException;
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
        try {
            var known = remembered(connection);
            var ledger = known.isPresent() ? ErasureLedger.open(store) : ErasureLedger.openOrBegin(store);
            if (known.isEmpty()) {
                try (var statement = connection.prepareStatement(REMEMBER)) {
                    statement.setBytes(1, HexFormat.of().parseHex(ledger.identity()));
                    statement.executeUpdate();
                }
                known = remembered(connection);
            }
            if (!known.map(HexFormat.of()::formatHex).equals(Optional.of(ledger.identity()))) {
                throw LedgerDoesNotFit.anothers(store.place());
            }
            return ledger;
        } catch (SQLException failed) {
            throw new VaultStoreFailed(failed);
        }
    }

    private static Optional<byte[]> remembered(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(REMEMBERED);
                var row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getBytes("fingerprint")) : Optional.empty();
        }
    }
}
