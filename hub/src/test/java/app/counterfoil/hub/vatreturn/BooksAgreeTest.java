package app.counterfoil.hub.vatreturn;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.accounting.ConfirmBooks;
import app.counterfoil.hub.accounting.EnterSales;
import app.counterfoil.hub.accounting.EntryWay;
import app.counterfoil.hub.accounting.LedgerAccounts;
import app.counterfoil.hub.accounting.Posting;
import app.counterfoil.hub.accounting.Postings;
import app.counterfoil.hub.accounting.SalesFiles;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.invoice.DocumentFilter;
import app.counterfoil.hub.invoice.FindDocuments;
import app.counterfoil.hub.invoice.FindDocuments.Sum;
import app.counterfoil.hub.measure.Money;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever a shop does, in whatever order: the lines of its documents, their totals, the VAT return, the journal in double entry
 * and what stands in the books at an accounting service come to the same, to the penny.
 */
class BooksAgreeTest extends ReturnBench {

    @Autowired
    private BeanFactory hub;

    @Autowired
    private FindDocuments documents;

    @Autowired
    private SalesFiles files;

    @Autowired
    private EnterSales enterSales;

    @Autowired
    private ConfirmBooks confirmBooks;

    @Autowired
    private LedgerAccounts ledgers;

    @Autowired
    private Postings postings;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void linesAndTotalsAndReturnAndLedgerComeToTheSame(long seed) {
        System.out.println("BooksAgreeTest seed " + seed);
        var random = new Random(seed);
        var days = new RandomTrade(hub, shop, MARKET, this::taken, random);
        days.begin();
        for (var step = 0; step < 25; step++) {
            days.oneMore();
        }
        var sums = documents.sums(shop, DocumentFilter.ALL);
        assertThat(sums).as("pounds and euros").hasSize(2);
        linesComeToTotals();
        theReturnCounts(sums);
        theJournalBalances(sums);
        theBooksHave(sums);
    }

    private void linesComeToTotals() {
        assertThat(DATABASE.count(
                        """
                                SELECT count(*) FROM (
                                    SELECT invoice.invoice_id
                                      FROM counterfoil.invoice_invoice invoice
                                      JOIN counterfoil.invoice_line line USING (seller_id, invoice_id)
                                     WHERE invoice.seller_id = '%s'
                                     GROUP BY invoice.seller_id, invoice.invoice_id
                                    HAVING sum(line.net_minor) <> invoice.net_minor OR sum(line.vat_minor) <> invoice.vat_minor
                                        OR sum(line.gross_minor) <> invoice.gross_minor
                                        OR invoice.net_minor + invoice.vat_minor <> invoice.gross_minor) AS wrong
                                """
                                .formatted(shop)))
                .isZero();
    }

    /** Box 1 is the VAT in pounds that stands on the documents, each supply once. */
    private void theReturnCounts(List<Sum> sums) {
        var told = DATABASE.count(
                """
                SELECT COALESCE(sum(COALESCE(vat_sterling_minor, vat_minor)), 0) FROM counterfoil.invoice_invoice
                 WHERE seller_id = '%s' AND replaces IS NULL
                """
                        .formatted(shop));
        var figures = returns.draft(shop, current()).figures();
        assertThat(figures.exact(Box.ONE)).isEqualTo(Money.pence(told));
        var pounds = of(sums, "GBP");
        var euros = of(sums, "EUR");
        var inPounds = euros.net().minor() / RandomTrade.EUROS_TO_A_POUND.doubleValue();
        assertThat(figures.exact(Box.SIX).minor() - pounds.net().minor())
                .as("box 6, each part of a document in euros rounded for itself")
                .isBetween((long) inPounds - 100, (long) inPounds + 100);
        assertThat(figures.boxes().pence(Box.ONE))
                .isEqualTo(figures.exact(Box.ONE).minor());
    }

    private void theJournalBalances(List<Sum> sums) {
        var accounts = new HashMap<String, Map<String, BigDecimal>>();
        for (var row : rows(files.journal(shop, YearMonth.from(clock.today())))) {
            var amount = amount(row.get(5)).subtract(amount(row.get(6)));
            accounts.computeIfAbsent(row.get(7), currency -> new HashMap<>())
                    .merge(row.get(3), amount, BigDecimal::add);
        }
        for (var sum : sums) {
            var byAccount = accounts.getOrDefault(sum.net().currency().getCurrencyCode(), Map.of());
            assertThat(byAccount.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("0");
            assertThat(byAccount.get("1100")).isEqualByComparingTo(sum.gross().decimal());
            assertThat(byAccount.get("2200"))
                    .isEqualByComparingTo(sum.vat().negated().decimal());
        }
    }

    private void theBooksHave(List<Sum> sums) {
        var yesterday = clock.today().minusDays(1);
        DATABASE.change("UPDATE counterfoil.invoice_invoice SET issued_on = '" + yesterday + "' WHERE seller_id = '"
                + shop + "'");
        SANDBOX.xero().clear();
        var account = shops.connect(shop, OutsideService.XERO);
        var chart = ledgers.chart(account);
        confirmBooks.of(
                account,
                new ConfirmBooks.Choice(EntryWay.SUMMARY, yesterday, new EnumMap<>(chart.proposal())),
                bookkeeper().id());
        enterSales.of(shop);
        var entered = postings.latest(shop, 100);
        assertThat(entered).allMatch(posting -> posting.enteredAt().isPresent());
        for (var sum : sums) {
            assertThat(together(entered, sum.net().currency())).isEqualTo(List.of(sum.net(), sum.vat(), sum.gross()));
        }
    }

    private static List<Money> together(List<Posting> entered, Currency currency) {
        var none = Money.zero(currency);
        var of = entered.stream()
                .filter(posting -> posting.net().currency().equals(currency))
                .toList();
        return List.of(
                of.stream().map(Posting::net).reduce(none, Money::plus),
                of.stream().map(Posting::vat).reduce(none, Money::plus),
                of.stream().map(Posting::gross).reduce(none, Money::plus));
    }

    private VatPeriod current() {
        var begun = periods.begun(shop);
        return begun.get(begun.size() - 1);
    }

    private static Sum of(List<Sum> sums, String currency) {
        return sums.stream()
                .filter(sum -> sum.net().currency().getCurrencyCode().equals(currency))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> rows(String csv) {
        return csv.lines()
                .skip(1)
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
    }

    private static BigDecimal amount(String cell) {
        return Optional.of(cell)
                .filter(text -> !text.isEmpty())
                .map(BigDecimal::new)
                .orElse(BigDecimal.ZERO);
    }
}
