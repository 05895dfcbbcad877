package app.counterfoil.hub.disclosure;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks that every disclosure names an act, a purpose and what was given in words that are known. */
@Component
@Order(45)
class DisclosureBookCheck implements BookCheck {

    private static final int MOST = 200;
    private static final String COUNT = "SELECT count(*) FROM disclosure_entry WHERE seller_id = :seller";
    private static final String UNKNOWN =
            """
            SELECT 'The disclosure ' || act || ' of ' || record_id || ' names what nobody knows: '
                   || concat_ws(', ', act, purpose, array_to_string(categories, ', ')) || '.'
              FROM disclosure_entry
             WHERE seller_id = :seller
               AND NOT (act = ANY (:acts) AND purpose = ANY (:purposes) AND categories <@ :categories::text[])
             LIMIT :most
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;

    DisclosureBookCheck(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "disclosures";
    }

    @Override
    public Checked of(SellerId seller) {
        return transactions.in(seller, () -> {
            var written = db.sql(COUNT)
                    .param("seller", seller.value())
                    .query(Long.class)
                    .single();
            return new Checked(
                    "%,d written".formatted(written), Flaw.each(unknown(seller), Checked.CHANGED_PAST_THE_PROGRAM));
        });
    }

    private List<String> unknown(SellerId seller) {
        return db.sql(UNKNOWN)
                .param("seller", seller.value())
                .param("acts", names(DisclosingAct.values()))
                .param("purposes", names(Purpose.values()))
                .param("categories", names(DataCategory.values()))
                .param("most", MOST)
                .query(String.class)
                .list();
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}
