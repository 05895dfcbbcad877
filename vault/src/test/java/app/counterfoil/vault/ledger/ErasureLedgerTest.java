package app.counterfoil.vault.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.ledger.LedgerEntry.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ErasureLedgerTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:00:00Z");
    private static final UUID SELLER = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @TempDir
    private Path home;

    @Test
    void whatWasWrittenIsThereTheNextTimeInItsOrder() {
        var ledger = ErasureLedger.openOrBegin(new LedgerFile(file()));
        var day = Ended.day(Purpose.LABEL, LocalDate.of(2026, 1, 15));
        var person = Ended.subject(Purpose.DELIVERY, SubjectId.random());
        ledger.append(NOW, SELLER, List.of(day), "RETENTION");
        var head = ledger.append(NOW, SELLER, List.of(person), "ERASURE_REQUEST");

        var again = ErasureLedger.open(new LedgerFile(file()));

        assertThat(again.head()).isEqualTo(head);
        assertThat(again.identity()).isEqualTo(ledger.identity());
        assertThat(again.after(again.beginning(), SELLER))
                .extracting(LedgerEntry::ended)
                .containsExactly(day, person);
        assertThat(again.after(again.beginning(), UUID.randomUUID())).isEmpty();
        assertThat(again.after(head, SELLER)).isEmpty();
    }

    @Test
    void twoProgramsThatWriteAtOnceLeaveOneChain() throws InterruptedException {
        ErasureLedger.openOrBegin(new LedgerFile(file()));
        var programs = Executors.newFixedThreadPool(2);
        for (int program = 0; program < 2; program++) {
            programs.execute(() -> {
                var ledger = ErasureLedger.open(new LedgerFile(file()));
                for (int i = 0; i < 40; i++) {
                    ledger.append(NOW, SELLER, List.of(Ended.subject(Purpose.SERVICE, SubjectId.random())), "TEST");
                }
            });
        }
        programs.shutdown();
        assertThat(programs.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        var entries = new ArrayList<Long>();
        ErasureLedger.open(new LedgerFile(file())).each(entry -> entries.add(entry.sequence()));
        assertThat(entries).hasSize(80).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aLineThatACrashHasCutOffIsWrittenOver() throws IOException {
        var ledger = begunWith(3);
        Files.writeString(file(), "4 2026-01-15T09:00:00Z half a li", StandardOpenOption.APPEND);
        assertThat(ErasureLedger.open(new LedgerFile(file())).head()).isEqualTo(ledger.head());
        var again = ErasureLedger.open(new LedgerFile(file()));
        again.append(NOW, SELLER, List.of(Ended.subject(Purpose.SERVICE, SubjectId.random())), "TEST");
        assertThat(ErasureLedger.open(new LedgerFile(file())).head().sequence()).isEqualTo(4);
    }

    @Test
    void aChangedALostAndAMovedLineAreEachFound() throws IOException {
        begunWith(5);
        var whole = Files.readAllLines(file());
        damaged(whole, 3, line -> line.replace("TEST", "TASTE"));
        damaged(whole, 3, line -> line.replace("SERVICE", "DELIVERY"));
        var lost = new ArrayList<>(whole);
        lost.remove(2);
        refused(lost);
        var moved = new ArrayList<>(whole);
        moved.add(2, moved.remove(3));
        refused(moved);
        var foreign = new ArrayList<>(whole);
        foreign.set(0, "counterfoil erasure ledger 1 " + UUID.randomUUID());
        refused(foreign);
    }

    @Test
    void aMissingLedgerIsNotBegunAnew() {
        assertThatThrownBy(() -> ErasureLedger.open(new LedgerFile(file())))
                .isInstanceOfSatisfying(LedgerDoesNotFit.class, refusal -> assertThat(refusal.mend())
                        .contains("newest copy"));
        assertThat(file()).doesNotExist();
    }

    @Test
    @Timeout(60)
    void aLedgerThatBecomesShorterWhileItIsOpenIsRefusedAndGetsNoLine() throws IOException {
        var ledger = ErasureLedger.openOrBegin(new LedgerFile(file()));
        append(ledger, 3);
        cutOff();
        assertThatThrownBy(() -> append(ledger, 1))
                .isInstanceOf(LedgerDoesNotFit.class)
                .hasMessageContaining("ends at entry 2, but the database knows entry 3");
        assertThat(ErasureLedger.open(new LedgerFile(file())).head().sequence()).isEqualTo(2);
    }

    @Test
    @Timeout(60)
    void aLedgerThatIsDeletedWhileItIsOpenIsNotBegunAnew() throws IOException {
        var ledger = ErasureLedger.openOrBegin(new LedgerFile(file()));
        append(ledger, 1);
        for (int line = 0; line < 2; line++) {
            cutOff();
        }
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(() -> append(ledger, 1))
                    .isInstanceOf(LedgerDoesNotFit.class)
                    .hasMessageContaining("is missing");
        }
    }

    @Test
    @Timeout(60)
    void aFileThatEndsBeforeARememberedPlaceGetsNoHole() throws IOException {
        var ledger = begunWith(0);
        // With the first line as many as lie between two remembered places.
        append(ledger, 1_023);
        var again = ErasureLedger.open(new LedgerFile(file()));
        var half = Files.readAllLines(file()).subList(0, 500);
        Files.write(file(), half);
        assertThatThrownBy(() -> append(again, 1))
                .isInstanceOf(LedgerDoesNotFit.class)
                .hasMessageContaining("ends at entry 499, but the database knows entry 1023");
        assertThat(Files.readAllLines(file())).isEqualTo(half);
    }

    @Test
    void manyEntriesAreFoundFromWhereverOneLooks() {
        var ledger = begunWith(0);
        var heads = new ArrayList<ErasureLedger.Head>();
        for (int i = 0; i < 30; i++) {
            var many = new ArrayList<Ended>();
            for (int j = 0; j < 100; j++) {
                many.add(Ended.subject(Purpose.SERVICE, SubjectId.random()));
            }
            heads.add(ledger.append(NOW, SELLER, many, "TEST"));
        }
        for (var open : List.of(ledger, ErasureLedger.open(new LedgerFile(file())))) {
            for (var head : heads) {
                assertThat(open.after(head, SELLER)).hasSize(3_000 - (int) head.sequence());
            }
        }
    }

    @Test
    void whoIsUpToDateIsToldWithoutReadingWhatOthersHaveWrittenSince() {
        var lines = new CountedLines(new LedgerFile(file()));
        var ledger = ErasureLedger.openOrBegin(lines);
        var ours = ledger.append(NOW, SELLER, List.of(Ended.subject(Purpose.SERVICE, SubjectId.random())), "TEST");
        var others = Stream.generate(() -> Ended.subject(Purpose.SERVICE, SubjectId.random()));
        ledger.append(NOW, OTHER, others.limit(3_000).toList(), "TEST");
        assertThat(ledger.head().sequence()).isEqualTo(3_001);
        lines.visited = 0;
        assertThat(ledger.after(ours, SELLER)).isEmpty();
        assertThat(lines.visited).isEqualTo(1);
    }

    /** Another's lines, and how many of them have been asked for. */
    private static final class CountedLines implements LedgerStore {

        private final LedgerStore store;
        private int visited;

        CountedLines(LedgerStore store) {
            this.store = store;
        }

        @Override
        public void lines(long after, Consumer<String> visitor) {
            store.lines(after, line -> {
                visited++;
                visitor.accept(line);
            });
        }

        @Override
        public Optional<String> line(long number) {
            visited++;
            return store.line(number);
        }

        @Override
        public boolean append(long after, List<String> lines) {
            return store.append(after, lines);
        }

        @Override
        public String place() {
            return store.place();
        }
    }

    private static void append(ErasureLedger ledger, int entries) {
        ledger.append(
                NOW,
                SELLER,
                Stream.generate(() -> Ended.subject(Purpose.SERVICE, SubjectId.random()))
                        .limit(entries)
                        .toList(),
                "TEST");
    }

    private ErasureLedger begunWith(int entries) {
        var ledger = ErasureLedger.openOrBegin(new LedgerFile(file()));
        for (int i = 0; i < entries; i++) {
            ledger.append(NOW, SELLER, List.of(Ended.subject(Purpose.SERVICE, SubjectId.random())), "TEST");
        }
        return ledger;
    }

    private void damaged(List<String> whole, int line, UnaryOperator<String> how) throws IOException {
        var changed = new ArrayList<>(whole);
        changed.set(line, how.apply(changed.get(line)));
        refused(changed);
    }

    private void refused(List<String> lines) throws IOException {
        Files.write(file(), lines);
        assertThatThrownBy(() -> ErasureLedger.open(new LedgerFile(file())))
                .isInstanceOf(LedgerDoesNotFit.class)
                .hasMessageContaining("not as it was written");
    }

    private Path file() {
        return home.resolve("erasures");
    }

    /** Takes the last line away, and with the only one the ledger. */
    private void cutOff() throws IOException {
        var lines = Files.readAllLines(file());
        if (lines.size() == 1) {
            Files.delete(file());
        } else {
            Files.write(file(), lines.subList(0, lines.size() - 1));
        }
    }
}
