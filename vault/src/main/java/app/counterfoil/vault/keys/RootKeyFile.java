package app.counterfoil.vault.keys;

import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The root key as the file {@code root.key}: one line for each version that lives. */
public final class RootKeyFile implements RootKey {

    static final String FILE = "root.key";

    private final KeyFolder folder;

    /** The root key in that folder; made with its first version. */
    public RootKeyFile(KeyFolder folder) {
        this.folder = folder;
    }

    @Override
    public int turn() {
        var versions = folder.holds(FILE) ? versions() : new TreeMap<Integer, Secret>();
        int next = versions.isEmpty() ? 1 : versions.lastKey() + 1;
        versions.put(next, Secret.random());
        write(versions);
        return next;
    }

    @Override
    public String wrap(Secret secret, byte[] boundTo) {
        var newest = versions().lastEntry();
        return "r" + newest.getKey() + ":"
                + Base64.getEncoder().encodeToString(new Wrapping(newest.getValue()).wrap(secret, boundTo));
    }

    @Override
    public List<Secret> unwrap(List<Wrapped> wrapped) {
        var versions = versions();
        var secrets = new ArrayList<Secret>(wrapped.size());
        for (var each : wrapped) {
            var root = versions.get(versionOf(each.text()));
            if (root == null) {
                throw folder.doesNotFit();
            }
            try {
                secrets.add(new Wrapping(root).unwrap(bytes(each.text()), each.boundTo()));
            } catch (NotSealedLikeThis | IllegalArgumentException unfit) {
                throw folder.doesNotFit();
            }
        }
        return secrets;
    }

    @Override
    public int versionOf(String wrapped) {
        try {
            return Integer.parseInt(wrapped.substring(1, Math.max(1, wrapped.indexOf(':'))));
        } catch (NumberFormatException unfit) {
            throw folder.doesNotFit();
        }
    }

    @Override
    public void destroyBefore(int version) {
        var versions = versions();
        if (!versions.headMap(version).isEmpty()) {
            write(new TreeMap<>(versions.tailMap(version)));
        }
    }

    private NavigableMap<Integer, Secret> versions() {
        if (!folder.holds(FILE)) {
            throw new KeysUnavailable(
                    "The key folder " + folder.folder() + " holds no " + FILE + ".",
                    "Restore it from its copy; if the installation is new and empty, delete the folder.");
        }
        var versions = new TreeMap<Integer, Secret>();
        try {
            for (var line : folder.read(FILE).lines().toList()) {
                var parts = line.split(" ", 2);
                if (parts.length == 1) {
                    // Before root keys had versions the file was the key alone.
                    versions.put(1, Secret.of(Base64.getDecoder().decode(parts[0])));
                } else {
                    versions.put(
                            Integer.valueOf(parts[0].substring(1)),
                            Secret.of(Base64.getDecoder().decode(parts[1])));
                }
            }
        } catch (IllegalArgumentException unfit) {
            throw folder.doesNotFit();
        }
        return versions;
    }

    private void write(Map<Integer, Secret> versions) {
        var text = new StringBuilder();
        versions.forEach((version, secret) -> text.append('r')
                .append(version)
                .append(' ')
                .append(Base64.getEncoder().encodeToString(secret.exposedForKeeping()))
                .append('\n'));
        folder.write(FILE, text.toString());
    }

    private static byte[] bytes(String wrapped) {
        return Base64.getDecoder().decode(wrapped.substring(wrapped.indexOf(':') + 1));
    }
}
