package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.VatRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What products are rated at in member states where the rate is not the standard one, as the seller has said. */
@Component
public class RatesThere {

    private final JdbcClient db;
    private final SellerTransactions transactions;

    RatesThere(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * A rate.
     *
     * @param product the product
     * @param state where
     * @param rate how much
     */
    public record RateThere(ProductKey product, Country state, VatRate rate) {}

    /** All that was said. */
    public List<RateThere> of(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT sku, title, state, rate_bp FROM invoice_rate_there
                         WHERE seller_id = :seller ORDER BY title, sku, state
                        """)
                .param("seller", seller.value())
                .query((row, number) -> new RateThere(
                        new ProductKey(row.getString(1), row.getString(2)),
                        new Country(row.getString(3)),
                        new VatRate(row.getInt(4))))
                .list());
    }

    /**
     * Says one from now on.
     *
     * @throws CannotInvoice if the state is none of the European Union, or the rate is none
     */
    public void say(SellerId seller, ProductKey product, Country state, String percent) {
        if (!state.isInEuropeanUnion()) {
            throw new CannotInvoice("State: this is none of the European Union.", "Choose one of the list.");
        }
        var rate = rate(percent)
                .orElseThrow(() -> new CannotInvoice(
                        "Rate: this is no rate of VAT.", "Write the percentage, from 0 to 100, such as 7 or 5.5."));
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO invoice_rate_there (seller_id, sku, title, state, rate_bp)
                        VALUES (:seller, :sku, :title, :state, :rate)
                            ON CONFLICT (seller_id, sku, title, state) DO UPDATE SET rate_bp = EXCLUDED.rate_bp
                        """)
                .param("seller", seller.value())
                .param("sku", product.sku())
                .param("title", product.title())
                .param("state", state.code())
                .param("rate", rate.basisPoints())
                .update());
    }

    /** Takes one back. */
    public void takeBack(SellerId seller, ProductKey product, Country state) {
        transactions.run(seller, () -> db.sql(
                        """
                        DELETE FROM invoice_rate_there
                         WHERE seller_id = :seller AND sku = :sku AND title = :title AND state = :state
                        """)
                .param("seller", seller.value())
                .param("sku", product.sku())
                .param("title", product.title())
                .param("state", state.code())
                .update());
    }

    /** A percentage as people type it, such as {@code 7.5}; empty if it is none. */
    public static Optional<VatRate> rate(String percent) {
        var typed = percent.strip().replace(',', '.');
        if (!typed.matches("\\d{1,3}(\\.\\d{1,2})?")) {
            return Optional.empty();
        }
        int basisPoints = new BigDecimal(typed).movePointRight(2).intValueExact();
        return basisPoints <= 10_000 ? Optional.of(new VatRate(basisPoints)) : Optional.empty();
    }
}
