package app.counterfoil.hub.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.shell.Visitor;
import app.counterfoil.sandbox.SandboxMain;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a stranger does: types the one command, opens the address it prints and signs in as it says. The launcher, both
 * programs and the database are the real ones; only the jars that the launcher starts name the classes of this build
 * instead of holding them, for the real ones are packed after the tests.
 */
class OneCommandTest {

    private static final Pattern ORDER = Pattern.compile("href=\"/orders/([0-9a-f-]{36})\"");
    private static final String LAST_WORDS = "Stop with Ctrl-C";

    @ParameterizedTest
    @MethodSource("app.counterfoil.hub.house.JavaHere#eachVersion")
    void aStrangerTypesOneCommandAndSeesTheOrdersOfBothChannelsAndTheClockMove(JavaHere java) throws Exception {
        var house = builtHouse();
        var command = new ProcessBuilder(house.resolve("counterfoil").toString(), "demo", "--port", "18080")
                .redirectErrorStream(true);
        command.environment().put("JAVA_HOME", java.home().toString());
        var demo = command.start();
        List<ProcessHandle> others = List.of();
        try {
            var said = said(demo);
            others = demo.descendants().toList();
            var address = URI.create(first(said, "at +(http://127\\.0\\.0\\.1:\\d+)"));
            var password = first(said, "Password +(.+)");
            var north = new Visitor(address);
            assertThat(north.signIn(first(said, "Sign in with +(\\S+@\\S+)"), password)
                            .uri())
                    .isEqualTo(address.resolve("/orders"));
            var south = new Visitor(address);
            assertThat(south.signIn(first(said, "Second shop +(\\S+@\\S+)"), password)
                            .uri())
                    .isEqualTo(address.resolve("/orders"));
            eachSeesItsOwnOrdersOfBothChannels(north, south);
            theClockMovesAndTheSandboxKeepsStep(
                    north, URI.create(Files.readString(house.resolve(".counterfoil/demo-18080/sandbox.address"))));
        } finally {
            demo.destroy();
            assertThat(demo.waitFor(5, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(others).as("the sandbox and the database").hasSizeGreaterThan(1);
        for (var other : others) {
            other.onExit().get(5, TimeUnit.MINUTES);
        }
    }

    private static void eachSeesItsOwnOrdersOfBothChannels(Visitor north, Visitor south) {
        for (var channel : List.of("AMAZON", "EBAY")) {
            var ours = ordersOn(north, channel);
            assertThat(ours).as(channel).isNotEmpty();
            assertThat(ordersOn(south, channel)).as(channel).isNotEmpty().doesNotContainAnyElementsOf(ours);
            var one = "/orders/" + ours.iterator().next();
            assertThat(north.open(one).statusCode()).isEqualTo(200);
            assertThat(south.open(one).statusCode()).isEqualTo(404);
        }
    }

    private static Set<String> ordersOn(Visitor visitor, String channel) {
        return ORDER.matcher(visitor.open("/orders?channel=" + channel).body())
                .results()
                .map(hit -> hit.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void theClockMovesAndTheSandboxKeepsStep(Visitor north, URI sandbox) {
        assertThat(north.open("/ends").body()).contains("Nothing has ended yet.");
        assertThat(north.send("/ends", "/ends/clock", Map.entry("days", "30")).statusCode())
                .isEqualTo(200);
        var later = Instant.now().plus(Duration.ofDays(30)).minus(Duration.ofHours(1));
        await("the sandbox is at the day we have").atMost(Duration.ofMinutes(5)).until(() -> clockOf(sandbox)
                .isAfter(later));
        await("the days have turned")
                .atMost(Duration.ofMinutes(5))
                .until(() -> north.open("/orders").body().contains("30 days ahead of the calendar"));
    }

    /** The time the sandbox writes beside what it was asked last. */
    private static Instant clockOf(URI sandbox) throws IOException, InterruptedException {
        var asked = HttpRequest.newBuilder(sandbox.resolve("/sandbox/exchanges"))
                .timeout(Duration.ofMinutes(1))
                .build();
        var all = JsonMapper.builder()
                .build()
                .readTree(HttpClient.newHttpClient()
                        .send(asked, BodyHandlers.ofString())
                        .body());
        return Instant.parse(all.get(all.size() - 1).get("at").asString());
    }

    /** A checkout that is built already, so that the launcher starts at once. */
    private static Path builtHouse() throws IOException {
        var house = Path.of("target/stages", UUID.randomUUID().toString(), "my house")
                .toAbsolutePath();
        Files.createDirectories(house);
        Files.copy(Sources.HOUSE.resolve("counterfoil"), house.resolve("counterfoil"));
        Files.writeString(house.resolve("pom.xml"), "<project/>");
        program(house, "hub", Counterfoil.class);
        program(house, "sandbox", SandboxMain.class);
        Files.createDirectories(house.resolve("bench/target"));
        Files.writeString(house.resolve("bench/target/built"), "");
        return house;
    }

    private static void program(Path house, String part, Class<?> main) throws IOException {
        var manifest = new Manifest();
        var named = manifest.getMainAttributes();
        named.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        named.put(Attributes.Name.MAIN_CLASS, main.getName());
        named.put(
                Attributes.Name.CLASS_PATH,
                Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        var jar = Files.createDirectories(house.resolve(part + "/target"))
                .resolve("counterfoil-" + part + "-0.1.0-app.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    /** What it says until it is ready. */
    private static String said(Process demo) throws IOException {
        var lines = new ArrayList<String>();
        var out = new BufferedReader(new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8));
        String line;
        do {
            line = out.readLine();
            assertThat(line).as(String.join("\n", lines)).isNotNull();
            lines.add(line);
        } while (!line.contains(LAST_WORDS));
        return String.join("\n", lines);
    }

    private static String first(String said, String pattern) {
        var found = Pattern.compile(pattern).matcher(said);
        assertThat(found.find()).as(pattern + " in " + said).isTrue();
        return found.group(1);
    }
}
