package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the VAT number that a business has given is registered, as a person has looked it up; the number is not here. */
@Component
public class CustomerNumbers {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Timeline timeline;
    private final BusinessClock clock;

    CustomerNumbers(JdbcClient db, SellerTransactions transactions, Timeline timeline, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** What was found for the order; empty if nobody has looked. */
    public Optional<Boolean> registered(SellerId seller, OrderId order) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT registered FROM invoice_customer_number WHERE seller_id = :seller AND order_id = :order
                        """)
                .param("seller", seller.value())
                .param("order", order.value())
                .query(Boolean.class)
                .optional());
    }

    /** Notes what a person has found. An invoice that was issued stays as it is. */
    public void found(SellerId seller, OrderId order, boolean registered, UUID person) {
        found(seller, order, new VatRegister.Found(registered, ""), "", person);
    }

    /** Notes what a register has said; an invoice that was issued stays as it is. */
    void found(SellerId seller, OrderId order, VatRegister.Found found, String source, UUID person) {
        var registered = found.registered();
        transactions.run(seller, () -> {
            db.sql(
                            """
                            INSERT INTO invoice_customer_number (seller_id, order_id, registered, said_at, person_id, source, consultation)
                            VALUES (:seller, :order, :registered, :now, :person, :source, :consultation)
                                ON CONFLICT (seller_id, order_id) DO UPDATE
                               SET registered = EXCLUDED.registered, said_at = EXCLUDED.said_at,
                                   person_id = EXCLUDED.person_id, source = EXCLUDED.source,
                                   consultation = EXCLUDED.consultation
                            """)
                    .param("seller", seller.value())
                    .param("order", order.value())
                    .param("registered", registered)
                    .param("now", clock.now().atOffset(ZoneOffset.UTC))
                    .param("person", person)
                    .param("source", source)
                    .param("consultation", found.consultation())
                    .update();
            timeline.write(
                    seller,
                    List.of(order),
                    InvoiceHappening.NUMBER_LOOKED_UP,
                    (registered
                                    ? "The customer's VAT number is registered"
                                    : "The customer's VAT number is not registered")
                            + (source.isEmpty() ? "" : ", says " + source)
                            + (found.consultation().isEmpty() ? "" : ", noted there as " + found.consultation()),
                    Optional.of(person));
        });
    }
}
