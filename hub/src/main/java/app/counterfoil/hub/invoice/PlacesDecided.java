package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.TaxTerritory;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where goods were delivered, as a person has decided where the address does not settle it (RULES 1.8). */
@Component
public class PlacesDecided {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Timeline timeline;
    private final BusinessClock clock;

    PlacesDecided(JdbcClient db, SellerTransactions transactions, Timeline timeline, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** What was decided for the order. */
    public Optional<TaxTerritory> of(SellerId seller, OrderId order) {
        return transactions.in(
                seller, () -> db.sql("SELECT place FROM invoice_place WHERE seller_id = :seller AND order_id = :order")
                        .param("seller", seller.value())
                        .param("order", order.value())
                        .query(String.class)
                        .optional()
                        .map(TaxTerritory::valueOf));
    }

    /** Decides it: inside United Kingdom VAT, or outside. An invoice that was issued stays as it is. */
    public void decide(SellerId seller, OrderId order, boolean insideUnitedKingdom, UUID person) {
        var place = insideUnitedKingdom ? TaxTerritory.GREAT_BRITAIN : TaxTerritory.REST_OF_WORLD;
        transactions.run(seller, () -> {
            db.sql(
                            """
                            INSERT INTO invoice_place (seller_id, order_id, place, said_at, person_id)
                            VALUES (:seller, :order, :place, :now, :person)
                                ON CONFLICT (seller_id, order_id) DO UPDATE
                               SET place = EXCLUDED.place, said_at = EXCLUDED.said_at, person_id = EXCLUDED.person_id
                            """)
                    .param("seller", seller.value())
                    .param("order", order.value())
                    .param("place", place.name())
                    .param("now", clock.now().atOffset(ZoneOffset.UTC))
                    .param("person", person)
                    .update();
            timeline.write(seller, List.of(order), InvoiceHappening.PLACE_DECIDED, place.shown(), Optional.of(person));
        });
    }
}
