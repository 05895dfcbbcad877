package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What sellers print about their own businesses. */
@Component
public class SellerDetails {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    SellerDetails(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The details of a seller. */
    public Business of(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                                SELECT trading_name, address, postcode, vat_number
                                  FROM seller_details
                                 WHERE seller_id = :seller
                                """)
                .param("seller", seller.value())
                .query((row, number) -> new Business(
                        row.getString(1),
                        List.of(row.getString(2).split("\n", -1)),
                        row.getString(3),
                        row.getString(4)))
                .single());
    }

    /** The day in London on which the shop was opened here. */
    public LocalDate openedOn(SellerId seller) {
        return db.sql("SELECT opened_at FROM seller_seller WHERE seller_id = :seller")
                .param("seller", seller.value())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .single()
                .atZoneSameInstant(BusinessClock.ZONE)
                .toLocalDate();
    }

    /** Which accounting years the seller has, if its owner has said it. */
    public Optional<AccountingYear> accountingYear(SellerId seller) {
        return transactions.in(
                seller, () -> db.sql("SELECT accounting_year_ends FROM seller_details WHERE seller_id = :seller")
                        .param("seller", seller.value())
                        .query(String.class)
                        .optional()
                        .flatMap(AccountingYear::of));
    }

    /** Takes over which accounting years the seller has; what is sealed already keeps its end. */
    public void save(SellerId seller, Optional<AccountingYear> year) {
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE seller_details
                           SET accounting_year_ends = :ends, changed_at = :now
                         WHERE seller_id = :seller
                        """)
                .param("ends", year.map(AccountingYear::code).orElse(""))
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("seller", seller.value())
                .update());
    }

    /** Takes over what the seller prints from now on; documents that exist keep what they were made with. */
    public void save(SellerId seller, Business business) {
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO seller_details
                               (seller_id, trading_name, address, postcode, vat_number, changed_at)
                        VALUES (:seller, :name, :address, :postcode, :vat, :now)
                        ON CONFLICT (seller_id) DO UPDATE
                           SET trading_name = EXCLUDED.trading_name, address = EXCLUDED.address,
                               postcode = EXCLUDED.postcode, vat_number = EXCLUDED.vat_number,
                               changed_at = EXCLUDED.changed_at
                        """)
                .param("seller", seller.value())
                .param("name", business.tradingName())
                .param("address", String.join("\n", business.address()))
                .param("postcode", business.postcode())
                .param("vat", business.vatNumber())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update());
    }
}
