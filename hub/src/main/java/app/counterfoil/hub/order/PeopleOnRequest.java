package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.SearchField;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.store.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the orders of somebody who has asked what is held on them, whatever the reader's role opens otherwise: the opening
 * is one for a rights request. People are found while their data lives, orders by their number at any time.
 */
@Component
public class PeopleOnRequest {

    /** So many orders of one person are found by one term. */
    private static final int MOST = 5_000;

    private static final Set<Purpose> PURPOSES = EnumSet.of(Purpose.DELIVERY, Purpose.SERVICE);

    private static final Set<SearchField> BY_ITSELF =
            EnumSet.of(SearchField.EMAIL, SearchField.PHONE, SearchField.CHANNEL_USER);

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Custody custody;
    private final Orders orders;
    private final SearchOrders searchOrders;

    PeopleOnRequest(
            JdbcClient db, SellerTransactions transactions, Custody custody, Orders orders, SearchOrders searchOrders) {
        this.db = db;
        this.transactions = transactions;
        this.custody = custody;
        this.orders = orders;
        this.searchOrders = searchOrders;
    }

    /** The orders of these numbers of a channel. */
    public List<UUID> numbered(SellerId seller, Collection<String> numbers) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT order_id FROM order_order
                         WHERE seller_id = :seller AND channel_order_id = ANY (:numbers)
                         ORDER BY order_id
                        """)
                .param("seller", seller.value())
                .param("numbers", numbers.toArray(String[]::new))
                .query(UUID.class)
                .list());
    }

    /** The orders of which one person's data has all of these terms; one journal entry. */
    public Set<UUID> find(SellerId seller, Opening opening, List<Term> terms) {
        var ids = new LinkedHashSet<UUID>();
        custody.in(seller, vault -> vault.onRequest(opening).find(PURPOSES, terms, MOST)).stream()
                .filter(found -> found.kind().equals(Recipient.KIND.name())
                        || found.kind().equals(Buyer.KIND.name()))
                .forEach(found -> ids.add(found.id()));
        return ids;
    }

    /**
     * The orders of a channel account's buyers by each of these terms, at once; one journal entry. A term that finds nobody is
     * left out.
     *
     * @param account whose orders are meant; a user name is one person's within its channel alone
     */
    public Map<Term, Set<UUID>> buyers(SellerId seller, Opening opening, Account account, Collection<Term> terms) {
        var found =
                custody.in(seller, vault -> vault.onRequest(opening).findAny(EnumSet.of(Purpose.SERVICE), terms, MOST));
        var ids = found.values().stream()
                .flatMap(Collection::stream)
                .filter(each -> each.kind().equals(Buyer.KIND.name()))
                .map(each -> new OrderId(each.id()))
                .distinct()
                .toList();
        var ofService = orders.withoutLines(seller, ids).stream()
                .filter(order -> order.service() == account.service())
                .map(order -> order.id().value())
                .collect(Collectors.toSet());
        var byTerm = new HashMap<Term, Set<UUID>>();
        found.forEach((term, hits) -> {
            var theirs =
                    hits.stream().map(Found::id).filter(ofService::contains).collect(Collectors.toSet());
            if (!theirs.isEmpty()) {
                byTerm.put(term, theirs);
            }
        });
        return byTerm;
    }

    /** The orders of a channel account with these numbers, by their number. */
    public Map<String, UUID> numbered(Account account, Collection<String> numbers) {
        var found = new HashMap<String, UUID>();
        transactions.run(account.seller(), () -> db.sql(
                        """
                        SELECT channel_order_id, order_id FROM order_order
                         WHERE seller_id = :seller AND channel_order_id = ANY (:numbers) AND account_id = :account
                        """)
                .param("seller", account.seller().value())
                .param("numbers", numbers.toArray(String[]::new))
                .param("account", account.id())
                .query(row -> {
                    found.put(row.getString(1), row.getObject(2, UUID.class));
                }));
        return found;
    }

    /** The orders of a channel account whose people have not ended. */
    public List<UUID> living(Account account, LocalDate today) {
        return transactions.in(account.seller(), () -> db.sql(
                        """
                        SELECT order_id FROM order_order
                         WHERE seller_id = :seller AND account_id = :account
                           AND (personal_ends_on > :today OR buyer_ends_on > :today)
                         ORDER BY order_id
                        """)
                .param("seller", account.seller().value())
                .param("account", account.id())
                .param("today", today)
                .query(UUID.class)
                .list());
    }

    /** A number as it was typed, in each form that orders can be found by. */
    public Set<Term> phones(SellerId seller, String typed) {
        return transactions.in(seller, () -> searchOrders.phones(seller, typed));
    }

    /**
     * By what else the people of these orders are found: each e-mail address, user name and phone number by itself, and
     * each phone number together with the name beside it.
     */
    public Set<List<Term>> termsOf(SellerId seller, Opening opening, Collection<UUID> of) {
        var refs = orders.withoutLines(seller, of.stream().map(OrderId::new).toList()).stream()
                .map(OrderFacts::people)
                .toList();
        return custody.in(seller, vault -> {
            var request = vault.onRequest(opening);
            var terms = new LinkedHashSet<List<Term>>();
            request.open(Recipient.KIND, refs).values().forEach(outcome -> outcome.opened()
                    .ifPresent(recipient -> add(terms, Recipient.KIND, recipient)));
            request.open(Buyer.KIND, refs).values().forEach(outcome -> outcome.opened()
                    .ifPresent(buyer -> add(terms, Buyer.KIND, buyer)));
            return terms;
        });
    }

    /**
     * As whom a channel knows the buyer of an order.
     *
     * @param order the order
     * @param service the channel
     * @param email the address that the channel gives of them
     * @param userName their name there, which is one person's on that channel alone
     */
    public record KnownAs(UUID order, OutsideService service, Optional<Term> email, Optional<Term> userName) {}

    /** As whom the channels know the buyers of these orders; nobody's where it has ended. */
    public List<KnownAs> buyersOf(SellerId seller, Opening opening, Collection<UUID> of) {
        var asked = orders.withoutLines(seller, of.stream().map(OrderId::new).toList());
        var refs = asked.stream().map(OrderFacts::people).toList();
        return custody.in(seller, vault -> {
            var opened = vault.onRequest(opening).open(Buyer.KIND, refs);
            return asked.stream()
                    .flatMap(order ->
                            Optional.ofNullable(opened.get(order.id().value())).flatMap(Outcome::opened).stream()
                                    .map(Buyer.KIND::terms)
                                    .map(terms -> new KnownAs(
                                            order.id().value(),
                                            order.service(),
                                            of(SearchField.EMAIL, terms),
                                            of(SearchField.CHANNEL_USER, terms))))
                    .toList();
        });
    }

    private static Optional<Term> of(SearchField field, List<Term> terms) {
        return terms.stream().filter(term -> term.field() == field).findFirst();
    }

    private static <T> void add(Set<List<Term>> all, RecordKind<T> kind, T content) {
        var terms = kind.terms(content);
        terms.stream().filter(term -> BY_ITSELF.contains(term.field())).forEach(term -> all.add(List.of(term)));
        terms.stream()
                .filter(term -> term.field() == SearchField.PHONE)
                .forEach(phone -> all.add(withName(phone, terms)));
    }

    private static List<Term> withName(Term phone, List<Term> terms) {
        var both = new ArrayList<Term>();
        both.add(phone);
        terms.stream().filter(term -> term.field() == SearchField.NAME_WORD).forEach(both::add);
        return both;
    }
}
