package app.counterfoil.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds published contracts and vectors beside the project; they are not part of it. */
public final class PublishedContracts {

    private PublishedContracts() {}

    /** The file, or a visible skip of the test when the published files are not on this machine. */
    public static Path file(String name) {
        var file = find(name);
        assumeTrue(
                file.isPresent(),
                "SKIPPED: the published file " + name
                        + " is not here; set COUNTERFOIL_CONTRACTS to the folder that holds it.");
        return file.orElseThrow();
    }

    /** The file, if the published files are on this machine. */
    public static Optional<Path> find(String name) {
        return folder().map(folder -> folder.resolve(name)).filter(Files::exists);
    }

    private static Optional<Path> folder() {
        var named = System.getenv("COUNTERFOIL_CONTRACTS");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/contracts"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
