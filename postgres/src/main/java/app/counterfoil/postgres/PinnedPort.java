package app.counterfoil.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The port a server keeps from one start to the next, because a second one follows it there. */
final class PinnedPort {

    private static final String FILE = "port";

    private PinnedPort() {}

    static Optional<Integer> of(Path home) throws IOException {
        try {
            return Optional.of(Files.readString(home.resolve(FILE)).strip())
                    .filter(text -> text.matches("\\d{1,5}"))
                    .map(Integer::parseInt);
        } catch (NoSuchFileException anyWillDo) {
            return Optional.empty();
        }
    }

    static void pin(Path home, int port) throws IOException {
        Files.writeString(home.resolve(FILE), port + "\n");
    }
}
