package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.storage.StorageSettings;
import app.counterfoil.vault.keys.KeyRing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The backups in the folders where this installation puts them, for whoever has to know what one of them gives away. */
@Component
public class KnownBackups {

    private final KeyRing keys;
    private final List<Path> folders;

    KnownBackups(StorageSettings settings, KeyRing keys, @Value("${counterfoil.backup.folder:}") String nightly) {
        this.keys = keys;
        var usual = settings.home().resolve("backups");
        this.folders = nightly.isBlank() ? List.of(usual) : List.of(usual, Path.of(nightly));
    }

    /** The names of their files, the latest first in each folder. */
    public List<String> names() {
        return List.copyOf(files().keySet());
    }

    /** When the newest that opens with the keys of today was made; each was read again from end to end then. */
    public Optional<Instant> newest() {
        return folders.stream()
                .flatMap(folder -> new BackupsInFolder(folder, keys).all().stream())
                .filter(BackupsInFolder.Old::opens)
                .map(BackupsInFolder.Old::madeAt)
                .max(Comparator.naturalOrder());
    }

    /** The file of that name, if it is one of them. */
    public Optional<Path> file(String name) {
        return Optional.ofNullable(files().get(name));
    }

    /**
     * Reads a backup beside the living keys, and tells of each sealed record in it.
     *
     * @return whether it could be read; a file whose own key was destroyed opens for nobody, and nothing is told of it
     * @throws app.counterfoil.hub.measure.Refusal if it is no backup, damaged, or was made under other keys
     */
    public boolean each(Path file, Consumer<SealedInBackup> told) {
        return RecordsInBackup.each(file, keys, told);
    }

    private Map<String, Path> files() {
        var files = new LinkedHashMap<String, Path>();
        for (var folder : folders) {
            new BackupsInFolder(folder, keys)
                    .all()
                    .forEach(each -> files.put(each.file().getFileName().toString(), each.file()));
        }
        return files;
    }
}
