package app.counterfoil.postgres;

import java.io.File;
import java.util.List;
import java.util.Set;

/**
 * Programs of the server are started without what stands in this program's environment: that may be passwords, and the
 * server may run as a user whom others share.
 */
final class BareProcess {

    private static final Set<String> NEEDED = Set.of("PATH");

    private BareProcess() {}

    /** A program in the root folder, whose errors come with its output. */
    static ProcessBuilder of(List<String> command) {
        var builder = new ProcessBuilder(command).directory(new File("/")).redirectErrorStream(true);
        builder.environment().keySet().retainAll(NEEDED);
        return builder;
    }
}
