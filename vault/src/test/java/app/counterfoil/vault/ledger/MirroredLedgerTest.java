package app.counterfoil.vault.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.ledger.LedgerEntry.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger at two sites. */
class MirroredLedgerTest {

    @TempDir
    private Path home;

    @Test
    void everyLineIsInTheCopyBeforeItIsInTheLedger() {
        erase(ledger());
        assertThat(here()).hasSameTextualContentAs(there()).isRegularFile();
    }

    @Test
    void aCopyThatWasAwayIsBroughtUp() throws IOException {
        var ledger = ledger();
        erase(ledger);
        Files.delete(there());
        erase(ledger);
        Files.delete(there());
        erase(ledger());
        assertThat(there()).hasSameTextualContentAs(here());
        assertThat(Files.readAllLines(here())).hasSize(4);
    }

    @Test
    void aCopyThatWasCutOffIsBroughtUp() throws IOException {
        var ledger = ledger();
        erase(ledger);
        erase(ledger);
        Files.write(there(), Files.readAllLines(there()).subList(0, 1));
        erase(ledger);
        assertThat(there()).hasSameTextualContentAs(here());
        assertThat(Files.readAllLines(here())).hasSize(4);
    }

    @Test
    void whatOnlyTheCopyKnowsBecauseOfACrashIsTakenOver() throws IOException {
        var ledger = ledger();
        erase(ledger);
        var before = Files.readString(here());
        var head = erase(ledger);
        Files.writeString(here(), before);
        assertThat(ledger().head()).isEqualTo(head);
        assertThat(here()).hasSameTextualContentAs(there());
    }

    @Test
    void atTheOtherSiteTheCopyAloneIsTheLedger() {
        var head = erase(ledger());
        assertThat(ErasureLedger.open(new LedgerFile(there())).head()).isEqualTo(head);
    }

    @Test
    void sitesThatWentOnApartAreRefused() {
        erase(ledger());
        erase(ErasureLedger.open(new LedgerFile(here())));
        erase(ErasureLedger.open(new LedgerFile(there())));
        assertThatThrownBy(this::ledger).isInstanceOf(LedgerDoesNotFit.class).hasMessageContaining("disagree");
    }

    private ErasureLedger ledger() {
        return ErasureLedger.openOrBegin(new MirroredLedger(new LedgerFile(here()), List.of(new LedgerFile(there()))));
    }

    private static ErasureLedger.Head erase(ErasureLedger ledger) {
        return ledger.append(
                Instant.parse("2026-01-15T09:00:00Z"),
                UUID.randomUUID(),
                List.of(Ended.subject(Purpose.SERVICE, SubjectId.random())),
                "TEST");
    }

    private Path here() {
        return home.resolve("here/erasures");
    }

    private Path there() {
        return home.resolve("there/erasures");
    }
}
