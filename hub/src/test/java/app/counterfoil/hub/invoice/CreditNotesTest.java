package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.tax.Creditable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A refund that was paid is credited: dated by its payment, with its own number, and never more than is left. */
class CreditNotesTest extends InvoiceBench {

    @Autowired
    private IssueCreditNotes creditNotes;

    @Autowired
    private ReplaceSimplifiedInvoice replace;

    @Autowired
    private InvoiceBookCheck books;

    @Autowired
    private StoredInvoices stored;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private ExchangeRates exchangeRates;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @BeforeEach
    void aShop() {
        shop = shopAtTheStandardRate();
    }

    @Test
    void allOfAnInvoiceIsCreditedWithItsVatAndTheInvoiceStays() throws IOException {
        var order = taken();
        var invoice = issued(shop, order);
        var note = credit(invoice, new CreditWish.Rest());
        assertThat(note.number()).startsWith("CV").endsWith("-000001");
        assertThat(List.of(note.net(), note.vat(), note.gross()))
                .containsExactly(
                        invoice.net().negated(),
                        invoice.vat().negated(),
                        invoice.gross().negated());
        assertThat(note.credits().map(Invoice.Other::id)).contains(invoice.id());
        assertThat(invoices.ofOrder(shop, order.id())).contains(invoice);
        assertThat(text(pdfs.of(me(), note.id()).orElseThrow()))
                .contains("Credit note", note.number(), "Credits", invoice.number(), "Goods returned", "Paid back")
                .contains("Total credited, VAT included £15.00")
                .doesNotContain("Testa", "\u22121");
        assertThat(timeline.of(shop, order.id())).anySatisfy(event -> assertThat(event.detail())
                .isEqualTo(note.number() + " of £15.00 on " + invoice.number() + ": Goods returned"));
        assertThat(creditNotes.left(shop, invoice.id()).orElseThrow().left().isZero())
                .isTrue();
        assertThat(books.of(shop).flaws()).isEmpty();
    }

    @Test
    void severalPartsTogetherTakeOffTheVatOfTheInvoiceToThePennyAndNoMore() {
        var order = taken();
        var invoice = issued(shop, order);
        var first = credit(invoice, new CreditWish.Amount(Money.pence(3_33)));
        var second = credit(invoice, new CreditWish.Lines(List.of(Money.pence(5_01), Money.pence(0))));
        assertThat(first.gross()).isEqualTo(Money.pence(-3_33));
        assertThat(second.gross()).isEqualTo(Money.pence(-5_01));
        assertThatThrownBy(() -> credit(invoice, new CreditWish.Amount(Money.pence(6_67))))
                .isInstanceOf(Creditable.MoreThanInvoiced.class)
                .hasMessageContaining("£6.66 is left");
        var last = credit(invoice, new CreditWish.Rest());
        assertThat(last.gross()).isEqualTo(Money.pence(-6_66));
        assertThat(first.vat().plus(second.vat()).plus(last.vat()))
                .isEqualTo(invoice.vat().negated());
        assertThat(List.of(first.number(), second.number(), last.number()))
                .extracting(number -> number.substring(6))
                .containsExactly("-000001", "-000002", "-000003");
        assertThatThrownBy(() -> credit(invoice, new CreditWish.Rest()))
                .isInstanceOf(Creditable.MoreThanInvoiced.class);
        assertThat(books.of(shop).flaws()).isEmpty();
    }

    @Test
    void aFullInvoiceIsCreditedToTheCustomerItNames() throws IOException {
        var order = taken();
        var invoice = issueInvoices.forOrder(shop, order.id(), true, Optional.empty());
        var note = credit(invoice, new CreditWish.Amount(Money.pence(1_20)));
        assertThat(note.partyEndsOn()).isPresent();
        assertThat(text(pdfs.of(me(), note.id()).orElseThrow()))
                .contains("Customer", "Testa Demoson", "Total VAT £0.20", "Part of: A mug");
    }

    @Test
    void whatWasCreditedOfAShortInvoiceCountsForTheFullOneInItsPlace() {
        var order = taken();
        var shortOne = issued(shop, order);
        var unused = credit(shortOne, new CreditWish.Amount(Money.pence(5_00)));
        var full = replace.withFull(shop, order.id(), me().id());
        assertThat(creditNotes.left(shop, full.id()).orElseThrow().left()).isEqualTo(Money.pence(10_00));
        assertThatThrownBy(() -> credit(shortOne, new CreditWish.Rest()))
                .isInstanceOfSatisfying(CannotInvoice.class, refused -> {
                    assertThat(refused.wrong()).contains("no longer counts");
                    assertThat(refused.mend()).contains(full.number());
                });
        assertThat(credit(full, new CreditWish.Rest()).gross()).isEqualTo(Money.pence(-10_00));
        assertThat(books.of(shop).flaws()).isEmpty();
    }

