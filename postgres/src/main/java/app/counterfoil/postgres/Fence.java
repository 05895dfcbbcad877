package app.counterfoil.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps a server down for good whose place another one takes: two servers that both take orders cannot be put together
 * again. The mark lies in the folder and outlives restarts of the machine.
 */
public final class Fence {

    private static final String FILE = "fenced";
    private static final String TEXT =
            """
            Another server has taken the place of the one in this folder. It must not take orders any more.
            Make a new copy of the other one in an empty folder; what is here may be behind it or beside it.
            """;

    /** A program that looks after its server starts it again within this, if it had begun to when the mark was set. */
    private static final Duration LATEST_RESTART = Duration.ofSeconds(2);

    private static final Duration STEP = Duration.ofMillis(50);

    private Fence() {}

    /**
     * Stops the server of the folder, whoever started it, and keeps every later start from it.
     *
     * @throws FolderInUse if it does not end
     * @throws FolderUnusable if the mark cannot be set
     */
    public static void raise(Path folder) {
        var home = folder.toAbsolutePath().normalize();
        try {
            mark(home);
            var until = System.nanoTime() + LATEST_RESTART.toNanos();
            ServerProcess.stop(home);
            while (isLookedAfter(home) && System.nanoTime() - until < 0) {
                LockSupport.parkNanos(STEP.toNanos());
                ServerProcess.stop(home);
            }
        } catch (IOException failed) {
            throw FolderUnusable.toldBy(home, failed);
        }
    }

    static void refuseIfRaised(Path home) {
        if (isRaised(home)) {
            throw new FencedOff(home);
        }
    }

    static boolean isRaised(Path home) {
        return Files.exists(home.resolve(FILE));
    }

    private static void mark(Path home) throws IOException {
        try (var file = FileChannel.open(
                home.resolve(FILE),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            file.write(ByteBuffer.wrap(TEXT.getBytes(StandardCharsets.UTF_8)));
            file.force(true);
        }
        BaseCopy.force(home);
    }

    private static boolean isLookedAfter(Path home) throws IOException {
        try {
            FolderLock.of(home).release();
            return false;
        } catch (FolderInUse held) {
            return true;
        }
    }
}
