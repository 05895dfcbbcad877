package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.tax.Consignment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the goods of an order are worth in pounds and in euros, by HMRC's rates of the month. */
@Component
class ConsignmentValues {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Currency STERLING = Currency.getInstance("GBP");

    private final ExchangeRates rates;

    ConsignmentValues(ExchangeRates rates) {
        this.rates = rates;
    }

    /** What the buyer has paid for the goods, in both; empty where the rate of the month is not entered. */
    Consignment of(SellerId seller, OrderFacts order, LocalDate day) {
        var value = VatOfOrders.goods(order);
        var pounds = pounds(seller, value, day);
        var euros = value.currency().equals(EURO)
                ? Optional.of(value)
                : pounds.flatMap(sum -> rates.on(seller, EURO, day)
                        .map(rate -> new Money(
                                BigDecimal.valueOf(sum.minor())
                                        .divide(rate.pounds(), MathContext.DECIMAL64)
                                        .setScale(0, RoundingMode.HALF_UP)
                                        .longValueExact(),
                                EURO)));
        return new Consignment(pounds, euros);
    }

    /** A sum of the order in pounds; empty where the rate of the month is not entered. */
    Optional<Money> pounds(SellerId seller, Money value, LocalDate day) {
        return value.currency().equals(STERLING)
                ? Optional.of(value)
                : rates.on(seller, value.currency(), day).map(rate -> rate.inSterling(value));
    }
}
