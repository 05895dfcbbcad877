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
        var nobody = Files.exists(data)
                ? !Integer.valueOf(0).equals(Files.getAttribute(data, "unix:uid"))
                : Files.isExecutable(Path.of(SETPRIV)) && runs(asNobody(List.of("test", "-x", home.toString())));
        if (nobody) {
            return new ServerUser(Way.NOBODY);
        }
        if (!runs(inNamespace(List.of("true")))) {
            throw new NoUserForServer(home);
        }
        return new ServerUser(Way.NAMESPACE);
    }

    /** The command, run as this user. */
    List<String> run(List<String> command) {
        return switch (way) {
            case SAME -> command;
            case NOBODY -> asNobody(command);
            case NAMESPACE -> inNamespace(command);
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

    private static List<String> inNamespace(List<String> command) {
        return joined(List.of("unshare", "-U"), command);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static String currentUid() throws IOException {
        return String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static boolean runs(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
