package app.counterfoil.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * Copies the data folder of a running server, file by file. The files are of different moments and some are caught half
 * written; the label says from where the log has to be applied to make one state of them.
 */
final class BaseCopy {

    /** Made anew by the server that starts on the copy; of the log it gets what it needs from the primary. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "pg_wal");

    private static final Set<String> LEFT_OUT = Set.of(
            "backup_label",
            "backup_label.old",
            "backup_manifest",
            "current_logfiles",
            "postmaster.opts",
            "postmaster.pid",
            "recovery.signal",
            "standby.signal");

    private static final Path CONTROL = Path.of("global/pg_control");

    private final Path from;
    private final Path into;
    private final ServerUser user;

    private BaseCopy(Path from, Path into, ServerUser user) {
        this.from = from;
        this.into = into;
        this.user = user;
    }

    /**
     * Copies the folder {@code from} into the new folder {@code into}, durably. The connection is the superuser's; it
     * stays in the state of a backup while files are copied.
     */
    static void make(Connection primary, Path from, Path into, ServerUser user) throws SQLException, IOException {
        var copy = new BaseCopy(from, into, user);
        try (var statement = primary.createStatement()) {
            statement.execute("SELECT pg_backup_start('counterfoil standby', fast => true)");
            copy.folder(into);
            copy.files();
            // Last, so that it is not older than a file beside it.
            copy.file(from.resolve(CONTROL), into.resolve(CONTROL));
            try (var label =
                    statement.executeQuery("SELECT labelfile FROM pg_backup_stop(wait_for_archive => false)")) {
                label.next();
                copy.text("backup_label", label.getString(1));
            }
        }
    }

    /** Writes a small file of the server's beside the copied ones. */
    void text(String name, String content) throws IOException {
        text(into, user, name, content);
    }

    static void text(Path folder, ServerUser user, String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
        user.own(file);
        force(file);
        force(folder);
    }

    /** Has the disk keep what was written of a file, or which files a folder has. */
    static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void files() throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                var inside = from.relativize(folder);
                if (!folder.equals(from)) {
                    folder(into.resolve(inside));
                }
                return EMPTIED.contains(inside.toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var inside = from.relativize(file);
                if (attributes.isRegularFile() && isCopied(inside)) {
                    file(file, into.resolve(inside));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
                if (failed != null) {
                    throw failed;
                }
                force(into.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isCopied(Path inside) {
        var name = inside.getFileName().toString();
        return !inside.equals(CONTROL)
                && !LEFT_OUT.contains(inside.toString())
                && !name.startsWith("pgsql_tmp")
                && !name.startsWith("pg_internal.init");
    }

    private void folder(Path folder) throws IOException {
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        user.own(folder);
    }

    /** A file that has gone meanwhile is gone for the copy, too: the log says so. */
    private void file(Path source, Path target) throws IOException {
        try (var in = FileChannel.open(source, StandardOpenOption.READ);
                var out = FileChannel.open(
                        target,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            var size = in.size();
            for (long at = 0; at < size; ) {
                var moved = in.transferTo(at, size - at, out);
                if (moved <= 0) {
                    break;
                }
                at += moved;
            }
            out.force(true);
        } catch (NoSuchFileException goneMeanwhile) {
            return;
        }
        user.own(target);
    }
}
