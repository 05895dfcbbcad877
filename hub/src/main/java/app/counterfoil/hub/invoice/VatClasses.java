package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.VatClass;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the law rates the seller's products, as the seller has said; a product nobody spoke of is standard-rated. */
@Component
public class VatClasses {

    private final JdbcClient db;
    private final SellerTransactions transactions;

    VatClasses(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** The classes by SKU; those that are not there are standard-rated. */
    public Map<String, VatClass> of(SellerId seller) {
        record Row(String sku, VatClass vatClass) {}
        return transactions
                .in(seller, () -> db.sql("SELECT sku, vat_class FROM invoice_vat_class WHERE seller_id = :seller")
                        .param("seller", seller.value())
                        .query((row, number) -> new Row(row.getString(1), VatClass.valueOf(row.getString(2))))
                        .list())
                .stream()
                .collect(Collectors.toMap(Row::sku, Row::vatClass));
    }

    /** Says how products are rated from now on; invoices that were issued stay as they are. */
    public void say(SellerId seller, Map<String, VatClass> classes) {
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO invoice_vat_class (seller_id, sku, vat_class)
                        SELECT :seller, said.sku, said.vat_class
                          FROM unnest(CAST(:skus AS text[]), CAST(:classes AS text[])) AS said(sku, vat_class)
                            ON CONFLICT (seller_id, sku) DO UPDATE SET vat_class = EXCLUDED.vat_class
                        """)
                .param("seller", seller.value())
                .param("skus", classes.keySet().toArray(String[]::new))
                .param("classes", classes.values().stream().map(Enum::name).toArray(String[]::new))
                .update());
    }
}
