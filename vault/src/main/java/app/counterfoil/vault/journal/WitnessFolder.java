package app.counterfoil.vault.journal;

import app.counterfoil.vault.files.LastingFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Remembers checkpoints in a folder, one small file for each seller, replaced whole and forced to the disk. */
public final class WitnessFolder implements CheckpointWitness {

    private static final Pattern LINE = Pattern.compile("([1-9][0-9]{0,9}) ([0-9a-f]{64})\\s*");

    private static final String ENDING = ".checkpoint";

    private final Path folder;

    /** Remembers in this folder, which is made when the first checkpoint is seen. */
    public WitnessFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Head> lastSeen(UUID seller) {
        try {
            var line = LINE.matcher(Files.readString(file(seller), StandardCharsets.US_ASCII));
            if (!line.matches()) {
                throw new WitnessUnusable(file(seller), "it is damaged");
            }
            return Optional.of(new Head(Integer.parseInt(line.group(1)), line.group(2)));
        } catch (NoSuchFileException nothingYet) {
            return Optional.empty();
        } catch (IOException | NumberFormatException unusable) {
            throw new WitnessUnusable(file(seller), unusable.getClass().getSimpleName());
        }
    }

    @Override
    public void seen(UUID seller, Head head) {
        try {
            LastingFiles.write(file(seller), head.number() + " " + head.hash() + "\n");
        } catch (IOException unusable) {
            throw new WitnessUnusable(folder, unusable.getClass().getSimpleName());
        }
    }

    @Override
    public void forget(UUID seller) {
        try {
            Files.deleteIfExists(file(seller));
        } catch (IOException unusable) {
            throw new WitnessUnusable(file(seller), unusable.getClass().getSimpleName());
        }
    }

    /**
     * The sellers of whom a checkpoint was seen.
     *
     * @throws WitnessUnusable if the folder cannot be read
     */
    public Set<UUID> sellers() {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> UUID.fromString(name.substring(0, name.length() - ENDING.length())))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new WitnessUnusable(folder, unreadable.getClass().getSimpleName());
        }
    }

    private Path file(UUID seller) {
        return folder.resolve(seller + ENDING);
    }
}
