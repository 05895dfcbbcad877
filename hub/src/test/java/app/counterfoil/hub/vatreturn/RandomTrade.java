package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.invoice.CreditWish;
import app.counterfoil.hub.invoice.ExchangeRates;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.invoice.IssueCreditNotes;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.invoice.ProductKey;
import app.counterfoil.hub.invoice.ReplaceSimplifiedInvoice;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.sandbox.world.Sale;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.beans.factory.BeanFactory;

/**
 * A shop that sells at three rates, in two currencies, at home and to Jersey, changes its mind, pays back and credits, as
 * chance wants it.
 */
final class RandomTrade {

    static final BigDecimal EUROS_TO_A_POUND = new BigDecimal("1.1734");

    private final BeanFactory hub;
    private final SellerId shop;
    private final MadeUpOrders market;
    private final Function<String, OrderFacts> taken;
    private final Random random;
    private final List<OrderFacts> sold = new ArrayList<>();

    RandomTrade(
            BeanFactory hub, SellerId shop, MadeUpOrders market, Function<String, OrderFacts> taken, Random random) {
        this.hub = hub;
        this.shop = shop;
        this.market = market;
        this.taken = taken;
        this.random = random;
    }

    /** Rates are said, and one order of each currency is sold. */
    void begin() {
        hub.getBean(VatClasses.class)
                .say(
                        shop,
                        Map.of(
                                new ProductKey("AT-20", ""), VatClass.STANDARD,
                                new ProductKey("AT-5", ""), VatClass.REDUCED,
                                new ProductKey("AT-0", ""), VatClass.ZERO));
        var today = hub.getBean(BusinessClock.class).today();
        for (var month : List.of(YearMonth.from(today.minusDays(1)), YearMonth.from(today))) {
            hub.getBean(ExchangeRates.class).enter(shop, "EUR", month.toString(), EUROS_TO_A_POUND.toString());
        }
        sell(false, false);
        sell(true, false);
    }

    /** Something happens. */
    void oneMore() {
        switch (random.nextInt(7)) {
            case 0, 1, 2 -> sell(random.nextInt(3) == 0, random.nextInt(4) == 0);
            case 3 -> inFull(any());
            case 4 -> credit(any(), left -> new CreditWish.Rest());
            case 5 -> credit(any(), left -> new CreditWish.Amount(upTo(left.left())));
            default ->
                credit(
                        any(),
                        left -> new CreditWish.Lines(left.lines().stream()
                                .map(line -> random.nextBoolean() ? upTo(line.left()) : none(line.left()))
                                .toList()));
        }
    }

    private OrderFacts any() {
        return sold.get(random.nextInt(sold.size()));
    }

    private void sell(boolean inEuros, boolean toJersey) {
        var lines = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(line -> new Sale.Line(
                        List.of("AT-20", "AT-5", "AT-0").get(random.nextInt(3)),
                        "Something made up " + line,
                        1 + random.nextInt(4),
                        1 + random.nextInt(99_99),
                        0))
                .toList();
        var number = market.ebay(lines, random.nextBoolean() ? random.nextInt(9_99) : 0, order -> {
            if (inEuros) {
                MadeUpOrders.inEuros(order);
            }
            if (toJersey) {
                MadeUpOrders.address(order, "Testa Demoson", "JE2 3AB", "JE");
            }
        });
        var order = taken.apply(number);
        if (random.nextInt(4) == 0) {
            // What is edited before it is invoiced is invoiced as it is then.
            market.change(number, json -> json.put("buyerCheckoutNotes", "Made up."));
            order = taken.apply(number);
        }
        hub.getBean(IssueInvoices.class).forOrder(shop, order.id(), random.nextInt(3) == 0, Optional.empty());
        sold.add(order);
    }

    private void inFull(OrderFacts order) {
        if (counting(order).kind() == InvoiceKind.SIMPLIFIED) {
            hub.getBean(ReplaceSimplifiedInvoice.class).withFull(shop, order.id(), me());
        }
    }

    private void credit(OrderFacts order, Function<IssueCreditNotes.Left, CreditWish.Part> part) {
        var notes = hub.getBean(IssueCreditNotes.class);
        var invoice = counting(order);
        var left = notes.left(shop, invoice.id()).orElseThrow();
        if (left.left().minor() <= 0) {
            return;
        }
        var wish = part.apply(left);
        if (wish instanceof CreditWish.Lines lines && lines.gross().stream().allMatch(Money::isZero)) {
            return;
        }
        var today = hub.getBean(BusinessClock.class).today();
        notes.of(shop, invoice.id(), new CreditWish(wish, today, CreditReason.RETURNED), me());
    }

    private Invoice counting(OrderFacts order) {
        return hub.getBean(Invoices.class).ofOrder(shop, order.id()).orElseThrow();
    }

    private Money upTo(Money most) {
        return new Money(1 + (long) (random.nextDouble() * (most.minor() - 1)), most.currency());
    }

    private static Money none(Money like) {
        return Money.zero(like.currency());
    }

    private UUID me() {
        return hub.getBean(MadeUpShops.class).person(shop, Role.BOOKKEEPER).id();
    }
}
