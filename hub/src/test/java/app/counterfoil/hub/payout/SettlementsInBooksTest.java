package app.counterfoil.hub.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.accounting.ConfirmBooks;
import app.counterfoil.hub.accounting.EnterSales;
import app.counterfoil.hub.accounting.EntryWay;
import app.counterfoil.hub.accounting.Heading;
import app.counterfoil.hub.accounting.LedgerAccounts;
import app.counterfoil.hub.accounting.Posting;
import app.counterfoil.hub.accounting.PostingState;
import app.counterfoil.hub.accounting.Postings;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What a channel has paid out clears what customers owed in the books at a service, once, with the fees it took off. */
class SettlementsInBooksTest extends PayoutBench {

    private static final String ON_ITS_WAY = "615";
    private static final String COSTS = "429";

    @Autowired
    private EnterSales enterSales;

    @Autowired
    private ConfirmBooks confirmBooks;

    @Autowired
    private LedgerAccounts ledgers;

    @Autowired
    private Postings postings;

    @Autowired
    private BusinessClock clock;

    private Account books = new Account(shop, new UUID(0, 0), OutsideService.XERO, "none yet");

    @BeforeEach
    void booksAtXero() {
        SANDBOX.xero().clear();
        books = shops.connect(shop, OutsideService.XERO);
    }

    @Test
    void aSettlementIsACreditOfWhatCustomersOwedWithWhatBecameOfIt() {
        confirm(withSettlements());
        amazon(lastMonth(SettlementFiles.amazon("15501240001", "026-0000001-0000001", 100_00)));
        enterSales.of(shop);
        assertThat(SANDBOX.xero().creditNotes(1)).singleElement().satisfies(note -> {
            assertThat(note.path("SubTotal").decimalValue()).isEqualByComparingTo("100.00");
            assertThat(note.path("TotalTax").decimalValue()).isEqualByComparingTo("0");
            assertThat(note.path("Contact").path("Name").asString()).isEqualTo("Sales by Counterfoil");
            assertThat(lines(note)).containsExactlyInAnyOrder("615 85.00 NONE", "429 15.00 NONE");
        });
        assertThat(posting().state()).isEqualTo(PostingState.ENTERED);
        assertThat(posting().gross()).isEqualTo(Money.pence(-100_00));
        assertThat(posting().way()).isEqualTo(EntryWay.SETTLEMENT);
    }

    @Test
    void itIsEnteredOnceHoweverOftenItIsTriedAndWhateverGetsLost() {
        confirm(withSettlements());
        amazon(lastMonth(SettlementFiles.amazon("15501240002", "026-0000001-0000002", 50_00)));
        SANDBOX.faults().switchOn(new Faults.Switched("xero-post", Fault.TIMEOUT, 1, 1));
        enterSales.of(shop);
        SANDBOX.faults().clear();
        for (var round = 0; round < 3; round++) {
            DATABASE.change("UPDATE counterfoil.accounting_posting SET due_at = made_at WHERE due_at IS NOT NULL");
            DATABASE.change("UPDATE counterfoil.accounting_books SET next_round_at = confirmed_at");
            enterSales.of(shop);
        }
        assertThat(SANDBOX.xero().creditNotes(1)).hasSize(1);
        assertThat(posting().state()).isEqualTo(PostingState.ENTERED);
    }

    @Test
    void withoutAccountsForItNoSettlementIsEnteredAndHalfOfThemIsRefused() {
        confirm(Map.of());
        amazon(lastMonth(SettlementFiles.amazon("15501240003", "026-0000001-0000003", 50_00)));
        enterSales.of(shop);
        assertThat(SANDBOX.xero().creditNotes(1)).isEmpty();
        assertThat(postings.latest(shop, 10)).isEmpty();
        assertThatThrownBy(() -> confirm(Map.of(Heading.PAYOUTS, ON_ITS_WAY)))
                .isInstanceOf(ConfirmBooks.NotConfirmed.class)
                .hasMessageContaining("Nothing is chosen for “Held back by channels”");
        assertThatThrownBy(() -> confirm(Map.of(Heading.PAYOUTS, "090"))).hasMessageContaining("Paid out by channels");
    }

    @Test
    void whatStandsInTheBooksIsNotRemovedHere() {
        confirm(withSettlements());
        amazon(lastMonth(SettlementFiles.amazon("15501240004", "026-0000001-0000004", 50_00)));
        var settlement = only();
        enterSales.of(shop);
        assertThatThrownBy(() -> settlements.remove(shop, settlement.id()))
                .isInstanceOf(Settlements.StandsInBooks.class);
        assertThat(only()).isEqualTo(settlement);
    }

    @Test
    void aPostingThatSaysSomethingElseThanItsSettlementIsFound() {
        confirm(withSettlements());
        amazon(lastMonth(SettlementFiles.amazon("15501240005", "026-0000001-0000005", 50_00)));
        enterSales.of(shop);
        change("gross_minor = gross_minor + 1");
        assertThat(flaws()).singleElement().asString().contains("and its settlement -£50.00");
        change("gross_minor = gross_minor - 1");
    }

    private void change(String set) {
        DATABASE.change("UPDATE counterfoil.accounting_posting SET " + set + " WHERE seller_id = '" + shop + "'");
    }

    private Posting posting() {
        var all = postings.latest(shop, 10);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private void confirm(Map<Heading, String> more) {
        var codes = new EnumMap<>(ledgers.chart(books).proposal());
        codes.putAll(more);
        var since = clock.today().withDayOfMonth(1).minusMonths(2);
        confirmBooks.of(
                books,
                new ConfirmBooks.Choice(EntryWay.SUMMARY, since, codes),
                bookkeeper().id());
    }

    private static Map<Heading, String> withSettlements() {
        var codes = new EnumMap<Heading, String>(Heading.class);
        Heading.ofSettlements().forEach(heading -> codes.put(heading, COSTS));
        codes.put(Heading.PAYOUTS, ON_ITS_WAY);
        return codes;
    }

    /** The files of the bench are of a March; what was issued long ago is not entered. */
    private String lastMonth(String file) {
        return file.replace("2026-03", clock.today().minusMonths(1).toString().substring(0, 7));
    }

    private static List<String> lines(ObjectNode note) {
        return note.path("LineItems")
                .valueStream()
                .map(line -> line.path("AccountCode").asString() + " "
                        + new BigDecimal(line.path("UnitAmount").asString()).setScale(2) + " "
                        + line.path("TaxType").asString())
                .toList();
    }
}