    @Test
    void aStatementWithoutVatIsCreditedWithoutVat() throws IOException {
        var unregistered = shop("");
        var order = taken(unregistered, json -> {});
        var statement = issued(unregistered, order);
        var note = creditNotes.of(unregistered, statement.id(), wish(new CreditWish.Rest()), me().id());
        assertThat(note.number()).startsWith("CS");
        assertThat(text(pdfs.of(bookkeeper(unregistered), note.id()).orElseThrow()))
                .contains("Credit statement", "Total credited £15.00", "This is not a VAT invoice.")
                .doesNotContain("VAT number");
    }

    @Test
    void theVatInPoundsIsCreditedAtTheRateOfTheInvoiceToThePenny() {
        var order = taken(shop, MadeUpOrders::inEuros);
        rates(order);
        var invoice = issued(shop, order);
        var parts = List.of(
                credit(invoice, new CreditWish.Amount(Money.of("4.01", "EUR"))),
                credit(invoice, new CreditWish.Amount(Money.of("0.77", "EUR"))),
                credit(invoice, new CreditWish.Rest()));
        assertThat(parts.stream().map(Invoice::vat).reduce(Money::plus))
                .contains(invoice.vat().negated());
        var sterling = Stream.concat(Stream.of(invoice), parts.stream())
                .map(each ->
                        stored.one(shop, each.id()).orElseThrow().sterling().orElseThrow());
        assertThat(sterling.reduce(Money::plus)).contains(Money.pence(0));
    }

    @Test
    void theDayOfThePaymentIsNeitherToComeNorBeforeTheSale() {
        var invoice = issued(shop, taken());
        var tomorrow = new CreditWish(new CreditWish.Rest(), clock.today().plusDays(1), CreditReason.RETURNED);
        assertThatThrownBy(() -> creditNotes.of(shop, invoice.id(), tomorrow, me().id()))
                .hasMessageContaining("is to come");
        var before = new CreditWish(new CreditWish.Rest(), invoice.suppliedOn().minusDays(1), CreditReason.RETURNED);
        assertThatThrownBy(() -> creditNotes.of(shop, invoice.id(), before, me().id()))
                .hasMessageContaining("the buyer paid on");
    }

    @Test
    void eightWhoCreditAllAtOnceCreditItOnceAndTheNumbersHaveNoGap() {
        var invoice = issued(shop, taken());
        var person = me().id();
        var refusals = IntStream.range(0, 8)
                .mapToObj(who -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return creditNotes
                                .of(shop, invoice.id(), wish(new CreditWish.Rest()), person)
                                .number();
                    } catch (Creditable.MoreThanInvoiced refused) {
                        return "refused";
                    }
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter("refused"::equals);
        assertThat(refusals).hasSize(7);
        assertThat(credit(issued(shop, taken()), new CreditWish.Rest()).number())
                .endsWith("-000002");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE invoice_line SET gross_minor = -2000, net_minor = -2000 - vat_minor | was credited",
                "UPDATE invoice_line SET vat_minor = vat_minor - 1, net_minor = net_minor + 1 | VAT) of it was credited",
                "UPDATE invoice_line SET of_line = 7 | is of no line of its invoice",
                "UPDATE invoice_line SET rate_bp = 500 | is of no line of its invoice",
                "UPDATE invoice_invoice SET credits = gen_random_uuid() | which is no invoice of the same order"
            })
    void aCreditNoteThatIsChangedPastTheProgramIsNamed(String change, String named) {
        var note = credit(issued(shop, taken()), new CreditWish.Rest());
        assertThat(books.of(shop).flaws()).isEmpty();
        DATABASE.change("SET search_path = counterfoil; " + change + " WHERE invoice_id = '" + note.id() + "'"
                + (change.contains("invoice_line") ? " AND line = 1" : ""));
        assertThat(books.of(shop).flaws())
                .anySatisfy(flaw -> assertThat(flaw.wrong()).contains(named));
    }

    private SignedIn me() {
        return bookkeeper(shop);
    }

    private OrderFacts taken() {
        return taken(shop, json -> {});
    }

    private void rates(OrderFacts order) {
        exchangeRates.enter(
                shop, "EUR", VatOfOrders.suppliedOn(order).toString().substring(0, 7), "1.17");
    }

    private Invoice credit(Invoice invoice, CreditWish.Part part) {
        return creditNotes.of(shop, invoice.id(), wish(part), me().id());
    }

    private CreditWish wish(CreditWish.Part part) {
        return new CreditWish(part, clock.today(), CreditReason.RETURNED);
    }
}
