package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.TellsHolding;
import app.counterfoil.hub.paper.VeraPdf;
import app.counterfoil.hub.seller.SignedIn;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** A business that asks afterwards is given one full invoice for several orders, and each sale counts once. */
class ConsolidatedInvoicesTest extends InvoiceBench {

    @Autowired
    private ConsolidateInvoices consolidate;

    @Autowired
    private OrdersOfOneCustomer ordersOfOneCustomer;

    @Autowired
    private IssueCreditNotes creditNotes;

    @Autowired
    private RefundsToCredit refunds;

    @Autowired
    private IssuedSales issuedSales;

    @Autowired
    private SuppliesMade suppliesMade;

    @Autowired
    private ChangedSince changedSince;

    @Autowired
    private FindDocuments documents;

    @Autowired
    private InvoiceForms forms;

    @Autowired
    private InvoiceBookCheck books;

    @Autowired
    private StoredInvoices stored;

    @Autowired
    private List<TellsHolding> holdings;

    @Autowired
    private BusinessClock clock;

    private SellerId shop = new SellerId(new UUID(0, 0));
    private final List<OrderFacts> sold = new ArrayList<>();
    private final List<Invoice> shortOnes = new ArrayList<>();

    @BeforeEach
    void aShop() {
        shop = shopAtTheStandardRate();
    }

    @Test
    void oneInvoiceTellsThreeOrdersLineByLineAndNamesTheCustomer() throws IOException {
        sell(3);
        var full = issue();
        assertThat(full.kind()).isEqualTo(InvoiceKind.FULL);
        assertThat(List.of(full.net(), full.vat(), full.gross()))
                .containsExactly(Money.pence(37_50), Money.pence(7_50), Money.pence(45_00));
        var whole = stored.one(shop, full.id()).orElseThrow();
        assertThat(whole.sterling()).contains(Money.pence(7_50));
        assertThat(whole.sums().rows())
                .isEqualTo(shortOnes.stream()
                        .flatMap(each -> stored.one(shop, each.id()).orElseThrow().sums().rows().stream())
                        .toList());
        assertThat(full.suppliedOn()).isEqualTo(clock.today());
        var paper = text(pdfs.of(me(), full.id()).orElseThrow()).replaceAll("\\s+", " ");
        assertThat(paper).contains("VAT invoice", "Testa Demoson", "3 orders", "£45.00");
        for (int at = 0; at < 3; at++) {
            assertThat(paper)
                    .contains(sold.get(at).channelOrderId() + ", "
                            + Written.longDay(shortOnes.get(at).suppliedOn()) + ": A mug")
                    .contains(shortOnes.get(at).number() + " of "
                            + Written.longDay(shortOnes.get(at).issuedOn()));
        }
        assertThat(VeraPdf.faults(pdfs.of(me(), full.id()).orElseThrow())).isEmpty();
        assertThat(forms.of(me(), full.id()).orElseThrow().sameFromRecord()).isTrue();
        assertThat(books.of(shop).flaws()).isEmpty();
    }

