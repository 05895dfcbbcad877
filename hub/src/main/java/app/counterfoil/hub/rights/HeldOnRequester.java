package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HeldPart;
import app.counterfoil.hub.custody.KeepsPeople;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.NeedsPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.OnErasure;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What is held on a requester, over all their orders and all purposes: what of it an erasure destroys, what waits and for
 * what, what stays and by which law, and who received it. The same look before an act and after it shows what it has done.
 */
@Component
public class HeldOnRequester {

    private static final Set<Purpose> OF_THE_ORDER = EnumSet.of(Purpose.DELIVERY, Purpose.SERVICE);

    private final Requests requests;
    private final Orders orders;
    private final Disclosures disclosures;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final ObjectProvider<KeepsPeople> keepers;
    private final ObjectProvider<NeedsPeople> needs;

    HeldOnRequester(
            Requests requests,
            Orders orders,
            Disclosures disclosures,
            Custody custody,
            SellerTransactions transactions,
            ObjectProvider<KeepsPeople> keepers,
            ObjectProvider<NeedsPeople> needs) {
        this.requests = requests;
        this.orders = orders;
        this.disclosures = disclosures;
        this.custody = custody;
        this.transactions = transactions;
        this.keepers = keepers;
        this.needs = needs;
    }

    /** What an erasure does to something that is held. */
    public enum Fate {
        /** It is destroyed at once. */
        GOES("Goes"),
        /** It is destroyed when what needs it is over. */
        WAITS("Waits"),
        /** It stays until its end. */
        STAYS("Stays");

        private final String title;

        Fate(String title) {
            this.title = title;
        }

        /** The word for it. */
        public String title() {
            return title;
        }
    }

    /**
     * Something held, and what an erasure does to it.
     *
     * @param part what it is; personal
     * @param fate what becomes of it
     * @param because why it does not go at once, or empty
     */
    public record Held(HeldPart part, Fate fate, String because) {}

    /**
     * What is held for an order.
     *
     * @param order the order
     * @param held each part
     * @param restricted whether its use is restricted
     * @param received who received something of it
     * @param side which of its people the requester is: of the other nothing is among it
     * @param two whether its buyer and its recipient have other names
     */
    public record OfOrder(
            OrderFacts order,
            List<Held> held,
            boolean restricted,
            List<Disclosure.Entry> received,
            Side side,
            boolean two) {

        /** Whether it names two people and nobody has said which of them has asked (Art 15(4)). */
        public boolean namesTwo() {
            return two && side == Side.BOTH;
        }
    }

    private static boolean namesTwo(List<HeldPart> parts) {
        return parts.stream()
                        .filter(part -> OF_THE_ORDER.contains(part.purpose()))
                        .flatMap(part -> part.lines().stream())
                        .filter(line -> line.label().equals("Name"))
                        .map(line -> Set.copyOf(Term.nameWords(line.text())))
                        .distinct()
                        .count()
                > 1;
    }

    /** All that is held on the orders that are theirs, opened for that reader; it stands in the journal. */
    public List<OfOrder> look(SellerId seller, UUID request, Reader reader, String reason) {
        return transactions.in(seller, () -> {
            var theirs = orders.of(seller, idsOfTheirs(seller, request));
            var ids = theirs.stream().map(order -> order.id().value()).toList();
            var parts = parts(seller, ids, new Opening(reader, Purpose.RIGHTS_REQUEST, reason));
            var needed = needed(seller, theirs);
            var restricted = restricted(seller, theirs);
            var received = disclosures.ofOrders(seller, ids).stream()
                    .collect(Collectors.groupingBy(entry -> entry.what().order()));
            var sides = sides(seller, request);
            return theirs.stream()
                    .map(order -> {
                        var all = parts.getOrDefault(order.id().value(), List.of());
                        var side = sides.getOrDefault(order.id().value(), Side.BOTH);
                        return new OfOrder(
                                order,
                                all.stream()
                                        .filter(part -> side.has(part.purpose()))
                                        .map(part -> held(part, because(needed, part.purpose(), order)))
                                        .toList(),
                                restricted.getOrDefault(order.subject(), Set.of()).stream()
                                        .anyMatch(side::has),
                                received.getOrDefault(order.id().value(), List.of()).stream()
                                        .filter(entry -> side.has(entry.what().purpose()))
                                        .toList(),
                                side,
                                namesTwo(all));
                    })
                    .toList();
        });
    }

    /** Which of the people of its orders the requester is, by order. */
    Map<UUID, Side> sides(SellerId seller, UUID request) {
        return requests.orders(seller, request).stream().collect(Collectors.toMap(FoundOrder::order, FoundOrder::side));
    }

    /** The orders that are theirs, the first placed first, without their lines. */
    List<OrderFacts> theirs(SellerId seller, UUID request) {
        return orders.withoutLines(seller, idsOfTheirs(seller, request));
    }

    private List<OrderId> idsOfTheirs(SellerId seller, UUID request) {
        return requests.orders(seller, request).stream()
                .filter(FoundOrder::theirs)
                .map(each -> new OrderId(each.order()))
                .toList();
    }

    /** For which purposes which of these orders still need their people, and why. */
    Map<Purpose, Map<OrderId, String>> needed(SellerId seller, List<OrderFacts> theirs) {
        var needed = new EnumMap<Purpose, Map<OrderId, String>>(Purpose.class);
        needs.orderedStream().forEach(each -> each.of(seller, theirs)
                .forEach((purpose, why) -> needed.computeIfAbsent(purpose, first -> new HashMap<>())
                        .putAll(why)));
        return needed;
    }

    private static Optional<String> because(
            Map<Purpose, Map<OrderId, String>> needed, Purpose purpose, OrderFacts order) {
        return Optional.ofNullable(needed.getOrDefault(purpose, Map.of()).get(order.id()));
    }

    private static Held held(HeldPart part, Optional<String> needed) {
        if (part.inFile()) {
            return new Held(part, Fate.GOES, "");
        }
        if (part.purpose().onErasure() == OnErasure.KEPT_BY_LAW) {
            return new Held(part, Fate.STAYS, part.purpose().lawfulBasis());
        }
        return needed.map(why -> new Held(part, Fate.WAITS, why)).orElseGet(() -> new Held(part, Fate.GOES, ""));
    }

    private Map<SubjectId, Set<Purpose>> restricted(SellerId seller, List<OrderFacts> theirs) {
        var subjects = theirs.stream().map(OrderFacts::subject).toList();
        return custody.in(seller, vault -> vault.restrictions().of(subjects));
    }

    private Map<UUID, List<HeldPart>> parts(SellerId seller, List<UUID> ids, Opening opening) {
        return custody.in(seller, vault -> {
            var request = vault.onRequest(opening);
            var opens = new KeepsPeople.Opens() {
                @Override
                public <T> Map<UUID, Outcome<T>> open(RecordKind<T> kind, Collection<RecordRef> refs) {
                    return request.open(kind, refs);
                }
            };
            var all = new HashMap<UUID, List<HeldPart>>();
            keepers.orderedStream().forEach(keeper -> keeper.of(seller, ids, opens)
                    .forEach((order, parts) -> all.computeIfAbsent(order, each -> new ArrayList<>())
                            .addAll(parts)));
            return all;
        });
    }
}
