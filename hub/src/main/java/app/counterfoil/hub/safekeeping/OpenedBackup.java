package app.counterfoil.hub.safekeeping;

import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.seal.SealedStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A backup that fits the keys; whether it is whole is known when it was read to its end. */
record OpenedBackup(Path file, Header header, Entries.Reader entries, InputStream stream) implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    /**
     * Opens the file.
     *
     * @throws BackupUnusable if it is none, or damaged where it begins
     * @throws BackupKeyGone if its epoch has ended
     * @throws BackupOfOtherKeys if it was made under others
     */
    static OpenedBackup of(Path file, EpochKeys keys) throws IOException {
        var in = open(file);
        try {
            var header = Header.read(in).orElseThrow(() -> BackupUnusable.notOne(file));
            var opening = new SealedStream(header.contentKey(keys, file)).from(in, header.toBytes());
            return new OpenedBackup(file, header, new Entries.Reader(new BufferedInputStream(opening, BUFFER)), in);
        } catch (IOException | RuntimeException refused) {
            in.close();
            throw refused;
        }
    }

    private static InputStream open(Path file) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                throw BackupUnusable.missing(file);
            }
            return new BufferedInputStream(Files.newInputStream(file), BUFFER);
        } catch (NoSuchFileException missing) {
            throw BackupUnusable.missing(file);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