    @Test
    void eachOfItsOrdersHasItAndTellsWhatOfItIsIts() {
        sell(3);
        var full = issue();
        for (int at = 0; at < 3; at++) {
            var order = sold.get(at);
            var told = invoices.ofOrder(shop, order.id()).orElseThrow();
            assertThat(told.id()).isEqualTo(full.id());
            assertThat(told.order()).isEqualTo(order.id());
            assertThat(told.orderReference()).isEqualTo(order.channelOrderId());
            assertThat(told.ofOrder().gross()).isEqualTo(Money.pence(15_00));
            assertThat(told.replaces().map(Invoice.Other::number))
                    .contains(shortOnes.get(at).number());
            assertThat(told.orders()).isEqualTo(3);
            assertThat(issued(shop, order).id()).isEqualTo(full.id());
            assertThat(invoices.one(shop, shortOnes.get(at).id()).orElseThrow().counts())
                    .isFalse();
            assertThat(holdings.stream().flatMap(each -> each.of(shop, order).stream()))
                    .anySatisfy(held -> assertThat(held.toString()).contains("Customer named on the invoice"));
            assertThat(timeline.of(shop, order.id())).anySatisfy(event -> assertThat(event.detail())
                    .isEqualTo(full.number()
                            + " for 3 orders in place of their short ones, for the buyer asked for one invoice"));
            assertThat(documents.numbered(shop, order.channelOrderId(), 10))
                    .extracting(Invoice::number)
                    .containsExactlyInAnyOrder(full.number(), shortOnes.get(at).number());
        }
        assertThat(invoices.ofOrders(shop, ids())).hasSize(3);
        assertThat(invoices.ordersOf(shop, full.id())).containsExactlyElementsOf(ids());
        assertThat(documents.sums(shop, DocumentFilter.ALL))
                .extracting(FindDocuments.Sum::gross)
                .containsExactly(Money.pence(45_00));
        assertThat(changedSince.of(shop, List.of(full))).isEmpty();
    }

    @Test
    void returnsAndBooksAreAsTheyWere() {
        sell(3);
        var today = clock.today();
        var asked = new SuppliesMade.Asked(
                today.minusYears(1), today.minusMonths(2), today.plusDays(1), today.minusMonths(2));
        var supplies = suppliesMade.of(shop, asked);
        var sales = issuedSales.issued(shop, today.minusDays(1), today.plusDays(1));
        assertThat(sales).hasSize(3);
        var unused = issue();
        assertThat(suppliesMade.of(shop, asked)).isEqualTo(supplies);
        assertThat(issuedSales.issued(shop, today.minusDays(1), today.plusDays(1)))
                .isEqualTo(sales);
    }

    @Test
    void aRefundOfTheSecondOrderIsCoveredByACreditNoteOfItsLines() throws IOException {
        var numbers = sell(3);
        var full = issue();
        MARKET.refund(numbers.get(1), "R1", "4.00");
        download(shop);
        var second = sold.get(1);
        assertThat(refunds.list(shop, false, 10)).singleElement().satisfies(refund -> {
            assertThat(refund.open()).isEqualTo(Money.pence(4_00));
            assertThat(refund.invoice().id()).isEqualTo(full.id());
            assertThat(refund.invoice().order()).isEqualTo(second.id());
        });
        assertThat(changedSince.of(shop, List.of(full)).get(full.id()).what())
                .startsWith("Order " + second.channelOrderId() + ": ");
        var note = credit(full, 0, 0, 4_00);
        assertThat(note.order()).isEqualTo(second.id());
        assertThat(note.orderReference()).isEqualTo(second.channelOrderId());
        assertThat(note.gross()).isEqualTo(Money.pence(-4_00));
        assertThat(refunds.list(shop, false, 10)).isEmpty();
        assertThat(text(pdfs.of(me(), note.id()).orElseThrow())).contains("Testa Demoson", full.number());
        assertThat(creditNotes.left(shop, full.id()).orElseThrow().left()).isEqualTo(Money.pence(41_00));
        var sale = issuedSales.of(shop, List.of(note.id())).get(0);
        assertThat(sale.credits()).contains(shortOnes.get(1).number());
        assertThat(credit(full, 0, 0, 8_00, 3_00).gross()).isEqualTo(Money.pence(-11_00));
        assertThatThrownBy(() -> credit(full, 0, 0, 1)).hasMessageContaining("left");
        assertThat(books.of(shop).flaws()).isEmpty();
    }

