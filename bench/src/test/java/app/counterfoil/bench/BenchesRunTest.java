package app.counterfoil.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The benches run to their end on the hub as it is, and measure what they say; how fast it was is nobody's matter here. */
class BenchesRunTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    void theIntakeIsMeasuredBesideItsReferencesAndEveryOrderIsThere() throws Exception {
        new IntakeBench(out, 500, 200).run();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("ratio to plain", "ratio to bulk SQL alone", "of the program's processor time")
                .contains("In the hub now: 700 orders of 700.");
    }

    @Test
    void aPageWithPeopleIsMeasuredBesideTheSameWithout() throws Exception {
        new OpenBench(out, 2, 1).run();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("opened, journalled and rendered", "rendered without anybody", "ratio of the medians");
    }
}
