package app.counterfoil.vault.keys;

import app.counterfoil.vault.seal.Fields;
import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Epoch keys in a folder: {@code root.key} holds the root key, {@code epochs} one line for each epoch key and one for
 * the signing key, each wrapped by the root key. Folder and files can be read by their owner alone.
 */
public final class KeyFile implements EpochKeys {

    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");
    private static final String SIGNING = "signing";
    private static final String ROUTING = "routing";

    private final Map<String, Secret> kept;
    private final int current;

    private KeyFile(Map<String, Secret> kept) {
        this.kept = kept;
        this.current = epochs().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /**
     * Opens the keys in the folder, and makes them on first use.
     *
     * @throws KeysUnavailable if the folder cannot be used, others can read it, or the keys do not fit each other
     */
    public static KeyFile openOrCreate(Path folder) {
        return inFolder(folder, (root, epochs) -> {
            if (!Files.exists(root) && !Files.exists(epochs)) {
                create(folder, root, epochs);
            }
        });
    }

    /**
     * Opens the keys in the folder, which must be there: what was sealed under them opens under no others.
     *
     * @throws KeysUnavailable if they are not there, or for what {@link #openOrCreate} refuses
     */
    public static KeyFile open(Path folder) {
        return inFolder(folder, (root, epochs) -> {
            if (!Files.exists(root) && !Files.exists(epochs)) {
                throw new KeysUnavailable(
                        "The key folder " + folder + " is empty, but the database was filled under keys.",
                        "Restore the folder from your backup of the keys, or name the right one in counterfoil.home."
                                + " Without it nothing in this database can ever be opened.");
            }
        });
    }

    private interface Before {
        void reading(Path root, Path epochs) throws IOException;
    }

    private static KeyFile inFolder(Path folder, Before before) {
        try {
            var root = folder.resolve("root.key");
            var epochs = folder.resolve("epochs");
            before.reading(root, epochs);
            return new KeyFile(read(root, epochs));
        } catch (IOException unusable) {
            throw new KeysUnavailable(
                    "The key folder " + folder + " cannot be used ("
                            + unusable.getClass().getSimpleName() + ").",
                    "Give the user who runs Counterfoil this folder, or name another one in counterfoil.home.");
        }
    }

    @Override
    public Set<Integer> epochs() {
        return kept.keySet().stream()
                .filter(name -> Character.isDigit(name.charAt(0)))
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public int current() {
        return current;
    }

    @Override
    public Secret key(int epoch) {
        var secret = kept.get(Integer.toString(epoch));
        if (secret == null) {
            throw new KeysUnavailable(
                    "The key of epoch " + epoch + " is not in the key file.",
                    "If the database is older than the key file, restore it with ./counterfoil restore.");
        }
        return secret;
    }

    @Override
    public Secret signingKey() {
        return named(SIGNING);
    }

    @Override
    public Secret routingKey() {
        return named(ROUTING);
    }

    private Secret named(String name) {
        var secret = kept.get(name);
        if (secret == null) {
            throw new KeysUnavailable(
                    "The key file holds no " + name + " key.",
                    "Restore the file 'epochs' from your backup of the keys.");
        }
        return secret;
    }

    private static void create(Path folder, Path rootFile, Path epochsFile) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, OWNER_ONLY_FOLDER);
        var root = Secret.random();
        var wrapping = new Wrapping(root);
        var lines = new ArrayList<String>();
        for (var name : List.of("1", SIGNING, ROUTING)) {
            lines.add(name + " " + Base64.getEncoder().encodeToString(wrapping.wrap(Secret.random(), boundTo(name))));
        }
        // The epochs first: a crash in between leaves a folder that says what is missing, not one that looks empty.
        writeDurably(epochsFile, String.join("\n", lines) + "\n");
        writeDurably(rootFile, Base64.getEncoder().encodeToString(root.exposedForKeeping()) + "\n");
    }

    private static Map<String, Secret> read(Path rootFile, Path epochsFile) throws IOException {
        if (!Files.exists(rootFile) || !Files.exists(epochsFile)) {
            throw new KeysUnavailable(
                    "The key folder " + rootFile.getParent() + " holds only one of its two files.",
                    "Restore both files from your backup of the keys; if the installation is new and empty, delete the"
                            + " folder.");
        }
        refuseIfOthersCanRead(rootFile);
        refuseIfOthersCanRead(epochsFile);
        try {
            var wrapping = new Wrapping(Secret.of(
                    Base64.getDecoder().decode(Files.readString(rootFile).strip())));
            var kept = new HashMap<String, Secret>();
            for (var line : Files.readAllLines(epochsFile)) {
                var parts = line.split(" ", 2);
                kept.put(parts[0], wrapping.unwrap(Base64.getDecoder().decode(parts[1]), boundTo(parts[0])));
            }
            return Map.copyOf(kept);
        } catch (NotSealedLikeThis | IllegalArgumentException | ArrayIndexOutOfBoundsException unfit) {
            throw new KeysUnavailable(
                    "The two files in " + rootFile.getParent() + " do not fit each other.",
                    "Restore both from the same backup of the keys.");
        }
    }

    private static void refuseIfOthersCanRead(Path file) throws IOException {
        if (!OWNER_ONLY_FILE.containsAll(Files.getPosixFilePermissions(file))) {
            throw new KeysUnavailable(
                    "The key file " + file + " can be read by others.", "Run: chmod 600 " + file + ".");
        }
    }

    private static void writeDurably(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FILE));
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        var parent = file.getParent();
        if (parent != null) {
            try (var folder = FileChannel.open(parent, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private static byte[] boundTo(String name) {
        return new Fields().text("counterfoil key file").text(name).toBytes();
    }
}
