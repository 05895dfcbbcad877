package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what is in a parcel: what its channel still waited for when it was booked. */
@Component
public class ParcelLines {

    private final JdbcClient db;
    private final SellerTransactions transactions;

    ParcelLines(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** How many pieces of each line are in the parcel, by the channel's line number. */
    public Map<String, Integer> of(SellerId seller, UUID shipment) {
        var lines = new LinkedHashMap<String, Integer>();
        transactions.run(seller, () -> db.sql(
                        """
                        SELECT channel_line_id, quantity FROM dispatch_parcel_line
                         WHERE seller_id = :seller AND shipment_id = :shipment
                         ORDER BY channel_line_id
                        """)
                .param("seller", seller.value())
                .param("shipment", shipment)
                .query(row -> {
                    lines.put(row.getString(1), row.getInt(2));
                }));
        return lines;
    }

    void put(SellerId seller, UUID shipment, Map<String, Integer> lines) {
        db.sql(
                        """
                        INSERT INTO dispatch_parcel_line (seller_id, shipment_id, channel_line_id, quantity)
                        SELECT :seller, :shipment, line.* FROM unnest(:lines::text[], :quantities::int[]) AS line
                        """)
                .param("seller", seller.value())
                .param("shipment", shipment)
                .param("lines", lines.keySet().toArray(String[]::new))
                .param("quantities", lines.values().toArray(Integer[]::new))
                .update();
    }
}
