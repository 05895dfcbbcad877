package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Postcode;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.store.Found;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds orders by number, SKU, or by what a person can be found by. People are found through blind tokens, only in the
 * purposes that the reader's role carries, and only while their data lives.
 */
@Component
public class SearchOrders {

    private static final String BY_NUMBER_OR_SKU =
            """
            SELECT order_id FROM order_order
             WHERE seller_id = :seller
               AND order_id IN (SELECT order_id FROM order_order WHERE seller_id = :seller AND channel_order_id = :text
                                UNION
                                SELECT order_id FROM order_line WHERE seller_id = :seller AND upper(sku) = :upper)
             ORDER BY placed_at DESC, order_id DESC
             LIMIT :most
            """;

    /** So many orders of one number or SKU are found, the latest. */
    public static final int MOST = 1_000;

    private static final int FEWEST_DIGITS = 6;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Custody custody;

    SearchOrders(JdbcClient db, SellerTransactions transactions, Custody custody) {
        this.db = db;
        this.transactions = transactions;
        this.custody = custody;
    }

    /** The orders that match what was typed; of those with that SKU at most a thousand, the latest. */
    public Set<OrderId> find(SignedIn reader, String typed) {
        var text = typed.strip();
        var purposes = Stream.of(Purpose.DELIVERY, Purpose.SERVICE)
                .filter(reader::carries)
                .collect(Collectors.toSet());
        return transactions.in(reader.seller(), () -> {
            var found = new LinkedHashSet<OrderId>(byNumberOrSku(reader, text));
            if (!purposes.isEmpty() && text.length() >= 2) {
                for (var term : wholeTerms(text)) {
                    found.addAll(by(reader, purposes, List.of(term)));
                }
                for (var phone : phones(reader.seller(), text)) {
                    found.addAll(by(reader, purposes, List.of(phone)));
                }
                found.addAll(by(reader, purposes, Term.nameWords(text)));
            }
            return found;
        });
    }

    private List<OrderId> byNumberOrSku(SignedIn reader, String text) {
        return db.sql(BY_NUMBER_OR_SKU)
                .param("seller", reader.seller().value())
                .param("text", text)
                .param("upper", text.toUpperCase(Locale.ROOT))
                .param("most", MOST)
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .list();
    }

    private static final String COUNTRIES =
            """
            SELECT DISTINCT territory FROM order_order WHERE seller_id = :seller AND territory ~ '^[A-Z]{2}$' LIMIT 40
            """;

    /** A number without its country's prefix is looked for in each country that the seller has sent something to. */
    Set<Term> phones(SellerId seller, String text) {
        if (text.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
            return Set.of();
        }
        var countries = new LinkedHashSet<>(List.of("GB"));
        countries.addAll(db.sql(COUNTRIES)
                .param("seller", seller.value())
                .query(String.class)
                .list());
        return countries.stream()
                .flatMap(country -> Phone.e164(text, country).stream())
                .map(Term::phone)
                .collect(Collectors.toSet());
    }

    private static List<Term> wholeTerms(String text) {
        if (text.contains("@")) {
            return List.of(Term.email(text));
        }
        var postcode = Postcode.of(text, Country.UNITED_KINGDOM);
        var terms = new ArrayList<Term>();
        terms.add(Term.channelUser(text));
        terms.add(Term.postcode(postcode.normalised()));
        terms.add(Term.outwardPostcode(text));
        return terms;
    }

    /** All terms must be there, of one person. */
    private Set<OrderId> by(SignedIn reader, Set<Purpose> purposes, List<Term> terms) {
        var purpose = purposes.contains(Purpose.DELIVERY) ? Purpose.DELIVERY : Purpose.SERVICE;
        return custody
                .in(reader.seller(), vault -> vault.find(reader.opening(purpose, "ORDER_SEARCH"), purposes, terms))
                .stream()
                .filter(found -> found.kind().equals(Recipient.KIND.name())
                        || found.kind().equals(Buyer.KIND.name()))
                .map(Found::id)
                .map(OrderId::new)
                .collect(Collectors.toSet());
    }
}
