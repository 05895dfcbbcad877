package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.PeopleOnRequest;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import app.counterfoil.vault.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds a requester's orders over all channels, blind: by what they have given, then by the e-mail addresses, user
 * names, and names with phone numbers of the orders that are theirs for certain, until nothing new turns up. What many
 * people can share leads no further, and somebody has to say that it is theirs. Nothing is kept of it but which orders a
 * request is about: there is no store of identities.
 */
@Component
public class LookForOrders {

    /** An address leads to a phone, that to another address; people do not have more of them in a row. */
    private static final int MOST_ROUNDS = 4;

    private final RequestRows rows;
    private final HandleRequests handle;
    private final RequestLog log;
    private final PeopleOnRequest people;
    private final Custody custody;
    private final SellerTransactions transactions;

    LookForOrders(
            RequestRows rows,
            HandleRequests handle,
            RequestLog log,
            PeopleOnRequest people,
            Custody custody,
            SellerTransactions transactions) {
        this.rows = rows;
        this.handle = handle;
        this.log = log;
        this.people = people;
        this.custody = custody;
        this.transactions = transactions;
    }

    /**
     * Looks for them, and writes down which were found; what somebody has said of earlier ones stays.
     *
     * @return how many were found
     * @throws CannotBeDone if the request is closed
     */
    public int lookFor(SellerId seller, UUID id, Reader reader) {
        return transactions.in(seller, () -> {
            var request = handle.open(seller, id);
            var opening = new Opening(reader, Purpose.RIGHTS_REQUEST, "LOOK_FOR_ORDERS");
            var found = new LinkedHashMap<UUID, Set<Clue>>();
            custody.in(seller, vault -> vault.openOne(opening, Requester.KIND, request.requester()))
                    .opened()
                    .filter(Requester::canBeLookedFor)
                    .ifPresent(requester -> search(seller, opening, requester, found));
            var orders = found.entrySet().stream()
                    .map(each -> new FoundOrder(
                            each.getKey(),
                            each.getValue(),
                            each.getValue().stream().anyMatch(Clue::isCertain)))
                    .toList();
            rows.found(seller, id, orders);
            log.write(seller, id, Step.LOOKED_FOR, String.valueOf(orders.size()), Optional.of(reader.id()));
            return orders.size();
        });
    }

    /**
     * Says which of the orders found are theirs.
     *
     * @throws CannotBeDone if the request is closed
     */
    public void theirs(SellerId seller, UUID id, Collection<UUID> orders, UUID person) {
        transactions.run(seller, () -> {
            handle.open(seller, id);
            rows.theirs(seller, id, orders);
            log.write(seller, id, Step.ORDERS_CHOSEN, String.valueOf(orders.size()), Optional.of(person));
        });
    }

    private void search(SellerId seller, Opening opening, Requester requester, Map<UUID, Set<Clue>> found) {
        people.numbered(seller, requester.orderNumbers()).forEach(order -> note(found, order, Clue.ORDER_NUMBER));
        var wanted = given(seller, requester);
        var asked = new HashSet<List<Term>>();
        var followed = new HashSet<UUID>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            // Each order has its own address: only what led to it says by what it was found.
            var before = round == 0 ? Set.<UUID>of() : certain(found);
            wanted.stream().filter(asked::add).forEach(terms -> people.find(seller, opening, terms).stream()
                    .filter(order -> !before.contains(order))
                    .forEach(order -> note(found, order, clue(terms))));
            var fresh = certain(found).stream().filter(followed::add).toList();
            if (fresh.isEmpty()) {
                return;
            }
            wanted = people.termsOf(seller, opening, fresh);
        }
    }

    /** What was given, as one looks for it. */
    private Set<List<Term>> given(SellerId seller, Requester requester) {
        var wanted = new LinkedHashSet<List<Term>>();
        var name = Term.nameWords(requester.name());
        if (!requester.email().isBlank()) {
            wanted.add(List.of(Term.email(requester.email())));
        }
        if (!requester.userName().isBlank()) {
            wanted.add(List.of(Term.channelUser(requester.userName())));
        }
        people.phones(seller, requester.phone()).forEach(phone -> {
            wanted.add(List.of(phone));
            wanted.add(with(name, phone));
        });
        if (!name.isEmpty() && !requester.postcode().isBlank()) {
            wanted.add(with(name, Term.postcode(requester.postcode())));
        }
        return wanted;
    }

    private static List<Term> with(List<Term> name, Term term) {
        var both = new ArrayList<Term>();
        both.add(term);
        both.addAll(name);
        return both;
    }

    private static Clue clue(List<Term> terms) {
        var named = terms.size() > 1;
        return switch (terms.get(0).field()) {
            case EMAIL -> Clue.EMAIL;
            case CHANNEL_USER -> Clue.USER_NAME;
            case PHONE -> named ? Clue.NAME_AND_PHONE : Clue.PHONE;
            case POSTCODE -> Clue.NAME_AND_POSTCODE;
            case NAME_WORD, OUTWARD_POSTCODE ->
                throw new IllegalArgumentException(
                        "No clue to one person: " + terms.get(0).field());
        };
    }

    private static Set<UUID> certain(Map<UUID, Set<Clue>> found) {
        return found.entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(Clue::isCertain))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static void note(Map<UUID, Set<Clue>> found, UUID order, Clue clue) {
        found.computeIfAbsent(order, each -> EnumSet.noneOf(Clue.class)).add(clue);
    }
}
