package app.counterfoil.hub.vatreturn.onestop;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rates of the European Central Bank for the last days of tax periods, as the bookkeeper has entered them. */
@Component
public class EuroRates {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final OneStopRows returns;
    private final BusinessClock clock;

    EuroRates(JdbcClient db, SellerTransactions transactions, OneStopRows returns, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.returns = returns;
        this.clock = clock;
    }

    /** All rates, the latest period first. */
    public List<EuroRate> of(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT currency, period_end, units FROM vatreturn_euro_rate
                         WHERE seller_id = :seller ORDER BY period_end DESC, currency
                        """)
                .param("seller", seller.value())
                .query((row, number) -> new EuroRate(
                        Currency.getInstance(row.getString(1)),
                        row.getObject(2, LocalDate.class),
                        row.getBigDecimal(3)))
                .list());
    }

    /**
     * Enters a rate.
     *
     * @param currency its three letters
     * @param month the last month of the tax period, such as {@code 2026-03}
     * @param units how much of it is one euro
     * @throws CannotDeclare if it cannot be a rate, the bank has not published it yet, or a submitted return was
     *     reckoned with
     *     another
     */
    public EuroRate enter(SellerId seller, String currency, String month, String units, UUID person) {
        var rate = TypedEuroRates.read(currency, month, units);
        transactions.run(seller, () -> enter(seller, rate, person));
        return rate;
    }

    /**
     * Enters what a file of the bank says of these currencies; see {@link TypedEuroRates#ofFile}. What is entered
     * already stays.
     *
     * @return how many rates are new
     * @throws CannotDeclare if it is no such file
     */
    public int enterFile(SellerId seller, String file, Set<Currency> currencies, UUID person) {
        var read = TypedEuroRates.ofFile(file, currencies, clock.today());
        return transactions.in(seller, () -> {
            var known = of(seller);
            var fresh = read.stream()
                    .filter(rate -> known.stream()
                            .noneMatch(each -> each.currency().equals(rate.currency())
                                    && each.periodEnd().equals(rate.periodEnd())))
                    .toList();
            fresh.forEach(rate -> enter(seller, rate, person));
            return fresh.size();
        });
    }

    private void enter(SellerId seller, EuroRate rate, UUID person) {
        if (rate.publishedOn().isAfter(clock.today())) {
            throw new CannotDeclare(
                    "Month: the rate of " + Written.day(rate.publishedOn()) + " is not published yet.",
                    "Enter it once the European Central Bank has published it.");
        }
        returns.lock(seller);
        var stands = of(seller).stream().anyMatch(rate::equals);
        if (!stands && returns.isReckonedWith(seller, rate.currency(), rate.periodEnd())) {
            throw new CannotDeclare(
                    "A return that was submitted is reckoned with another rate of " + rate.currency() + " for "
                            + Written.day(rate.periodEnd()) + ".",
                    "What corrects that period is turned into euros at the same rate. If the rate was wrong, ask the portal of"
                            + " the One Stop Shop how to put the return right.");
        }
        db.sql(
                        """
                        INSERT INTO vatreturn_euro_rate (seller_id, currency, period_end, units, said_at, person_id)
                        VALUES (:seller, :currency, :end, :units, :now, :person)
                            ON CONFLICT (seller_id, currency, period_end) DO UPDATE
                           SET units = EXCLUDED.units, said_at = EXCLUDED.said_at, person_id = EXCLUDED.person_id
                        """)
                .param("seller", seller.value())
                .param("currency", rate.currency().getCurrencyCode())
                .param("end", rate.periodEnd())
                .param("units", rate.units())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update();
    }
}
