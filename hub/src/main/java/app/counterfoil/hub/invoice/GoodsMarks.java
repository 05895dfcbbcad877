package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.GoodsMark;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is special about the seller's products for VAT: second-hand, under excise duty, under the reverse charge. */
@Component
public class GoodsMarks {

    private final JdbcClient db;
    private final SellerTransactions transactions;

    GoodsMarks(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** What was said, by product; products with nothing special are not among it. */
    public Map<ProductKey, GoodsMark> of(SellerId seller) {
        record Row(ProductKey product, GoodsMark mark) {}
        return transactions
                .in(seller, () -> db.sql("SELECT sku, title, mark FROM invoice_goods_mark WHERE seller_id = :seller")
                        .param("seller", seller.value())
                        .query((row, number) -> new Row(
                                new ProductKey(row.getString(1), row.getString(2)),
                                GoodsMark.valueOf(row.getString(3))))
                        .list())
                .stream()
                .collect(Collectors.toMap(Row::product, Row::mark));
    }

    /** Says what is special about each of these products from now on; invoices that were issued stay as they are. */
    public void say(SellerId seller, Map<ProductKey, Optional<GoodsMark>> marks) {
        var skus = marks.keySet().stream().map(ProductKey::sku).toArray(String[]::new);
        var titles = marks.keySet().stream().map(ProductKey::title).toArray(String[]::new);
        transactions.run(seller, () -> {
            db.sql(
                            """
                            DELETE FROM invoice_goods_mark
                             WHERE seller_id = :seller
                               AND (sku, title) IN (SELECT * FROM unnest(CAST(:skus AS text[]), CAST(:titles AS text[])))
                            """)
                    .param("seller", seller.value())
                    .param("skus", skus)
                    .param("titles", titles)
                    .update();
            db.sql(
                            """
                            INSERT INTO invoice_goods_mark (seller_id, sku, title, mark)
                            SELECT :seller, said.sku, said.title, said.mark
                              FROM unnest(CAST(:skus AS text[]), CAST(:titles AS text[]), CAST(:marks AS text[]))
                                AS said(sku, title, mark)
                             WHERE said.mark <> ''
                            """)
                    .param("seller", seller.value())
                    .param("skus", skus)
                    .param("titles", titles)
                    .param(
                            "marks",
                            marks.values().stream()
                                    .map(mark -> mark.map(Enum::name).orElse(""))
                                    .toArray(String[]::new))
                    .update();
        });
    }
}
