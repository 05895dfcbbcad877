package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.PeopleOnRequest;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds a requester's orders over all channels, blind: by what they have given, then by what the orders that are theirs for
 * certain are found by ({@link OrderSearch}), until nothing new turns up. What leads no further is shown, and somebody has to
 * say that it is theirs. Nothing is kept of it but which orders a request is about: there is no store of identities.
 */
@Component
public class LookForOrders {

    private final RequestRows rows;
    private final HandleRequests handle;
    private final RequestLog log;
    private final PeopleOnRequest people;
    private final Orders orders;
    private final PutAsideOnRequest putAside;
    private final Custody custody;
    private final SellerTransactions transactions;

    LookForOrders(
            RequestRows rows,
            HandleRequests handle,
            RequestLog log,
            PeopleOnRequest people,
            Orders orders,
            PutAsideOnRequest putAside,
            Custody custody,
            SellerTransactions transactions) {
        this.rows = rows;
        this.handle = handle;
        this.log = log;
        this.people = people;
        this.orders = orders;
        this.putAside = putAside;
        this.custody = custody;
        this.transactions = transactions;
    }

    /**
     * Looks for them, and writes down which were found; what somebody has said of earlier ones stays.
     *
     * @return how many were found, those that were put aside included
     * @throws CannotBeDone if the request is closed
     */
    public int lookFor(SellerId seller, UUID id, Reader reader) {
        return transactions.in(seller, () -> {
            var request = handle.open(seller, id);
            var opening = new Opening(reader, Purpose.RIGHTS_REQUEST, "LOOK_FOR_ORDERS");
            var said = rows.orders(seller, id).stream()
                    .filter(FoundOrder::theirs)
                    .map(FoundOrder::order)
                    .toList();
            var looksFor = custody.in(seller, vault -> vault.openOne(opening, Requester.KIND, request.requester()))
                    .opened()
                    .filter(Requester::canBeLookedFor);
            int aside = looksFor.map(requester -> putAside.find(seller, id, opening, requester))
                    .orElse(0);
            var found = looksFor.map(requester -> new OrderSearch(seller, opening, people, orders).of(requester, said))
                    .orElse(List.of());
            rows.found(seller, id, found);
            log.write(seller, id, Step.LOOKED_FOR, String.valueOf(found.size()), Optional.of(reader.id()));
            return found.size() + aside;
        });
    }

    /**
     * Says which of the orders found are theirs.
     *
     * @throws CannotBeDone if the request is closed
     */
    public void theirs(SellerId seller, UUID id, Collection<UUID> orders, UUID person) {
        theirs(seller, id, orders, Map.of(), person);
    }

    /**
     * Says which of the orders found are theirs, and where one names two people, which of them they are.
     *
     * @param sides which they are, by order; of others nothing is changed
     * @throws CannotBeDone if the request is closed
     */
    public void theirs(SellerId seller, UUID id, Collection<UUID> orders, Map<UUID, Side> sides, UUID person) {
        transactions.run(seller, () -> {
            handle.open(seller, id);
            rows.theirs(seller, id, orders);
            rows.sides(seller, id, sides);
            log.write(seller, id, Step.ORDERS_CHOSEN, String.valueOf(orders.size()), Optional.of(person));
        });
    }
}
