package app.counterfoil.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * The guards of the build, seen to bite: a small project below ours, with our pom as its parent, has one module for each
 * guard that breaks it and one that breaks none; it is built by the same Maven, as every module of ours is.
 */
class BuildGuardsTest {

    private static final Path PROJECT = Path.of("target/broken-build").toAbsolutePath();

    private static final Map<String, String> MODULES = Map.of(
            "fine",
            """
            package app.counterfoil.broken.build;

            /** Breaks nothing. */
            final class Fine {

                private Fine() {}

                static String words(String text) {
                    return text.strip();
                }
            }
            """,
            "errorprone",
            """
            package app.counterfoil.broken.build;

            /** Makes an exception and forgets to throw it. */
            final class Forgetful {

                private Forgetful() {}

                static void check() {
                    new IllegalStateException("forgotten");
                }
            }
            """,
            "locale",
            """
            package app.counterfoil.broken.build;

            /** Means something else in Turkey; our pom makes that an error. */
            final class Shouting {

                private Shouting() {}

                static String loud(String text) {
                    return text.toUpperCase();
                }
            }
            """,
            "nullaway",
            """
            package app.counterfoil.broken.build;

            import org.jspecify.annotations.NullMarked;

            /** Says that there is always an answer. */
            @NullMarked
            final class Liar {

                private Liar() {}

                static String answer() {
                    return null;
                }
            }
            """,
            "warning",
            """
            package app.counterfoil.broken.build;

            import java.util.List;

            /** What the compiler only warns of is an error too. */
            final class Raw {

                private Raw() {}

                static int count(List words) {
                    return words.size();
                }
            }
            """,
            "formatter",
            """
            package app.counterfoil.broken.build;

            /** Written in a hurry. */
            final class Untidy {
              private Untidy() { }
            }
            """);

    private static String said = "";

    @BeforeAll
    static void buildIt() throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(PROJECT);
        Files.createDirectories(PROJECT);
        write(PROJECT.resolve("pom.xml"), pom("../../../pom.xml", "broken", modules()));
        for (var module : MODULES.entrySet()) {
            var folder = PROJECT.resolve(module.getKey());
            write(folder.resolve("pom.xml"), pom("../../../../pom.xml", module.getKey(), ""));
            write(
                    folder.resolve("src/main/java/app/counterfoil/broken/build/" + type(module.getValue()) + ".java"),
                    module.getValue());
        }
        var command = List.of(
                maven(),
                "-B",
                "-ntp",
                "-fae",
                "-f",
                PROJECT.resolve("pom.xml").toString(),
                "-Dmaven.repo.local=" + System.getProperty("counterfoil.maven.repository"),
                "verify");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isNotZero();
    }

    @Test
    void whatIsDoneRightIsBuilt() {
        assertThat(said).containsPattern("fine \\.+ SUCCESS");
    }

    @Test
    void errorProneComplains() {
        fails("errorprone", "Forgetful.java:[9,9] [DeadException]");
    }

    @Test
    void errorProneKnowsWhatWeAskedOfIt() {
        fails("locale", "Shouting.java:[9,32] [StringCaseLocaleUsage]");
    }

    @Test
    void nullAwayComplains() {
        fails("nullaway", "Liar.java:[12,9] [NullAway] returning @Nullable expression");
    }

    @Test
    void aWarningIsAnError() {
        fails("warning", "warnings found and -Werror specified");
    }

    @Test
    void theFormatterComplains() {
        fails("formatter", "The following files had format violations");
    }

    private static void fails(String module, String complaint) {
        assertThat(said).contains(complaint).containsPattern(module + " \\.+ FAILURE");
    }

    private static String maven() {
        var home = System.getProperty("counterfoil.maven.home", "");
        var program = Path.of(home, "bin", "mvn");
        return Files.isExecutable(program) ? program.toString() : "mvn";
    }

    private static String type(String code) {
        return code.replaceFirst("(?s).*final class (\\w+).*", "$1");
    }

    private static String modules() {
        var modules = new StringBuilder("<packaging>pom</packaging><modules>");
        MODULES.keySet().stream().sorted().forEach(name -> modules.append("<module>" + name + "</module>"));
        return modules.append("</modules>").toString();
    }

    private static String pom(String parent, String name, String more) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>app.counterfoil</groupId>
                    <artifactId>counterfoil</artifactId>
                    <version>0.1.0-SNAPSHOT</version>
                    <relativePath>%s</relativePath>
                  </parent>
                  <artifactId>%s</artifactId>
                  %s
                </project>
                """
                .formatted(parent, name, more);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }
}
