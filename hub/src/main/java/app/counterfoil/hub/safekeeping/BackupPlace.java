package app.counterfoil.hub.safekeeping;

import app.counterfoil.vault.files.LastingFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a backup is written: beside its place, readable by its owner alone, and moved there when it is whole. */
final class BackupPlace implements AutoCloseable {

    private static final String PART = ".part";

    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private boolean published;

    private BackupPlace(Path file, Path part, FileChannel channel) {
        this.file = file;
        this.part = part;
        this.channel = channel;
    }

    static BackupPlace at(Path wished) throws IOException {
        var file = wished.toAbsolutePath().normalize();
        if (Files.exists(file)) {
            throw BackupNotWritten.isThere(file);
        }
        var folder = file.resolveSibling("");
        Files.createDirectories(folder);
        removeHalfMade(folder);
        var part = file.resolveSibling(file.getFileName() + PART);
        var channel = FileChannel.open(
                part,
                // In a folder that others may write to, a link could lead to any file of ours.
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (!isAlone(channel)) {
            channel.close();
            throw BackupNotWritten.atWork(file);
        }
        // What a backup that was killed has left there goes.
        channel.truncate(0);
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        return new BackupPlace(file, part, channel);
    }

    /** Where to write; closing it closes nothing, since the file is still to be made to last. */
    OutputStream out() {
        var stream = Channels.newOutputStream(channel);
        return new OutputStream() {
            @Override
            public void write(int each) throws IOException {
                stream.write(each);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                stream.write(bytes, from, count);
            }
        };
    }

    /** Makes what was written last, and puts it in its place; returns its length in bytes. */
    long publish() throws IOException {
        channel.force(true);
        var bytes = channel.size();
        if (Files.exists(file)) {
            throw BackupNotWritten.isThere(file);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        published = true;
        LastingFiles.keepNames(file.resolveSibling(""));
        return bytes;
    }

    @Override
    public void close() throws IOException {
        if (!published) {
            Files.deleteIfExists(part);
        }
        channel.close();
    }

    /** What backups that were killed have left in the folder, unless one of them is at work there now. */
    private static void removeHalfMade(Path folder) throws IOException {
        try (var parts = Files.newDirectoryStream(folder, "*.backup" + PART)) {
            for (var part : parts) {
                if (!Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                }
                try (var channel = FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                    if (isAlone(channel)) {
                        Files.deleteIfExists(part);
                    }
                }
            }
        }
    }

    private static boolean isAlone(FileChannel channel) throws IOException {
        try {
            var lock = channel.tryLock();
            return held(lock);
        } catch (OverlappingFileLockException inThisProgram) {
            return false;
        }
    }

    private static boolean held(@Nullable Object lock) {
        return lock != null;
    }
}
