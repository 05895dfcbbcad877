package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.Timeline.Note;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.vault.RecordKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Places orders that are new to us: names whom each is about, seals its people, and writes what else is known of it. */
@Component
class PlaceNewOrders {

    private final OrderRows rows;
    private final OrderPrices prices;
    private final Timeline timeline;
    private final Custody custody;
    private final BusinessClock clock;

    PlaceNewOrders(OrderRows rows, OrderPrices prices, Timeline timeline, Custody custody, BusinessClock clock) {
        this.rows = rows;
        this.prices = prices;
        this.timeline = timeline;
        this.custody = custody;
        this.clock = clock;
    }

    /** Places them in the running transaction. */
    List<OrderId> place(Account account, RetentionPolicy policy, List<OrderDraft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        var fresh = sealed(account.seller(), newOrders(account, policy, drafts));
        rows.insert(account, fresh);
        timeline.write(
                account.seller(), fresh.stream().map(PlaceNewOrders::placed).toList(), Optional.empty());
        prices.store(account.seller(), fresh.stream().collect(Collectors.toMap(NewOrder::id, NewOrder::draft)), false);
        return fresh.stream().map(NewOrder::id).toList();
    }

    private static Note placed(NewOrder order) {
        return new Note(order.id(), OrderHappening.PLACED, order.draft().state().name());
    }

    /**
     * The same orders with the days on which their people end in truth. Whoever is known to be forgotten is left out:
     * after an older backup was brought back, a channel tells of people again whom this shop has erased.
     */
    private List<NewOrder> sealed(SellerId seller, List<NewOrder> fresh) {
        var people = fresh.stream().flatMap(NewOrder::sealings).toList();
        if (people.isEmpty()) {
            return fresh;
        }
        var leftOut = new HashMap<UUID, Set<RecordKind<?>>>();
        custody.in(seller, vault -> vault.sealWithoutForgotten(people))
                .forEach(sealing -> leftOut.computeIfAbsent(sealing.id(), first -> new HashSet<>())
                        .add(sealing.kind()));
        return fresh.stream()
                .map(order -> order.without(leftOut.getOrDefault(order.id().value(), Set.of())))
                .toList();
    }

    /** Both channels number their orders over all shops, so the number names one buyer, whichever account tells of it. */
    private List<NewOrder> newOrders(Account account, RetentionPolicy policy, List<OrderDraft> drafts) {
        var subjects = custody.subjectsNamed(
                account.seller(),
                drafts.stream()
                        .map(draft -> account.service().name() + " " + draft.channelOrderId())
                        .toList());
        var today = clock.today();
        var fresh = new ArrayList<NewOrder>();
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            var end = peopleEnd(account.service(), policy, draft, today);
            fresh.add(NewOrder.of(OrderId.at(clock.now()), subjects.get(i), draft, end, today));
        }
        return fresh;
    }

    private static PeopleEnd peopleEnd(
            OutsideService service, RetentionPolicy policy, OrderDraft draft, LocalDate today) {
        return draft.closedOn()
                .map(closed -> PeopleEnd.closed(policy, closed, service.limit()))
                .orElse(PeopleEnd.both(RetentionPolicy.orderOpen(today)));
    }
}
