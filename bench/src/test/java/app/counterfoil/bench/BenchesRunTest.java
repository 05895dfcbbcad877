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
        new IntakeBench(out, 500, 200, false).run();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("ratio to plain", "ratio to bulk SQL alone", "of the program's processor time")
                .contains("In the hub now: 700 orders of 700.");
    }

    @Test
    void aPageWithPeopleIsMeasuredBesideTheSameWithout() throws Exception {
        new OpenBench(out, 300, 2, 1, false).run();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "opened, journalled and rendered",
                        "found by a name and opened",
                        "rendered without anybody",
                        "ratio of the medians");
    }

    @Test
    void aProfileNamesMethodsAndStatements() throws Exception {
        new IntakeBench(out, 500, 200, true).run();
        // A sample is taken every hundredth of a second, and a page takes several: hundreds of them fall into the list.
        new OpenBench(out, 300, 200, 1, true).run();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("in the hub's method and all that it calls", "StorePages.store", "OrderListPage.list")
                .contains(
                        "statements a page of 100 orders", "statements a search for a name", "INSERT INTO order_order");
    }

    @Test
    void aBackupIsMeasuredBesidePlainCopyAndEveryOrderComesBack() throws Exception {
        new BackupBench(out, 300).run();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("backup, sealed", "ratio to plain COPY", "restore, ready to start")
                .contains("orders among them: 300 of 300.");
    }

    @Test
    void forgettingIsMeasuredInASmallStoreAndInALargeOne() throws Exception {
        new ForgetBench(out, 600, 1_200).run();
        new ExpireBench(out, 2_000).run();
        new EpochBench(out, 2_000).run();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "one person with 1000 orders, unreadable",
                        "a day, unreadable",
                        "with 2,000",
                        "epoch turned, each group having lost somebody:",
                        "orders taken in:",
                        "epochs turn one after the other");
    }

    @Test
    void whatOnePersonAsksForIsMeasuredInASmallStoreAndInALargeOne() throws Exception {
        new RightsBench(out, 20, 40, 200, true).run();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "one person with 20 orders",
                        "their orders found",
                        "the copy of all that is held",
                        "unreadable",
                        "statements a person");
    }

    @Test
    void papersAreMeasuredAndTwoNodesNumberWithoutAGap() throws Exception {
        new InvoicesBench(out, 60, 5).run();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("a plain paper, printed", "form for machines", "by 2 nodes at once")
                .containsPattern("their numbers go from 1 to [0-9]+ without a gap");
    }
}
