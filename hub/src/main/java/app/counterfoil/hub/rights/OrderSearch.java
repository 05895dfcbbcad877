package app.counterfoil.hub.rights;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.PeopleOnRequest;
import app.counterfoil.hub.order.PeopleOnRequest.KnownAs;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One search for a requester's orders. For certain theirs is only what they have shown: orders at the e-mail address that
 * they are written to, orders whose number the shop was given, others at the same address as those, and others of the same
 * user of the same channel. What can be typed by whoever orders (a name, a phone, somebody else's address) or by whoever
 * asks (a user name) takes nothing for theirs: it shows orders of which somebody of the shop has to say whose they are.
 */
final class OrderSearch {

    /** An address leads to a user name, that to another order; people do not have more of them in a row. */
    private static final int MOST_ROUNDS = 4;

    private final SellerId seller;
    private final Opening opening;
    private final PeopleOnRequest people;
    private final Orders orders;
    private final Map<UUID, Set<Clue>> found = new LinkedHashMap<>();
    private final Set<UUID> certain = new HashSet<>();
    private final Set<UUID> numbered = new HashSet<>();
    private final Set<UUID> followed = new HashSet<>();
    private final Set<List<Term>> shown = new HashSet<>();

    OrderSearch(SellerId seller, Opening opening, PeopleOnRequest people, Orders orders) {
        this.seller = seller;
        this.opening = opening;
        this.people = people;
        this.orders = orders;
    }

    /**
     * Looks.
     *
     * @param said the orders that somebody of the shop has said are theirs
     */
    List<FoundOrder> of(Requester requester, Collection<UUID> said) {
        numbered.addAll(people.numbered(seller, requester.orderNumbers()));
        numbered.forEach(order -> take(order, Clue.ORDER_NUMBER));
        if (!requester.email().isBlank()) {
            find(List.of(Term.email(requester.email()))).forEach(order -> take(order, Clue.EMAIL));
        }
        show(given(requester));
        var fresh = new HashSet<>(said);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            fresh.addAll(certain);
            fresh.removeIf(order -> !followed.add(order));
            if (fresh.isEmpty()) {
                break;
            }
            follow(fresh);
            fresh.clear();
        }
        return found.entrySet().stream()
                .map(each -> new FoundOrder(each.getKey(), each.getValue(), certain.contains(each.getKey())))
                .toList();
    }

    private void follow(Collection<UUID> from) {
        for (var known : people.buyersOf(seller, opening, from)) {
            known.email().filter(email -> numbered.contains(known.order())).ifPresent(email -> find(List.of(email))
                    .forEach(order -> take(order, Clue.EMAIL)));
            known.userName().ifPresent(user -> sameUser(known, user));
        }
        show(people.termsOf(seller, opening, from));
    }

    /** A user name is one person's within its channel, and anybody's in another. */
    private void sameUser(KnownAs known, Term user) {
        var same = find(List.of(user));
        var there = atChannel(known.service(), same);
        same.stream().filter(there::contains).forEach(order -> take(order, Clue.USER_NAME));
    }

    private Set<UUID> atChannel(OutsideService service, Collection<UUID> of) {
        var there = new HashSet<UUID>();
        orders.withoutLines(seller, of.stream().map(OrderId::new).toList()).stream()
                .filter(order -> order.service() == service)
                .map(OrderFacts::id)
                .forEach(id -> there.add(id.value()));
        return there;
    }

    /** What was given and proves nothing. */
    private Set<List<Term>> given(Requester requester) {
        var wanted = new HashSet<List<Term>>();
        var name = Term.nameWords(requester.name());
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

    private Set<UUID> find(List<Term> terms) {
        return people.find(seller, opening, terms);
    }

    /** Each order leads to itself: what is theirs already was found by what led to it. */
    private void show(Set<List<Term>> wanted) {
        wanted.stream().filter(shown::add).forEach(terms -> find(terms).stream()
                .filter(order -> !certain.contains(order))
                .forEach(order -> note(order, clue(terms))));
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

    private void take(UUID order, Clue clue) {
        if (certain.add(order)) {
            note(order, clue);
        }
    }

    private void note(UUID order, Clue clue) {
        found.computeIfAbsent(order, each -> EnumSet.noneOf(Clue.class)).add(clue);
    }
}
