package app.counterfoil.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The launcher on a stage whose Java and Maven only write down what they were asked for. */
class LauncherTest {

    private static final String JAVA =
            """
            #!/bin/sh
            case "$*" in
              -version) echo 'openjdk version "17.0.15"' >&2; exit ;;
              *FreePort*) echo "$2"; exit ;;
            esac
            printf '%s\\n' "$@" >>"$STAGE/asked"
            case "$*" in
              *--write-address*)
                while [ "$1" != --write-mail-ports ]; do shift; done
                echo 2 3 >"$2"
                while [ "$1" != --write-address ]; do shift; done
                echo http://127.0.0.1:1 >"$2" ;;
            esac
            cat >/dev/null
            """;
    private static final String MAVEN =
            """
            #!/bin/sh
            echo built >>"$STAGE/builds"
            echo "$*" >"$STAGE/mvn"
            echo '[INFO] Building Counterfoil 0.1.0-SNAPSHOT                        [1/3]'
            echo '[INFO] Building Counterfoil hub 0.1.0-SNAPSHOT                    [2/3]'
            [ ! -e "$STAGE/red" ] || echo '[ERROR] hub/src/main/Some.java:[7,3] cannot find symbol'
            for part in hub sandbox bench; do
              mkdir -p $part/target
              touch $part/target/counterfoil-$part-0.1.0-app.jar
            done
            [ ! -e "$STAGE/red" ]
            """;

    private Path stage = Path.of("unset");
    private Path house = Path.of("unset");

    @BeforeEach
    void aHouseWithASpaceInItsPath() throws IOException {
        stage = Path.of("target/stages", UUID.randomUUID().toString()).toAbsolutePath();
        house = stage.resolve("my house");
        for (var folder :
                List.of(".mvn", "hub/src/main/resources", "hub/src/test", "sandbox/src/main", "bench/src/main")) {
            Files.createDirectories(house.resolve(folder));
        }
        Files.writeString(house.resolve("pom.xml"), "<project/>");
        Files.writeString(house.resolve("hub/pom.xml"), "<project/>");
        Files.copy(Sources.HOUSE.resolve("counterfoil"), house.resolve("counterfoil"));
        program(stage.resolve("jdk/bin/java"), JAVA);
        program(stage.resolve("jdk/bin/javac"), "#!/bin/sh\n");
        program(stage.resolve("bin/mvn"), MAVEN);
        // Whoever may install something finds nothing to install it from.
        program(stage.resolve("bin/apt-get"), "#!/bin/sh\nexit 1\n");
    }

    @Test
    void everyPathMayHaveASpaceAndJavaHomesJavaIsTaken() throws Exception {
        assertThat(run("demo").waitFor()).isZero();
        assertThat(asked())
                .contains(
                        house.resolve("hub/target/counterfoil-hub-0.1.0-app.jar")
                                .toString(),
                        house.resolve("sandbox/target/counterfoil-sandbox-0.1.0-app.jar")
                                .toString(),
                        "--counterfoil.home=" + house.resolve(".counterfoil/demo"),
                        "--server.port=8080",
                        "--counterfoil.sandbox.url=http://127.0.0.1:1",
                        "--counterfoil.sandbox.smtp-port=2",
                        "--counterfoil.sandbox.pop3-port=3");
    }

