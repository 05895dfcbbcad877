package app.counterfoil.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A PostgreSQL server that lives in a folder and is safe to keep data in: durable settings, checksums, passwords, and
 * loopback only. It ends with the program that started it, however that ends, and is started again if it is killed.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    private final FolderLock lock;
    private final Postmaster postmaster;
    private final ServerAddress superuser;

    private EmbeddedPostgres(FolderLock lock, Postmaster postmaster, ServerAddress superuser) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.superuser = superuser;
    }

    /**
     * Starts the server that lives in the folder; the first time, makes it.
     *
     * @throws FolderInUse if another instance runs there
     * @throws FencedOff if another server has taken the place of this one
     * @throws FolderUnusable if the folder cannot be written
     * @throws DiskFull if there is no room
     * @throws PlatformUnsupported if there are no programs for this machine
     * @throws NoUserForServer if we are root and there is no other user for the server
     * @throws ServerDidNotStart if the server does not come up for another reason
     */
    public static EmbeddedPostgres start(EmbeddedPostgresSettings settings) {
        return start(settings, Patience.USUAL);
    }

    static EmbeddedPostgres start(EmbeddedPostgresSettings settings, Patience patience) {
        var home = settings.home();
        FolderLock lock = null;
        try {
            Files.createDirectories(home);
            lock = FolderLock.of(home);
            Fence.refuseIfRaised(home);
            var user = ServerUser.forFolder(home);
            var programs = Programs.unpackedIn(settings.binaries());
            var password = PasswordFile.readOrMake(home.resolve("superuser.password"));
            var cluster = new Cluster(home, programs, user);
            cluster.makeUnlessThere(SUPERUSER, password);
            cluster.stopOrphan();
            var port =
                    settings.port() == 0 ? PinnedPort.of(home).orElseGet(EmbeddedPostgres::freePort) : settings.port();
            var address = ServerAddress.onLoopback(port, SUPERUSER, password);
            var postmaster = new Postmaster(cluster, address, port, settings.parameters(), patience);
            postmaster.start();
            return new EmbeddedPostgres(lock, postmaster, address);
        } catch (IOException failed) {
            if (lock != null) {
                lock.release();
            }
            throw FolderUnusable.toldBy(home, failed);
        } catch (RuntimeException failed) {
            if (lock != null) {
                lock.release();
            }
            throw failed;
        }
    }

    /**
     * The superuser's way to the server that another program runs in the folder, if one answers there. It takes no lock,
     * and starts and stops nothing; a server that is still coming up counts as none.
     *
     * @throws FolderUnusable if the folder may not be read
     */
    public static Optional<ServerAddress> running(Path home) {
        return RunningServer.in(home.toAbsolutePath().normalize(), SUPERUSER);
    }

    /** Where the server is, for its superuser: for making roles and databases only. */
    public ServerAddress superuser() {
        return superuser;
    }

    /** Stops the server after its running transactions were rolled back. */
    @Override
    public void close() {
        postmaster.stop();
        lock.release();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noneFree) {
            throw new UncheckedIOException(noneFree);
        }
    }
}
