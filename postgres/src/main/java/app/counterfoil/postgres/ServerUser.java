package app.counterfoil.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The user the server runs as. PostgreSQL refuses to run as root; started by root it runs as the unprivileged user
 * {@code nobody} where that user can reach the folder, and otherwise in a user namespace in which root is nobody.
 */
final class ServerUser {

    private static final int NOBODY = 65_534;

    private static final String SETPRIV = "/usr/bin/setpriv";

    private enum Way {
        SAME,
        NOBODY,
        NAMESPACE
    }

    private final Way way;

    private ServerUser(Way way) {
        this.way = way;
    }

    static ServerUser forFolder(Path home) throws IOException {
        if (!currentUid().equals("0")) {
            return new ServerUser(Way.SAME);
        }
        var data = home.resolve("data");
        if (Files.exists(data)) {
            var ownedByRoot = Integer.valueOf(0).equals(Files.getAttribute(data, "unix:uid"));
            return new ServerUser(ownedByRoot ? Way.NAMESPACE : Way.NOBODY);
        }
        var reachable = Files.isExecutable(Path.of(SETPRIV)) && runs(asNobody(List.of("test", "-x", home.toString())));
        return new ServerUser(reachable ? Way.NOBODY : Way.NAMESPACE);
    }

    /** The command, run as this user. */
    List<String> run(List<String> command) {
        return switch (way) {
            case SAME -> command;
            case NOBODY -> asNobody(command);
            case NAMESPACE -> joined(List.of("unshare", "-U"), command);
        };
    }

    /** Gives a file or folder to this user. */
    void own(Path path) throws IOException {
        if (way == Way.NOBODY) {
            Files.setAttribute(path, "unix:uid", NOBODY);
            Files.setAttribute(path, "unix:gid", NOBODY);
        }
    }

    private static List<String> asNobody(List<String> command) {
        return joined(List.of(SETPRIV, "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), command);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static String currentUid() throws IOException {
        return String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static boolean runs(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