    @Test
    void whatChangesUnderSrcMainIsBuiltAndNothingElse() throws Exception {
        assertThat(run("bench").waitFor()).isZero();
        assertThat(run("bench").waitFor()).isZero();
        change("hub/src/test/Some.java");
        change("README.md");
        assertThat(run("bench").waitFor()).isZero();
        assertThat(builds()).isOne();
        for (var changed : List.of(
                "hub/src/main/resources/rates.csv",
                "hub/src/main/resources/sign.svg",
                "hub/pom.xml",
                ".mvn/jvm.config")) {
            var before = builds();
            change(changed);
            assertThat(run("bench").waitFor()).isZero();
            assertThat(builds()).as(changed).isEqualTo(before + 1);
            change("bench/target/built", Instant.now());
            Files.setLastModifiedTime(house.resolve(changed), FileTime.from(Instant.EPOCH));
            Files.setLastModifiedTime(house.resolve(changed).resolveSibling("."), FileTime.from(Instant.EPOCH));
        }
        assertThat(run("bench").waitFor()).isZero();
        var before = builds();
        Files.delete(house.resolve("hub/src/main/resources/sign.svg"));
        Files.setLastModifiedTime(
                house.resolve("hub/src/main/resources"),
                FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(run("bench").waitFor()).isZero();
        assertThat(builds()).as("a deleted file").isEqualTo(before + 1);
    }

    @Test
    void aCrashLeavesNoImageOfTheMemoryAndItsReportInTheFolder() throws Exception {
        var home = stage.resolve("a home").toString();
        Files.createDirectories(stage.resolve("a home"));
        for (var command : List.of("start", "verify --home", "demo --home")) {
            var words = new ArrayList<>(List.of(command.split(" ")));
            if (words.size() > 1) {
                words.add(home);
            }
            Files.deleteIfExists(stage.resolve("asked"));
            assertThat(run(Map.of("COUNTERFOIL_HOME", home), words.toArray(String[]::new))
                            .waitFor())
                    .isZero();
            assertThat(asked())
                    .as(command)
                    .contains("-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + home + "/tmp/crash-%p.log");
        }
    }

    @Test
    void aBuildTellsWhichPartItHasComeToAndCompilesNoTests() throws Exception {
        var first = run("bench");
        assertThat(first.waitFor()).isZero();
        assertThat(said(first)).contains("The first time takes some minutes", "  2 of 3: hub\n", "Built in ");
        assertThat(stage.resolve("mvn")).content().contains("-Dmaven.test.skip=true");
        assertThat(said(run("bench"))).doesNotContain("Building");

        change("hub/src/main/Some.java");
        Files.createFile(stage.resolve("red"));
        var red = run("bench");
        assertThat(red.waitFor()).isEqualTo(2);
        assertThat(said(red))
                .contains("cannot find symbol", "The build failed", "build.log")
                .doesNotContain("Built");
        assertThat(run("bench").waitFor()).as("it is built again").isEqualTo(2);
    }

    @Test
    void whatWasBuiltForAStartIsCompiledAnewForTheTestsWithAllChecks() throws Exception {
        assertThat(run("bench").waitFor()).isZero();
        assertThat(stage.resolve("mvn")).content().contains("-Dcode.checks=-g", "-Dspotless.check.skip=true");
        Files.createDirectories(house.resolve("hub/target/classes"));
        change("hub/target/classes/Some.class");
        assertThat(run("test").waitFor()).isZero();
        assertThat(stage.resolve("mvn")).content().contains("verify").doesNotContain("code.checks", "spotless");
        assertThat(house.resolve("hub/target/classes")).doesNotExist();

        Files.createDirectories(house.resolve("hub/target/classes"));
        change("hub/target/classes/Some.class");
        assertThat(run("test").waitFor()).isZero();
        assertThat(house.resolve("hub/target/classes/Some.class")).exists();
    }

    @Test
    void whatAnInstallationWritesIsForItsUserAlone() throws Exception {
        program(stage.resolve("bin/id"), "#!/bin/sh\necho 1000\n");
        assertThat(run("demo").waitFor()).isZero();
        var home = house.resolve(".counterfoil/demo");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("sandbox.log"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecondDemoIsRefusedWhileOneRunsAndOneOnAnotherPortIsNot() throws Exception {
        var first = runOn("demo");
        var home = house.resolve(".counterfoil/demo");
        while (!Files.exists(stage.resolve("asked")) || asked().stream().noneMatch("--server.port=8080"::equals)) {
            assertThat(first.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        var second = run("demo");
        assertThat(second.waitFor()).isEqualTo(2);
        assertThat(said(second)).contains("A demo is running on " + home, "--port", "--home");
        assertThat(home.resolve("sandbox.address")).hasContent("http://127.0.0.1:1");
        assertThat(first.isAlive()).isTrue();

        assertThat(run("demo", "--port", "8090").waitFor()).isZero();
        assertThat(asked()).contains("--server.port=8090", "--counterfoil.home=" + home.resolveSibling("demo-8090"));

        first.getOutputStream().close();
        assertThat(first.waitFor()).isZero();
        assertThat(run("demo").waitFor()).isZero();
    }

    @Test
    void theTestsEndWithTheirTotalsAndSayLastThatPagesWereNotTested() throws Exception {
        var report = house.resolve("hub/target/surefire-reports/TEST-Some.xml");
        program(
                stage.resolve("bin/mvn"),
                MAVEN.replace(
                        "[ ! -e",
                        "mkdir -p hub/target/surefire-reports; cp \"$STAGE/report\" '" + report + "'; [ ! -e"));
        Files.writeString(
                stage.resolve("report"),
                "<testsuite name=\"Some\" tests=\"7\" errors=\"0\" failures=\"1\" skipped=\"2\">");
        var withoutPages = run(Map.of("COUNTERFOIL_CHROMIUM", "/nowhere"), "test");
        assertThat(withoutPages.waitFor()).isZero();
        assertThat(said(withoutPages).strip())
                .contains("Tests: 7 run, 1 failed, 2 skipped")
                .endsWith("Pages were NOT tested: there is no Chromium. Install it, or name one in"
                        + " COUNTERFOIL_CHROMIUM.");

        var chromium =
                Map.of("COUNTERFOIL_CHROMIUM", stage.resolve("jdk/bin/java").toString());
        assertThat(said(run(chromium, "test"))).doesNotContain("NOT tested");

        Files.createFile(stage.resolve("red"));
        assertThat(run(chromium, "test").waitFor()).isOne();
    }

    @Test
    void theHubStartsInItsHomeWithWhateverElseItIsTold() throws Exception {
        var home = stage.resolve("the home");
        var started = run(Map.of("COUNTERFOIL_HOME", home.toString()), "start", "--counterfoil.set-up=true");
        assertThat(started.waitFor()).isZero();
        assertThat(asked()).contains("--counterfoil.home=" + home, "--counterfoil.set-up=true");
        assertThat(said(run("help"))).contains("demo", "start", "test", "bench");
    }

    @Test
    void everyCommandOfTheProgramCanBeTypedAndStandsInTheHelp() throws Exception {
        var named = Pattern.compile("(?s)implements Command\\b.*?String name\\(\\) \\{\\s*return \"([a-z]+)\";");
        var commands = new ArrayList<String>();
        OwnThings.eachFile(
                Sources.HOUSE.resolve("hub/src/main/java"),
                (file, code) -> named.matcher(code).results().forEach(found -> commands.add(found.group(1))));
        assertThat(commands).contains("verify", "recovered").hasSizeGreaterThan(4);
        var help = said(run("help"));
        for (var command : commands) {
            assertThat(help).contains("./counterfoil " + command);
            assertThat(run(command, "--home", house.toString()).waitFor())
                    .as(command)
                    .isZero();
            assertThat(asked()).contains(command);
        }
    }

    @Test
    void whatCannotBeDoneIsSaidInPlainWords() throws Exception {
        for (var wrong : List.of(
                List.of("demo", "--port"),
                List.of("demo", "--port", "abc"),
                List.of("demo", "--port", "80"),
                List.of("demo", "--fast"),
                List.of("start", "--port", "8090"),
                List.of("start", "--home", "there"),
                List.of("start", "fast"),
                List.of("dance"))) {
            var process = run(wrong.toArray(String[]::new));
            assertThat(process.waitFor()).as(wrong.toString()).isEqualTo(2);
            assertThat(said(process)).as(wrong.toString()).endsWith(".\n").hasLineCount(1);
        }
        var file = Files.createFile(stage.resolve("file"));
        var nowhere = run(Map.of("COUNTERFOIL_HOME", file + "/home"), "start");
        assertThat(nowhere.waitFor()).isEqualTo(2);
        assertThat(said(nowhere)).contains("cannot be made", "COUNTERFOIL_HOME").hasLineCount(1);
        Files.delete(stage.resolve("jdk/bin/javac"));
        var withoutCompiler = run("bench");
        assertThat(withoutCompiler.waitFor()).isEqualTo(2);
        assertThat(said(withoutCompiler)).contains("no compiler", "install a whole JDK");
        Files.delete(stage.resolve("jdk/bin/java"));
        var withoutJava = run("bench");
        assertThat(withoutJava.waitFor()).isEqualTo(2);
        assertThat(said(withoutJava)).contains("JAVA_HOME is " + stage.resolve("jdk"));
    }

    /** Runs the launcher; what it starts ends with its standard input, which is at its end at once. */
    private Process run(String... command) throws IOException {
        return run(Map.of(), command);
    }

    private Process run(Map<String, String> environment, String... command) throws IOException {
        var process = runOn(environment, command);
        process.getOutputStream().close();
        return process;
    }

    /** Runs the launcher; what it starts goes on until the standard input is closed. */
    private Process runOn(String... command) throws IOException {
        return runOn(Map.of(), command);
    }

    private Process runOn(Map<String, String> more, String... command) throws IOException {
        var whole = new ArrayList<>(List.of(house.resolve("counterfoil").toString()));
        whole.addAll(List.of(command));
        var builder = new ProcessBuilder(whole).redirectErrorStream(true);
        var environment = builder.environment();
        environment.put("JAVA_HOME", stage.resolve("jdk").toString());
        environment.put("STAGE", stage.toString());
        environment.putAll(more);
        environment.merge("PATH", stage.resolve("bin").toString(), (path, ours) -> ours + ":" + path);
        return builder.start();
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(stage.resolve("asked"));
    }

    private long builds() throws IOException {
        return Files.readAllLines(stage.resolve("builds")).size();
    }

    private void change(String file) throws IOException {
        change(file, Instant.now().plusSeconds(60));
    }

    private void change(String file, Instant at) throws IOException {
        Files.writeString(house.resolve(file), "changed");
        Files.setLastModifiedTime(house.resolve(file), FileTime.from(at));
    }

    private static void program(Path file, String script) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
