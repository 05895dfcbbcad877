package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.VatClass;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the law rates the seller's products, as the seller has said: for a product, or once for most of them. Nothing is
 * taken for granted, for an invoice cannot be changed.
 */
@Component
public class VatClasses {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    VatClasses(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a seller has said.
     *
     * @param products the classes of single products
     * @param most the class of all others; empty until it is said
     */
    public record Said(Map<ProductKey, VatClass> products, Optional<VatClass> most) {

        /** The class of a product; empty if nobody has said it. */
        public Optional<VatClass> of(ProductKey product) {
            return Optional.ofNullable(products.get(product)).or(() -> most);
        }
    }

    /** What the seller has said. */
    public Said of(SellerId seller) {
        record Row(ProductKey product, VatClass vatClass) {}
        return transactions.in(seller, () -> {
            var products = db
                    .sql("SELECT sku, title, vat_class FROM invoice_vat_class WHERE seller_id = :seller")
                    .param("seller", seller.value())
                    .query((row, number) -> new Row(
                            new ProductKey(row.getString(1), row.getString(2)), VatClass.valueOf(row.getString(3))))
                    .list()
                    .stream()
                    .collect(Collectors.toMap(Row::product, Row::vatClass));
            var most = db.sql("SELECT vat_class FROM invoice_vat_most WHERE seller_id = :seller")
                    .param("seller", seller.value())
                    .query(String.class)
                    .optional()
                    .map(VatClass::valueOf);
            return new Said(products, most);
        });
    }

    /**
     * Says how most of what is sold is rated; products of which nothing is said follow it from now on.
     *
     * @param person who says it, if it is a person
     */
    public void sayMost(SellerId seller, VatClass vatClass, Optional<UUID> person) {
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO invoice_vat_most (seller_id, vat_class, said_at, person_id)
                        VALUES (:seller, :class, :now, CAST(:person AS uuid))
                            ON CONFLICT (seller_id) DO UPDATE
                           SET vat_class = EXCLUDED.vat_class, said_at = EXCLUDED.said_at,
                               person_id = EXCLUDED.person_id
                        """)
                .param("seller", seller.value())
                .param("class", vatClass.name())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("person", person.map(UUID::toString).orElse(null))
                .update());
    }

    /** Says how products are rated from now on; invoices that were issued stay as they are. */
    public void say(SellerId seller, Map<ProductKey, VatClass> classes) {
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO invoice_vat_class (seller_id, sku, title, vat_class)
                        SELECT :seller, said.sku, said.title, said.vat_class
                          FROM unnest(CAST(:skus AS text[]), CAST(:titles AS text[]), CAST(:classes AS text[]))
                            AS said(sku, title, vat_class)
                            ON CONFLICT (seller_id, sku, title) DO UPDATE SET vat_class = EXCLUDED.vat_class
                        """)
                .param("seller", seller.value())
                .param("skus", classes.keySet().stream().map(ProductKey::sku).toArray(String[]::new))
                .param(
                        "titles",
                        classes.keySet().stream().map(ProductKey::title).toArray(String[]::new))
                .param("classes", classes.values().stream().map(Enum::name).toArray(String[]::new))
                .update());
    }

    /** Takes back what was said of products; they follow most of the others again. */
    public void takeBack(SellerId seller, Collection<ProductKey> products) {
        transactions.run(seller, () -> db.sql(
                        """
                        DELETE FROM invoice_vat_class
                         WHERE seller_id = :seller
                           AND (sku, title) IN (SELECT * FROM unnest(CAST(:skus AS text[]), CAST(:titles AS text[])))
                        """)
                .param("seller", seller.value())
                .param("skus", products.stream().map(ProductKey::sku).toArray(String[]::new))
                .param("titles", products.stream().map(ProductKey::title).toArray(String[]::new))
                .update());
    }
}
