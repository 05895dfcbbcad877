package app.counterfoil.hub.breach;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.letter.SendLetters;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.OrdersInScope;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.seller.StaffOnRequest;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.store.Fate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Where the people of an incident can be written to. It counts whose data still opens without opening anybody; for a letter
 * it opens them as a request for their own rights would, whatever they have had restricted: Art 12 names what is owed under
 * Art 34 beside those.
 */
@Component
class AddressesInScope {

    private final Custody custody;
    private final OrdersInScope orders;
    private final StaffOnRequest staff;

    AddressesInScope(Custody custody, OrdersInScope orders, StaffOnRequest staff) {
        this.custody = custody;
        this.orders = orders;
        this.staff = staff;
    }

    /**
     * Whoever is behind an order, an account of the shop, or neither. Personal: it does not print.
     *
     * @param about the order, the account, or the subject of whoever is behind neither
     * @param subject under whom they are sealed
     * @param addresses where letters can go to, each once
     * @param reach whether there is any, and why not
     */
    record Found(UUID about, SubjectId subject, Set<String> addresses, Reach reach) {
        @Override
        public String toString() {
            return "Found[" + reach + "]";
        }
    }

    /** How the data of these orders' people stands, nobody opened: what is readable is still {@code WRITTEN} to be. */
    Map<UUID, Reach> standing(SellerId seller, Collection<UUID> of) {
        var standing = new HashMap<UUID, Reach>();
        var buyers = fates(seller, Buyer.KIND, of);
        var recipients = fates(seller, Recipient.KIND, of);
        var forgotten = forgotten(seller, of);
        for (var order : of) {
            var readable = Stream.of(buyers, recipients)
                    .map(fates -> fates.get(order))
                    .anyMatch(fate -> fate != null && fate.state() == Fate.State.READABLE);
            standing.put(order, readable ? Reach.WRITTEN : forgotten.contains(order) ? Reach.FORGOTTEN : Reach.ENDED);
        }
        return standing;
    }

    /** Opens the people of these orders, each page of them one entry of the journal for each kind. */
    List<Found> ofOrders(SellerId seller, Opening opening, Collection<UUID> of) {
        var some = orders.of(seller, of);
        var refs = some.stream()
                .map(order -> new RecordRef(order.id(), order.subject()))
                .toList();
        var buyers = custody.in(seller, vault -> vault.onRequest(opening).open(Buyer.KIND, refs));
        var recipients = custody.in(seller, vault -> vault.onRequest(opening).open(Recipient.KIND, refs));
        var forgotten = forgotten(seller, of);
        return some.stream()
                .map(order -> {
                    var buyer = opened(buyers, order.id());
                    var recipient = opened(recipients, order.id());
                    var addresses = usable(
                            Stream.concat(buyer.map(Buyer::email).stream(), recipient.map(Recipient::email).stream()));
                    return new Found(
                            order.id(),
                            order.subject(),
                            addresses,
                            reach(
                                    addresses,
                                    buyer.isPresent() || recipient.isPresent(),
                                    forgotten.contains(order.id())));
                })
                .toList();
    }

    /** Opens these people of the shop, or who have left it. */
    List<Found> ofStaff(SellerId seller, Opening opening, Collection<UUID> people) {
        return people.stream().map(person -> ofStaff(seller, opening, person)).toList();
    }

    private Found ofStaff(SellerId seller, Opening opening, UUID person) {
        var held = staff.held(seller, opening, person);
        var addresses = usable(held.map(StaffOnRequest.OnStaff::email).stream());
        return new Found(person, staff.subject(seller, person), addresses, reach(addresses, held.isPresent(), false));
    }

    private static Reach reach(Set<String> addresses, boolean opens, boolean forgotten) {
        if (!addresses.isEmpty()) {
            return Reach.WRITTEN;
        }
        return opens ? Reach.NOWHERE : forgotten ? Reach.FORGOTTEN : Reach.ENDED;
    }

    /** Those that a letter can go to, each once. */
    static Set<String> usable(Stream<String> all) {
        var usable = new HashSet<String>();
        var lower = new HashSet<String>();
        all.map(String::strip)
                .filter(SendLetters::isAddress)
                .filter(address -> lower.add(address.toLowerCase(Locale.ROOT)))
                .forEach(usable::add);
        return usable;
    }

    private static <T> Optional<T> opened(Map<UUID, Outcome<T>> outcomes, UUID id) {
        return Optional.ofNullable(outcomes.get(id)).flatMap(Outcome::opened);
    }

    private Map<UUID, Fate> fates(SellerId seller, RecordKind<?> kind, Collection<UUID> of) {
        return custody.in(seller, vault -> vault.fatesOf(kind, of));
    }

    private Set<UUID> forgotten(SellerId seller, Collection<UUID> of) {
        var some = orders.of(seller, of);
        var subjects = some.stream().map(OrdersInScope.One::subject).toList();
        var gone = new HashSet<SubjectId>();
        for (var purpose : List.of(Recipient.KIND.purpose(), Buyer.KIND.purpose())) {
            gone.addAll(custody.in(seller, vault -> vault.erasures().forgotten(purpose, subjects)));
        }
        var forgotten = new HashSet<UUID>();
        some.stream().filter(order -> gone.contains(order.subject())).forEach(order -> forgotten.add(order.id()));
        return forgotten;
    }
}
