package app.counterfoil.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a folder to one instance. The lock on the file keeps other programs out. Within one program it would do the
 * opposite (POSIX drops a program's lock when any of its channels on the file closes), so here a set decides.
 */
final class FolderLock {

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private FolderLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    static FolderLock of(Path home) throws IOException {
        if (!HELD_HERE.add(home)) {
            throw new FolderInUse(home);
        }
        try {
            // For its owner alone: whoever can read it could hold a lock of their own on it, and nothing would start
            // here.
            var channel = FileChannel.open(
                    home.resolve("instance.lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PasswordFile.FOR_ITS_OWNER);
            if (channel.tryLock() == null) {
                channel.close();
                throw new FolderInUse(home);
            }
            return new FolderLock(home, channel);
        } catch (IOException | FolderInUse notHeld) {
            HELD_HERE.remove(home);
            throw notHeld;
        }
    }

    void release() {
        try {
            channel.close();
        } catch (IOException released) {
            // Closing releases the lock even when it reports a failure.
        } finally {
            HELD_HERE.remove(home);
        }
    }
}
