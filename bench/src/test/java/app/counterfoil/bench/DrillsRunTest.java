package app.counterfoil.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The drills run to their end on programs of their own, which are killed, and find what they say. */
class DrillsRunTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    void aStandbyThatTakesOverHasLostNothingAndBringsNobodyBack() throws Exception {
        var seed = new SecureRandom().nextInt(1_000_000);
        System.out.println("seed " + seed);
        new FailoverBench(out, 2, seed, true).run();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .as("seed " + seed)
                .contains("the standby takes over", "it starts again", "people forgotten.")
                .contains("Lost: 0 commits, 0 orders, 0 orders unreadable. Returned: 0 people.");
    }

    @Test
    void whatIsInMemoryIsFoundThereWhileItIs() throws Exception {
        new MemoryBench(out, 100, Duration.ZERO, thisProgram()).run();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .containsPattern("after 100 orders and 20 pages of them +the name Demoson [\\d,]+ times, 3 keys")
                .contains("epoch and root keys in memory: 3, then 3");
    }

    @Test
    void whateverIsKilledTheBooksAreWellAfterIt() throws Exception {
        var seed = new SecureRandom().nextInt(1_000_000);
        System.out.println("seed " + seed);
        new SoakBench(out, 4, 3, seed, thisProgram()).run();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .as("seed " + seed)
                .contains(
                        "at the end checked well",
                        "Not well 0 times after 4 kills.",
                        "In 3 histories 0 opened that may not, 0 lost that live.");
    }

    private static List<String> thisProgram() {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of("-cp", classPath, Bench.class.getName());
    }
}
