package app.counterfoil.hub.safekeeping;

import app.counterfoil.vault.keys.EpochKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The backups in a folder: how many, which of them still open, and, when asked, the oldest of them away. */
final class BackupsInFolder {

    private static final String NAMES = "counterfoil-*.backup";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final EpochKeys keys;

    /** Those in this folder; a folder that is not there holds none. */
    public BackupsInFolder(Path folder, EpochKeys keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /**
     * A backup in the folder.
     *
     * @param file where it is
     * @param madeAt when it was made, as it says itself
     * @param opens whether the key of its epoch is still there
     */
    public record Old(Path file, Instant madeAt, boolean opens) {}

    /** Where a backup goes that is made at this moment. */
    public static Path fileIn(Path folder, Instant at) {
        return folder.resolve("counterfoil-" + TIME.format(at) + ".backup");
    }

    /** All of them, the latest first. Files of other names or without a readable beginning are nobody's business. */
    public List<Old> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Old>();
        try (var files = Files.newDirectoryStream(folder, NAMES)) {
            for (var file : files) {
                try (var in = Files.newInputStream(file)) {
                    Header.read(in)
                            .ifPresent(header -> found.add(new Old(file, header.madeAt(), header.opensWith(keys))));
                }
            }
        } catch (IOException unreadable) {
            throw BackupNotWritten.because(folder, unreadable);
        }
        found.sort(Comparator.comparing(Old::madeAt).thenComparing(Old::file).reversed());
        return List.copyOf(found);
    }

    /**
     * Deletes the oldest beyond so many, and says which.
     *
     * @param made the one that was just made, and stays: by a clock that was ahead, an older one may seem to be the latest
     */
    public List<Path> keepLatest(int most, Path made) {
        var files = new ArrayList<>(all().stream().map(Old::file).toList());
        // One that was given another name is nobody's business, and counts for none of them.
        var others = files.removeIf(file -> file.getFileName().equals(made.getFileName())) ? most - 1 : most;
        var beyond = files.subList(Math.min(files.size(), others), files.size());
        for (var file : beyond) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException kept) {
                throw BackupNotWritten.because(file, kept);
            }
        }
        return beyond;
    }
}
