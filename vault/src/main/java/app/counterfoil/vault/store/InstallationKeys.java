package app.counterfoil.vault.store;

import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.keys.KeyFile;
import app.counterfoil.vault.keys.KeysDoNotFit;
import app.counterfoil.vault.seal.KeyFingerprint;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a database remembers of the keys outside it. A lost key folder is thereby told apart from a first start: keys
 * are made for an empty database only, and a database that was filled is never filled further under others.
 */
public final class InstallationKeys {

    private static final String REMEMBERED = "SELECT name, fingerprint FROM vault_installation_key";
    private static final String REMEMBER =
            "INSERT INTO vault_installation_key (name, fingerprint) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private final Connection connection;

    private InstallationKeys(Connection connection) {
        this.connection = connection;
    }

    /**
     * The keys in the folder, if they are those of the database; made if the database has never had any.
     *
     * @throws app.counterfoil.vault.keys.KeysUnavailable if they are not there or cannot be used
     * @throws KeysDoNotFit if they are others
     */
    public static EpochKeys open(Path folder, Connection connection) {
        var installation = new InstallationKeys(connection);
        try {
            var keys = installation.remembered().isEmpty() ? KeyFile.openOrCreate(folder) : KeyFile.open(folder);
            installation.confirm(keys);
            return keys;
        } catch (SQLException failed) {
            throw new VaultStoreFailed(failed);
        }
    }

    private void confirm(EpochKeys keys) throws SQLException {
        var there = fingerprints(keys);
        refuseUnlessAll(there);
        for (var key : there.entrySet()) {
            try (var statement = connection.prepareStatement(REMEMBER)) {
                statement.setString(1, key.getKey());
                statement.setBytes(2, key.getValue());
                statement.executeUpdate();
            }
        }
        // Once more: somebody else may have started on the same empty database and been first.
        refuseUnlessAll(there);
    }

    private void refuseUnlessAll(Map<String, byte[]> there) throws SQLException {
        for (var key : new TreeMap<>(remembered()).entrySet()) {
            var found = there.get(key.getKey());
            if (found == null || !MessageDigest.isEqual(found, key.getValue())) {
                throw new KeysDoNotFit(key.getKey());
            }
        }
    }

    private Map<String, byte[]> remembered() throws SQLException {
        var fingerprints = new HashMap<String, byte[]>();
        try (var statement = connection.prepareStatement(REMEMBERED);
                var row = statement.executeQuery()) {
            while (row.next()) {
                fingerprints.put(row.getString("name"), row.getBytes("fingerprint"));
            }
        }
        return fingerprints;
    }

    private static Map<String, byte[]> fingerprints(EpochKeys keys) {
        var fingerprints = new HashMap<String, byte[]>();
        for (int epoch : keys.epochs()) {
            var name = Integer.toString(epoch);
            fingerprints.put(name, KeyFingerprint.of(name, keys.key(epoch)));
        }
        fingerprints.put("SIGNING", KeyFingerprint.of("SIGNING", keys.signingKey()));
        fingerprints.put("ROUTING", KeyFingerprint.of("ROUTING", keys.routingKey()));
        return fingerprints;
    }
}
