package app.counterfoil.vault.secrets;

import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.keys.KeysDoNotFit;
import app.counterfoil.vault.seal.KeyFingerprint;
import app.counterfoil.vault.sql.Statements;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a database remembers of the keys outside it. A lost key folder is thereby told apart from a first start: keys
 * are made for an empty database only, and a database that was filled is never filled further under others.
 */
public final class InstallationKeys {

    private static final String REMEMBERED =
            "SELECT name, fingerprint FROM vault_installation_key WHERE name <> 'LEDGER'";
    private static final String REMEMBER =
            "INSERT INTO vault_installation_key (name, fingerprint) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private final Statements database;

    private InstallationKeys(Connection connection) {
        this.database = new Statements(connection);
    }

    /**
     * Sees to it that the keys are those of the database, which remembers the new ones among them; makes them if the
     * database has never had any.
     *
     * @throws app.counterfoil.vault.keys.KeysUnavailable if they are not there or cannot be used
     * @throws KeysDoNotFit if they are others, or older ones
     */
    public static void confirm(KeyRing keys, Connection connection) {
        var installation = new InstallationKeys(connection);
        if (installation.remembered().isEmpty()) {
            keys.makeUnlessThere();
        }
        installation.confirm(keys.mustBeThere());
    }

    private void confirm(KeyRing keys) {
        refuseUnlessAll(keys);
        for (var key : fingerprints(keys).entrySet()) {
            database.change(REMEMBER, key.getKey(), key.getValue());
        }
        // Once more: somebody else may have started on the same empty database, or begun the same epoch, and been
        // first.
        refuseUnlessAll(keys);
    }

    private void refuseUnlessAll(KeyRing keys) {
        // The database first: whatever it remembers already stands in the ring, also when somebody else begins an
        // epoch.
        var known = new TreeMap<>(remembered());
        var there = fingerprints(keys);
        var gone = keys.history().stream()
                .filter(epoch -> !epoch.lives())
                .map(epoch -> Integer.toString(epoch.number()))
                .collect(Collectors.toSet());
        for (var key : known.entrySet()) {
            var found = there.get(key.getKey());
            if (gone.contains(key.getKey()) || isOlder(key.getKey(), there)) {
                continue;
            }
            if (found == null || !MessageDigest.isEqual(found, key.getValue())) {
                throw new KeysDoNotFit(key.getKey());
            }
        }
    }

    /** Epochs below all that live were destroyed; the ring remembers the latest of them only. */
    private static boolean isOlder(String name, Map<String, byte[]> there) {
        return Character.isDigit(name.charAt(0))
                && there.keySet().stream()
                        .filter(key -> Character.isDigit(key.charAt(0)))
                        .allMatch(key -> Integer.parseInt(name) < Integer.parseInt(key));
    }

    private Map<String, byte[]> remembered() {
        var fingerprints = new HashMap<String, byte[]>();
        database.each(row -> fingerprints.put(row.getString("name"), row.getBytes("fingerprint")), REMEMBERED);
        return fingerprints;
    }

    private static Map<String, byte[]> fingerprints(KeyRing keys) {
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
