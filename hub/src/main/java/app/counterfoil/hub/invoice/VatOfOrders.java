package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderLine;
import app.counterfoil.hub.order.OrderPrices;
import app.counterfoil.hub.tax.Customer;
import app.counterfoil.hub.tax.DecideVat;
import app.counterfoil.hub.tax.Goods;
import app.counterfoil.hub.tax.GoodsMark;
import app.counterfoil.hub.tax.Supply;
import app.counterfoil.hub.tax.TaxPlace;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.hub.tax.VatDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides the VAT of each line of an order, from what the channel, the seller and people have said. */
@Component
public class VatOfOrders {

    private final VatStandings standings;
    private final VatClasses vatClasses;
    private final RatesThere ratesThere;
    private final GoodsMarks marks;
    private final CustomerNumbers numbers;
    private final PlacesDecided places;
    private final OrderPrices prices;
    private final ConsignmentValues values;
    private final DecideVat decideVat = new DecideVat();

    VatOfOrders(
            VatStandings standings,
            VatClasses vatClasses,
            RatesThere ratesThere,
            GoodsMarks marks,
            CustomerNumbers numbers,
            PlacesDecided places,
            OrderPrices prices,
            ConsignmentValues values) {
        this.standings = standings;
        this.vatClasses = vatClasses;
        this.ratesThere = ratesThere;
        this.marks = marks;
        this.numbers = numbers;
        this.places = places;
        this.prices = prices;
        this.values = values;
    }

    /**
     * A line and its VAT.
     *
     * @param title the product
     * @param classSaid whether anybody has said how it is rated
     * @param decision what it bears, or what has to be said first
     */
    public record Line(String title, boolean classSaid, VatDecision decision) {

        /** Whether a person is asked for that. */
        public boolean asks(VatDecision.Asks what) {
            return decision instanceof VatDecision.AskPerson question && question.asks() == what;
        }
    }

    /** The time of supply: the day the buyer paid, which for orders of channels is the day they were placed. */
    static LocalDate suppliedOn(OrderFacts order) {
        return order.placedAt().atZone(BusinessClock.ZONE).toLocalDate();
    }

    /** The lines of the order, in their order. */
    public List<Line> of(SellerId seller, OrderFacts order) {
        return of(seller, order, place(seller, order));
    }

    Place place(SellerId seller, OrderFacts order) {
        return Place.of(order, prices.of(seller, order), places.of(seller, order.id()));
    }

    List<Line> of(SellerId seller, OrderFacts order, Place place) {
        var day = suppliedOn(order);
        var standing = standings.standing(seller, day);
        var from = TaxPlace.of(standings.on(seller, day).dispatchedFrom());
        var marked = marks.of(seller);
        var customer = customer(seller, order, from, place.place(), marked);
        var consignment = values.of(seller, order, day);
        var said = vatClasses.of(seller);
        var rates = ratesThere.of(seller);
        var lines = new ArrayList<Line>();
        for (var line : order.lines()) {
            var product = ProductKey.of(line);
            var vatClass = said.of(product);
            var rateThere = rates.stream()
                    .filter(each -> each.product().equals(product)
                            && place.place()
                                    .state()
                                    .filter(each.state()::equals)
                                    .isPresent())
                    .map(RatesThere.RateThere::rate)
                    .findFirst();
            var decision = decideVat.forSupply(new Supply(
                    standing,
                    from,
                    place.place(),
                    customer,
                    new Goods(
                            vatClass.orElse(VatClass.STANDARD),
                            Optional.ofNullable(marked.get(product)),
                            ofTheMark(seller, order, marked, product),
                            rateThere),
                    consignment,
                    day,
                    Optional.of(order.service().title()),
                    order.vatByChannel()));
            lines.add(new Line(line.title(), vatClass.isPresent(), decision));
        }
        return lines;
    }

    /** What the goods of the order come to that have the mark of this one; a limit is on all of them together. */
    private Optional<Money> ofTheMark(
            SellerId seller, OrderFacts order, Map<ProductKey, GoodsMark> marked, ProductKey product) {
        var mark = Optional.ofNullable(marked.get(product));
        return mark.flatMap(one -> values.pounds(
                seller,
                order.lines().stream()
                        .filter(line -> one.equals(marked.get(ProductKey.of(line))))
                        .map(OrderLine::total)
                        .reduce(Money.zero(order.total().currency()), Money::plus),
                suppliedOn(order)));
    }

    /** The number itself is sealed. That a business has one is taken for so; whether it is registered, somebody looks up. */
    private Customer customer(
            SellerId seller, OrderFacts order, TaxPlace from, TaxPlace to, Map<ProductKey, GoodsMark> marked) {
        if (!order.business()) {
            return Customer.CONSUMER;
        }
        var reversed =
                order.lines().stream().anyMatch(line -> marked.get(ProductKey.of(line)) == GoodsMark.REVERSE_CHARGE);
        var hangsOnNumber =
                reversed || !from.equals(TaxPlace.GREAT_BRITAIN) || to.state().isPresent();
        if (!hangsOnNumber) {
            return Customer.BUSINESS;
        }
        var check = numbers.registered(seller, order.id())
                .map(registered -> registered ? Customer.Check.CONFIRMED : Customer.Check.NOT_REGISTERED)
                .orElse(Customer.Check.FORM_FITS);
        var state = to.state().map(there -> new Territory(there.code())).orElse(Territory.GREAT_BRITAIN);
        return Customer.business(state, check);
    }

    /** What goods alone are worth, in the currency of the order. */
    static Money goods(OrderFacts order) {
        return order.lines().stream()
                .map(line -> line.total())
                .reduce(Money.zero(order.total().currency()), Money::plus);
    }
}
