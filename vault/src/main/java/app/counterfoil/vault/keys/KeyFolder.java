package app.counterfoil.vault.keys;

import app.counterfoil.vault.files.LastingFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where keys lie: a folder that its owner alone can read, and copies of it elsewhere that always say the same. Keys are
 * copied, never archived: an archive would bring back what was destroyed.
 */
public final class KeyFolder {

    /** One process holds the file's lock, one thread of it this. */
    private static final Object ONE_THREAD = new Object();

    private final Path folder;
    private final List<Path> copies;

    private KeyFolder(Path folder, List<Path> copies) {
        this.folder = folder;
        this.copies = List.copyOf(copies);
    }

    /**
     * The keys in this folder.
     *
     * @param folder where they are read
     * @param copies further folders, on other disks, into which every change is written before it counts
     */
    public static KeyFolder of(Path folder, List<Path> copies) {
        return new KeyFolder(folder, copies);
    }

    Path folder() {
        return folder;
    }

    boolean holds(String file) {
        return Files.exists(folder.resolve(file));
    }

    String read(String file) {
        var path = folder.resolve(file);
        try {
            refuseIfOthersCanRead(path);
            return Files.readString(path, StandardCharsets.US_ASCII);
        } catch (IOException unusable) {
            throw unusable(folder, unusable);
        }
    }

    /** Writes the copies first: a version of a key that stands in one place only is never in use. */
    void write(String file, String text) {
        var places = new ArrayList<>(copies);
        places.add(folder);
        for (var place : places) {
            try {
                LastingFiles.write(place.resolve(file), text);
            } catch (IOException unusable) {
                throw unusable(place, unusable);
            }
        }
    }

    void delete(String file) {
        try {
            for (var copy : copies) {
                Files.deleteIfExists(copy.resolve(file));
            }
            Files.deleteIfExists(folder.resolve(file));
        } catch (IOException unusable) {
            throw unusable(folder, unusable);
        }
    }

    /** By what a change of the file is seen without reading it; empty if there is none. */
    Optional<String> stamp(String file) {
        try {
            var attributes = Files.readAttributes(folder.resolve(file), BasicFileAttributes.class);
            return Optional.of(attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey());
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    /** Does something while nobody else, of this program or another, changes the keys. */
    <T> T alone(Supplier<T> work) {
        synchronized (ONE_THREAD) {
            try {
                LastingFiles.folder(folder);
                try (var channel = FileChannel.open(
                                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var lock = channel.lock()) {
                    return work.get();
                }
            } catch (IOException unusable) {
                throw unusable(folder, unusable);
            }
        }
    }

    private static void refuseIfOthersCanRead(Path file) throws IOException {
        if (!LastingFiles.isForItsOwnerAlone(file)) {
            throw new KeysUnavailable(
                    "The key file " + file + " can be read by others.", "Run: chmod 600 " + file + ".");
        }
    }

    private static KeysUnavailable unusable(Path place, IOException reason) {
        return new KeysUnavailable(
                "The key folder " + place + " cannot be used ("
                        + reason.getClass().getSimpleName() + ").",
                "Give the user who runs Counterfoil this folder, or name another one in counterfoil.home; a folder of"
                        + " copies is named in counterfoil.keys.copies.");
    }

    /** The refusal of a folder whose files are not of one moment. */
    KeysUnavailable doesNotFit() {
        return new KeysUnavailable(
                "The files in " + folder + " do not fit each other, or were changed.",
                "Put both files back from the same copy of the key folder.");
    }
}
