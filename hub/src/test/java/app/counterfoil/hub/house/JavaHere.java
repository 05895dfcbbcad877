package app.counterfoil.hub.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Java that this machine has.
 *
 * @param version its feature version, such as 17
 * @param home where it is
 */
record JavaHere(int version, Path home) {

    private static final Path USUAL = Path.of("/usr/lib/jvm");
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
    private static final int OLDEST = 17;
    private static final int NEWEST = 25;

    /** One of each version that the hub runs on: the one that runs the tests, and what the machine has besides. */
    static Collection<JavaHere> eachVersion() throws IOException {
        var found = new TreeMap<Integer, JavaHere>();
        try (var homes = Files.isDirectory(USUAL) ? Files.list(USUAL) : Stream.<Path>empty()) {
            homes.sorted(Comparator.comparing(Path::toString))
                    .flatMap(home -> at(home).stream())
                    .filter(java -> java.version() >= OLDEST && java.version() <= NEWEST)
                    .forEach(java -> found.putIfAbsent(java.version(), java));
        }
        int ours = Runtime.version().feature();
        found.put(ours, new JavaHere(ours, Path.of(System.getProperty("java.home"))));
        System.out.println("The demo is started with Java " + found.keySet() + ".");
        return found.values();
    }

    private static Optional<JavaHere> at(Path home) {
        if (!Files.isExecutable(home.resolve("bin/javac"))) {
            return Optional.empty();
        }
        try {
            var release = VERSION.matcher(Files.readString(home.resolve("release")));
            return release.find()
                    ? Optional.of(new JavaHere(Integer.parseInt(release.group(1)), home))
                    : Optional.empty();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Java " + version;
    }
}
