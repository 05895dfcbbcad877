package app.counterfoil.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.invoice.CreditWish;
import app.counterfoil.hub.measure.Money;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The sales of a month as files: all of them, in double entry, naming nobody, and the same each time. */
class SalesFilesTest extends BooksBench {

    @Autowired
    private SalesFiles files;

    @Test
    void aMonthHasEachDocumentAndNamesNobody() {
        var invoice = fullOne();
        var note = credit(invoice, new CreditWish.Amount(Money.pence(5_00)));
        var month = YearMonth.from(clock.today());
        var documents = files.documents(shop, month);
        assertThat(documents.lines().toList())
                .hasSizeGreaterThan(2)
                .anyMatch(row -> row.startsWith(invoice.id() + "," + invoice.number() + ",Invoice,,"))
                .anyMatch(row -> row.startsWith(note.id() + "," + note.number() + ",Credit note," + invoice.number()));
        assertThat(sum(rows(documents), 10))
                .isEqualByComparingTo(invoice.gross().plus(note.gross()).decimal());
        assertThat(sum(rows(documents), 12))
                .isEqualByComparingTo(invoice.vat().plus(note.vat()).decimal());
        assertThat(documents + files.journal(shop, month))
                .doesNotContain("Demoson", "Leeds", "LS1", "A mug", "@", invoice.orderReference());
        assertThat(files.documents(shop, month)).as("made again").isEqualTo(documents);
        assertThat(rows(files.documents(shop, month.minusMonths(1)))).isEmpty();
    }

    @Test
    void theJournalBalancesAndOwesWhatTheDocumentsSay() {
        var invoice = shortOne();
        var note = credit(invoice, new CreditWish.Rest());
        var journal = rows(files.journal(shop, YearMonth.from(clock.today())));
        assertThat(sum(journal, 5)).isEqualByComparingTo(sum(journal, 6)).isPositive();
        assertThat(journal.stream().filter(row -> row.get(3).equals("1100")).toList())
                .extracting(row -> row.get(1) + " " + row.get(5) + "|" + row.get(6))
                .containsExactlyInAnyOrder(
                        invoice.number() + " " + invoice.gross().decimal() + "|",
                        note.number() + " |" + invoice.gross().decimal());
    }

    private static List<List<String>> rows(String csv) {
        return csv.lines()
                .skip(1)
                .map(row -> List.of(row.replaceAll("\"[^\"]*\"", "(text)").split(",", -1)))
                .toList();
    }

    private static BigDecimal sum(List<List<String>> rows, int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
