package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customs call the seller's products; the first six digits are the same in all countries (Harmonized System). */
@Component
public class CommodityCodes {

    private static final Pattern FORM = Pattern.compile("\\d{6,10}");

    private final JdbcClient db;
    private final SellerTransactions transactions;

    CommodityCodes(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** The codes that were said, by product. */
    public Map<ProductKey, String> of(SellerId seller) {
        record Row(ProductKey product, String code) {}
        return transactions
                .in(seller, () -> db.sql(
                                "SELECT sku, title, code FROM invoice_commodity_code WHERE seller_id = :seller")
                        .param("seller", seller.value())
                        .query((row, number) ->
                                new Row(new ProductKey(row.getString(1), row.getString(2)), row.getString(3)))
                        .list())
                .stream()
                .collect(Collectors.toMap(Row::product, Row::code));
    }

    /** Whether that is a code as it is typed, with or without dots and spaces. */
    public static boolean isCode(String typed) {
        return FORM.matcher(digits(typed)).matches();
    }

    /** Says the code of each of these products; an empty one takes back what was said. */
    public void say(SellerId seller, Map<ProductKey, String> codes) {
        transactions.run(seller, () -> {
            db.sql(
                            """
                            DELETE FROM invoice_commodity_code
                             WHERE seller_id = :seller
                               AND (sku, title) IN (SELECT * FROM unnest(CAST(:skus AS text[]), CAST(:titles AS text[])))
                            """)
                    .param("seller", seller.value())
                    .param("skus", codes.keySet().stream().map(ProductKey::sku).toArray(String[]::new))
                    .param(
                            "titles",
                            codes.keySet().stream().map(ProductKey::title).toArray(String[]::new))
                    .update();
            db.sql(
                            """
                            INSERT INTO invoice_commodity_code (seller_id, sku, title, code)
                            SELECT :seller, said.sku, said.title, said.code
                              FROM unnest(CAST(:skus AS text[]), CAST(:titles AS text[]), CAST(:codes AS text[]))
                                AS said(sku, title, code)
                             WHERE said.code <> ''
                            """)
                    .param("seller", seller.value())
                    .param("skus", codes.keySet().stream().map(ProductKey::sku).toArray(String[]::new))
                    .param(
                            "titles",
                            codes.keySet().stream().map(ProductKey::title).toArray(String[]::new))
                    .param(
                            "codes",
                            codes.values().stream().map(CommodityCodes::digits).toArray(String[]::new))
                    .update();
        });
    }

    private static String digits(String typed) {
        return typed.replaceAll("[\\s.]", "");
    }
}