    @Test
    void aCreditNoteIsOfOneOrder() {
        sell(3);
        var full = issue();
        assertThatThrownBy(() -> credit(full, 1_00, 0, 1_00)).hasMessageContaining("These are lines of 2 orders");
        for (var part : List.of(new CreditWish.Rest(), new CreditWish.Amount(Money.pence(1_00)))) {
            var wish = new CreditWish(part, clock.today(), CreditReason.RETURNED);
            assertThatThrownBy(() -> creditNotes.of(shop, full.id(), wish, me().id()))
                    .isInstanceOfSatisfying(CannotInvoice.class, refused -> assertThat(refused.mend())
                            .contains("lines of one order"));
        }
        var wish = new CreditWish(new CreditWish.Rest(), clock.today(), CreditReason.RETURNED);
        assertThatThrownBy(() -> creditNotes.of(shop, shortOnes.get(2).id(), wish, me().id()))
                .isInstanceOfSatisfying(CannotInvoice.class, refused -> assertThat(refused.mend())
                        .contains(full.number()));
    }

    @Test
    void eightWhoAskAtOnceAreGivenOneAndTheNumbersHaveNoGap() {
        sell(2);
        var person = me().id();
        var refusals = IntStream.range(0, 8)
                .mapToObj(who -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return consolidate.of(shop, ids(), person).number();
                    } catch (CannotInvoice refused) {
                        return refused.wrong();
                    }
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.contains("has the full invoice"));
        assertThat(refusals).hasSize(7);
        assertThat(issued(shop, taken(shop, json -> {})).number()).endsWith("-000004");
        assertThat(books.of(shop).flaws()).isEmpty();
    }

    @Test
    void otherOrdersOfTheSameCustomerAreFoundAndThoseOfOthersAreNot() {
        sell(1);
        sell(json -> MadeUpOrders.address(json, "Probe Beispiel", "LS1 9ZZ", "GB"));
        sell(json -> MadeUpOrders.address(json, "TESTA  demoson", "ls1 9zz", "GB"));
        sell(json -> MadeUpOrders.address(json, "Testa Demoson", "LS2 9ZZ", "GB"));
        var uninvoiced = taken(shop, json -> {});
        var found = ordersOfOneCustomer.with(shop, sold.get(0).id());
        assertThat(found.own()).contains(shortOnes.get(0));
        assertThat(found.others()).containsExactly(shortOnes.get(2));
        assertThat(ordersOfOneCustomer.with(shop, uninvoiced.id()).own()).isEmpty();
        assertThat(consolidate
                        .of(shop, List.of(sold.get(0).id(), sold.get(2).id()), me().id())
                        .orders())
                .isEqualTo(2);
        assertThat(ordersOfOneCustomer.with(shop, sold.get(0).id()).own()).isEmpty();
        assertThat(ordersOfOneCustomer.with(shop, sold.get(1).id()).others()).isEmpty();
    }

    @Test
    void ordersOfDifferentCustomersAreNamedAndThePeopleAreNot() {
        sell(1);
        sell(json -> MadeUpOrders.address(json, "Probe Beispiel", "LS1 9ZZ", "GB"));
        assertThatThrownBy(this::issue)
                .hasMessageContaining(sold.get(1).channelOrderId())
                .hasMessageContaining("do not have the same customer")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("Testa", "Probe", "LS1"));
    }

    @Test
    void ordersOfDifferentMonthsOrCountriesAreRefused() {
        sell(1);
        sell(json -> json.put("creationDate", clock.today().minusDays(40) + "T10:00:00.000Z"));
        assertThatThrownBy(this::issue).hasMessageContaining("in different months");
        sold.remove(1);
        sell(json -> MadeUpOrders.address(json, "Testa Demoson", "BT1 5GS", "GB"));
        assertThatThrownBy(this::issue).hasMessageContaining("different countries");
    }

    @Test
    void whatHasNoShortInvoiceThatCountsIsRefused() {
        var numbers = sell(2);
        assertThatThrownBy(() -> consolidate.of(shop, List.of(sold.get(0).id()), me().id()))
                .hasMessageContaining("One order alone");
        assertThatThrownBy(() -> consolidate.of(
                        shop,
                        IntStream.range(0, 51)
                                .mapToObj(any -> new OrderId(UUID.randomUUID()))
                                .toList(),
                        me().id()))
                .hasMessageContaining("at most 50");
        var uninvoiced = taken(shop, json -> {});
        assertThatThrownBy(() -> consolidate.of(shop, List.of(sold.get(0).id(), uninvoiced.id()), me().id()))
                .hasMessageContaining("has no invoice yet");
        MARKET.refund(numbers.get(1), "R1", "4.00");
        download(shop);
        assertThatThrownBy(this::issue).hasMessageContaining("paid back that is not credited yet");
        var wish = new CreditWish(new CreditWish.Rest(), clock.today(), CreditReason.RETURNED);
        var unused = creditNotes.of(shop, shortOnes.get(1).id(), wish, me().id());
        assertThatThrownBy(this::issue).hasMessageContaining("was credited");
        assertThat(ordersOfOneCustomer.with(shop, sold.get(0).id()).others()).isEmpty();
        var notRegistered = shop("");
        var statements = List.of(taken(notRegistered, json -> {}), taken(notRegistered, json -> {}));
        statements.forEach(
                order -> assertThat(issued(notRegistered, order).vat().isZero()).isTrue());
        assertThatThrownBy(() -> consolidate.of(
                        notRegistered, statements.stream().map(OrderFacts::id).toList(), me().id()))
                .hasMessageContaining("sales statement");
    }

    @Test
    void anOrderOfAnotherShopIsNotThere() {
        sell(1);
        var other = shopAtTheStandardRate();
        var theirs = taken(other, json -> {});
        var unused = issued(other, theirs);
        assertThatThrownBy(() -> consolidate.of(shop, List.of(sold.get(0).id(), theirs.id()), me().id()))
                .isInstanceOf(NoSuchOrder.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM invoice_replaced WHERE later_id = | it is not kept which lines are whose",
                "UPDATE invoice_replaced SET order_id = gen_random_uuid() WHERE first_line > 1 AND later_id = | no invoice of the same order",
                "UPDATE invoice_replaced SET last_line = last_line - 1 WHERE later_id = | is not the line of the short invoice",
                "UPDATE invoice_line SET vat_minor = vat_minor + 1, net_minor = net_minor - 1 WHERE line = 3 AND invoice_id = | is not the line of the short invoice",
                "UPDATE invoice_invoice SET vat_minor = vat_minor + 1, net_minor = net_minor - 1 WHERE invoice_id = | and those whose place it takes"
            })
    void whatIsChangedPastTheProgramIsNamed(String change, String named) {
        sell(2);
        var full = issue();
        assertThat(books.of(shop).flaws()).isEmpty();
        DATABASE.change("SET search_path = counterfoil; " + change + " '" + full.id() + "'");
        assertThat(books.of(shop).flaws())
                .anySatisfy(flaw -> assertThat(flaw.wrong()).contains(named));
    }

    private Invoice credit(Invoice invoice, long... pence) {
        var lines = new ArrayList<Money>();
        for (int line = 0; line < 2 * invoice.orders(); line++) {
            lines.add(Money.pence(line < pence.length ? pence[line] : 0));
        }
        var wish = new CreditWish(new CreditWish.Lines(lines), clock.today(), CreditReason.RETURNED);
        return creditNotes.of(shop, invoice.id(), wish, me().id());
    }

    /** The first on the first day of the month, the others today. */
    private List<String> sell(int orders) {
        var numbers = new ArrayList<String>();
        for (int at = 0; at < orders; at++) {
            numbers.add(
                    at == 0 && orders > 1
                            ? sell(json -> json.put("creationDate", firstDay() + "T00:30:00.000Z"))
                            : sell(json -> {}));
        }
        return numbers;
    }

    private LocalDate firstDay() {
        return clock.today().withDayOfMonth(1);
    }

    private String sell(Consumer<ObjectNode> change) {
        var order = taken(shop, change);
        sold.add(order);
        shortOnes.add(issued(shop, order));
        return order.channelOrderId();
    }

    private Invoice issue() {
        return consolidate.of(shop, ids(), me().id());
    }

    private List<OrderId> ids() {
        return sold.stream().map(OrderFacts::id).toList();
    }

    private SignedIn me() {
        return bookkeeper(shop);
    }
}
