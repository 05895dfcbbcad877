package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.SterlingRate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** HMRC's exchange rates of the month, as the bookkeeper has entered them (Notice 700 §7.7). */
@Component
public class ExchangeRates {

    private static final BigDecimal MOST = new BigDecimal("1000000");

    private final JdbcClient db;
    private final SellerTransactions transactions;

    ExchangeRates(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * A rate of a month.
     *
     * @param currency the other currency
     * @param month the month it is for
     * @param units how much of it is one pound
     */
    public record MonthRate(Currency currency, YearMonth month, BigDecimal units) {

        /** The month as people write it. */
        public String monthShown() {
            return Written.month(month);
        }

        /** Where it comes from, as the invoice tells it. */
        public String source() {
            return "HMRC's rate for " + monthShown() + ": " + units.toPlainString() + " " + currency + " to £1";
        }
    }

    /** All rates, the latest month first. */
    public List<MonthRate> of(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT currency, month, units FROM invoice_exchange_rate
                         WHERE seller_id = :seller ORDER BY month DESC, currency
                        """)
                .param("seller", seller.value())
                .query((row, number) -> new MonthRate(
                        Currency.getInstance(row.getString(1)),
                        YearMonth.from(row.getObject(2, LocalDate.class)),
                        row.getBigDecimal(3)))
                .list());
    }

    /** The rate for a supply on that day; empty if nobody has entered it. */
    Optional<SterlingRate> on(SellerId seller, Currency currency, LocalDate day) {
        return of(seller).stream()
                .filter(rate -> rate.currency().equals(currency) && rate.month().equals(YearMonth.from(day)))
                .findFirst()
                .map(rate -> new SterlingRate(
                        currency, BigDecimal.ONE.divide(rate.units(), MathContext.DECIMAL64), rate.source()));
    }

    /**
     * Enters a rate; invoices that were issued stay as they are.
     *
     * @throws CannotInvoice if it cannot be a rate
     */
    public void enter(SellerId seller, String currency, String month, String units) {
        var rate = read(currency, month, units);
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO invoice_exchange_rate (seller_id, currency, month, units)
                        VALUES (:seller, :currency, :month, :units)
                            ON CONFLICT (seller_id, currency, month) DO UPDATE SET units = EXCLUDED.units
                        """)
                .param("seller", seller.value())
                .param("currency", rate.currency().getCurrencyCode())
                .param("month", rate.month().atDay(1))
                .param("units", rate.units())
                .update());
    }

    private static MonthRate read(String currency, String month, String units) {
        return new MonthRate(currency(currency), month(month), units(units));
    }

    private static Currency currency(String typed) {
        try {
            var currency = Currency.getInstance(typed.strip().toUpperCase(Locale.ROOT));
            if (currency.getDefaultFractionDigits() >= 0
                    && !currency.getCurrencyCode().equals("GBP")) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            // Told below.
        }
        throw new CannotInvoice(
                "Currency: this is none other than sterling.", "Write its three letters, such as EUR or USD.");
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed.strip());
        } catch (DateTimeException unreadable) {
            throw new CannotInvoice("Month: this is no month.", "Write it like 2026-02 for February 2026.");
        }
    }

    private static BigDecimal units(String typed) {
        try {
            var number = typed.strip().length() > 20 ? BigDecimal.ZERO : new BigDecimal(typed.strip());
            if (number.signum() > 0 && number.compareTo(MOST) < 0 && number.scale() <= 8) {
                return number;
            }
        } catch (NumberFormatException unreadable) {
            // Told below.
        }
        throw new CannotInvoice(
                "Units to one pound: this is no rate.",
                "Write how much of the currency is £1, such as 1.1534, with at most eight decimals.");
    }
}
