package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.custody.RetentionPolicy;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.order.OrderRows.Known;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectForgotten;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes in a page of a channel's orders: new ones are placed, changed ones brought up to date, known ones left alone. */
@Component
public class PlaceOrders {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceOrders.class);

    private final OrderRows rows;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    PlaceOrders(OrderRows rows, Custody custody, SellerTransactions transactions, BusinessClock clock) {
        this.rows = rows;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Places the page in one transaction; the same page again changes nothing. */
    public PlacedOrders place(Account account, List<OrderDraft> page) {
        var drafts = new LinkedHashMap<String, OrderDraft>();
        page.forEach(draft -> drafts.put(draft.channelOrderId(), draft));
        return transactions.in(account.seller(), () -> {
            var known = rows.known(account, drafts.keySet());
            var fresh = new ArrayList<NewOrder>();
            var changed = new LinkedHashMap<Known, OrderDraft>();
            for (var draft : drafts.values()) {
                var before = known.get(draft.channelOrderId());
                if (before == null) {
                    fresh.add(newOrder(account, draft));
                } else if (draft.changedAt().isAfter(before.changedAt())) {
                    changed.put(before, draft);
                }
            }
            store(account, fresh);
            changed.forEach((before, draft) -> bringUpToDate(account, before, draft));
            return new PlacedOrders(
                    fresh.stream().map(NewOrder::id).toList(),
                    changed.size(),
                    page.size() - fresh.size() - changed.size());
        });
    }

    private void store(Account account, List<NewOrder> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        rows.insert(account, fresh);
        var sealings = new ArrayList<Sealing<?>>();
        for (var order : fresh) {
            order.personalEndsOn().ifPresent(end -> sealings.addAll(sealings(order, end)));
        }
        if (!sealings.isEmpty()) {
            custody.in(account.seller(), vault -> {
                vault.seal(sealings);
                return sealings.size();
            });
        }
    }

    private static List<Sealing<?>> sealings(NewOrder order, LocalDate end) {
        var id = order.id().value();
        var sealings = new ArrayList<Sealing<?>>();
        order.draft()
                .recipient()
                .ifPresent(content -> sealings.add(new Sealing<>(Recipient.KIND, id, order.subject(), end, content)));
        order.draft()
                .buyer()
                .ifPresent(content -> sealings.add(new Sealing<>(Buyer.KIND, id, order.subject(), end, content)));
        return sealings;
    }

    private NewOrder newOrder(Account account, OrderDraft draft) {
        var end = personalEnd(account.service(), draft);
        // What would have ended already is not taken in.
        var taken = end.filter(day -> day.isAfter(clock.today()));
        return new NewOrder(OrderId.at(clock.now()), SubjectId.random(), draft, taken);
    }

    private Optional<LocalDate> personalEnd(OutsideService service, OrderDraft draft) {
        if (draft.recipient().isEmpty() && draft.buyer().isEmpty()) {
            return Optional.empty();
        }
        var closed = draft.changedAt().atZone(BusinessClock.ZONE).toLocalDate();
        return Optional.of(
                draft.state().isOpen()
                        ? RetentionPolicy.orderOpen(clock.today())
                        : RetentionPolicy.orderClosed(closed, service == OutsideService.AMAZON));
    }

    /**
     * A change at the channel. What the channel leaves out now is not taken for gone: channels blank personal data with
     * time, and an erased person must not come back by a re-read.
     */
    private void bringUpToDate(Account account, Known before, OrderDraft draft) {
        rows.update(account, before, draft);
        var end = before.personalEndsOn().or(() -> personalEnd(account.service(), draft));
        if (end.isEmpty() || !end.get().isAfter(clock.today())) {
            return;
        }
        try {
            replace(account, before, draft, end.get());
            rows.personalEnds(account.seller(), List.of(before.id()), end.get());
        } catch (SubjectForgotten erased) {
            LOG.debug("a forgotten person was sent again and not taken in order={}", before.id());
        }
    }

    private void replace(Account account, Known before, OrderDraft draft, LocalDate end) {
        var id = before.id().value();
        custody.in(account.seller(), vault -> {
            draft.recipient()
                    .ifPresent(content -> vault.replace(
                            new Opening(HubJob.INTAKE, Purpose.DELIVERY, "CHANNEL_EDIT"),
                            Recipient.KIND,
                            List.of(new Sealing<>(Recipient.KIND, id, before.subject(), end, content))));
            draft.buyer()
                    .ifPresent(content -> vault.replace(
                            new Opening(HubJob.INTAKE, Purpose.SERVICE, "CHANNEL_EDIT"),
                            Buyer.KIND,
                            List.of(new Sealing<>(Buyer.KIND, id, before.subject(), end, content))));
            return before;
        });
    }

    /** An order that is new to us. */
    record NewOrder(OrderId id, SubjectId subject, OrderDraft draft, Optional<LocalDate> personalEndsOn) {}

    /**
     * What became of a page.
     *
     * @param placed the new orders
     * @param changed how many known ones were brought up to date
     * @param unchanged how many were known as they are
     */
    public record PlacedOrders(List<OrderId> placed, int changed, int unchanged) {}
}
