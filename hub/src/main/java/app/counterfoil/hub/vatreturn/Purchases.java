package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the seller has bought, as the bookkeeper has noted it or imported it from a file. */
@Component
public class Purchases {

    private static final String NOTED =
            """
            SELECT purchase.*,
                   EXISTS (SELECT 1 FROM vatreturn_counted counted
                             JOIN vatreturn_return made USING (seller_id, return_id)
                            WHERE counted.seller_id = purchase.seller_id AND counted.source_id = purchase.purchase_id
                              AND made.state IN (%s)) AS counted
              FROM vatreturn_purchase purchase
             WHERE purchase.seller_id = :seller AND purchase.withdrawn_at IS NULL
            """
                    .formatted(ReturnRows.STANDING);

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    Purchases(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A purchase that was noted.
     *
     * @param purchase the purchase
     * @param fileRow the row of the file it came from, if it was imported
     * @param counted whether a return that stands counts it
     */
    public record Noted(Purchase purchase, Optional<Integer> fileRow, boolean counted) {}

    /** From where a purchase came: a row of a file, by the hash of that. */
    record FromFile(String hash, int row) {}

    /** The latest by their day; more can be found in the returns that count them. */
    public List<Noted> latest(SellerId seller, int most) {
        return transactions.in(seller, () -> db.sql(
                        NOTED + " ORDER BY purchase.day DESC, purchase.noted_at DESC, purchase.reference LIMIT :most")
                .param("seller", seller.value())
                .param("most", most)
                .query((row, number) -> new Noted(
                        purchase(row),
                        Optional.ofNullable(row.getObject("file_row", Integer.class)),
                        row.getBoolean("counted")))
                .list());
    }

    /** Those whose day, or the day they were paid, lies between; counted or not. */
    List<Purchase> between(SellerId seller, LocalDate first, LocalDate before) {
        return db.sql(
                        """
                        SELECT * FROM vatreturn_purchase
                         WHERE seller_id = :seller AND withdrawn_at IS NULL AND day < :before
                           AND (day >= :first OR paid_on >= :first)
                         ORDER BY day, reference
                        """)
                .param("seller", seller.value())
                .param("first", first)
                .param("before", before)
                .query((row, number) -> purchase(row))
                .list();
    }

    /**
     * Notes a purchase.
     *
     * @throws NotAPurchase if it cannot be one, or is noted already
     */
    public void note(SellerId seller, Purchase purchase, UUID person) {
        NotAPurchase.refuseUnfit(purchase, clock.today());
        if (!insert(seller, purchase, Optional.empty(), person)) {
            throw new NotAPurchase(
                    "This document is noted already, with the same day and the same sums.",
                    "Nothing to do. If it really is another one, add a letter to its number.");
        }
    }

    /** Notes it unless the same is noted; tells whether it was. */
    boolean insert(SellerId seller, Purchase purchase, Optional<FromFile> from, UUID person) {
        return transactions.in(
                seller,
                () -> db.sql(
                                        """
                                        INSERT INTO vatreturn_purchase
                                               (seller_id, purchase_id, kind, day, paid_on, reference, net_minor, vat_minor,
                                                noted_at, person_id, file_hash, file_row)
                                        VALUES (:seller, :purchase, :kind, :day, CAST(:paid AS date), :reference, :net, :vat,
                                                :now, :person, :hash, CAST(:row AS integer))
                                            ON CONFLICT DO NOTHING
                                        """)
                                .param("seller", seller.value())
                                .param("purchase", purchase.id())
                                .param("kind", purchase.kind().name())
                                .param("day", purchase.day())
                                .param(
                                        "paid",
                                        purchase.paidOn()
                                                .map(LocalDate::toString)
                                                .orElse(null))
                                .param("reference", purchase.reference())
                                .param("net", purchase.net().minor())
                                .param("vat", purchase.vat().minor())
                                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                                .param("person", person)
                                .param("hash", from.map(FromFile::hash).orElse(null))
                                .param(
                                        "row",
                                        from.map(FromFile::row)
                                                .map(String::valueOf)
                                                .orElse(null))
                                .update()
                        > 0);
    }

    /** Whether the same document stands already. */
    boolean isNoted(SellerId seller, Purchase purchase) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM vatreturn_purchase
                         WHERE seller_id = :seller AND withdrawn_at IS NULL AND reference = :reference AND day = :day
                           AND kind = :kind AND net_minor = :net AND vat_minor = :vat)
                        """)
                .param("seller", seller.value())
                .param("reference", purchase.reference())
                .param("day", purchase.day())
                .param("kind", purchase.kind().name())
                .param("net", purchase.net().minor())
                .param("vat", purchase.vat().minor())
                .query(Boolean.class)
                .single();
    }

    /** Says when it was paid; of one that a return counts nothing changes. */
    public void paid(SellerId seller, UUID purchase, LocalDate day) {
        changed(seller, purchase, "paid_on = :day", day);
    }

    /**
     * Takes one back.
     *
     * @throws NotAPurchase if a return counts it: then it is put right by another
     */
    public void takeBack(SellerId seller, UUID purchase) {
        changed(seller, purchase, "withdrawn_at = CAST(:now AS timestamptz)", clock.today());
    }

    private void changed(SellerId seller, UUID purchase, String set, LocalDate day) {
        transactions.run(seller, () -> {
            var done = db.sql(
                            """
                            UPDATE vatreturn_purchase purchase SET %s
                             WHERE seller_id = :seller AND purchase_id = :purchase AND withdrawn_at IS NULL
                               AND NOT EXISTS (
                                   SELECT 1 FROM vatreturn_counted counted
                                     JOIN vatreturn_return made USING (seller_id, return_id)
                                    WHERE counted.seller_id = purchase.seller_id
                                      AND counted.source_id = purchase.purchase_id AND made.state IN (%s))
                            """
                                    .formatted(set, ReturnRows.STANDING))
                    .param("seller", seller.value())
                    .param("purchase", purchase)
                    .param("day", day)
                    .param("now", clock.now().atOffset(ZoneOffset.UTC))
                    .update();
            if (done == 0) {
                throw new NotAPurchase(
                        "A return that was submitted counts this purchase, or it is not there any more.",
                        "Note the difference as another one; it goes into the next return.");
            }
        });
    }

    static Purchase purchase(ResultSet row) throws SQLException {
        return new Purchase(
                row.getObject("purchase_id", UUID.class),
                PurchaseKind.valueOf(row.getString("kind")),
                row.getObject("day", LocalDate.class),
                Optional.ofNullable(row.getObject("paid_on", LocalDate.class)),
                row.getString("reference"),
                Money.pence(row.getLong("net_minor")),
                Money.pence(row.getLong("vat_minor")));
    }
}
