package app.counterfoil.hub.order.web;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.order.SearchOrders;
import app.counterfoil.hub.retention.ChannelLimit;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Personal;
import app.counterfoil.vault.Purpose;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The order list of all channels, its filters and its search. What was searched for is posted: it may be a person. */
@Controller
class OrderListPage {

    private static final int PAGE = 50;
    private static final int LONGEST_SEARCH = 200;
    /** Above the list orders are counted up to so many: to count all would take longer with every order. */
    private static final int MOST_COUNTED = 10_000;

    /** Under which name a session keeps what was searched for last; sessions are in memory alone. */
    private static final String SEARCHED = OrderListPage.class.getName() + ".searched";

    private final Orders orders;
    private final OpenPeople openPeople;
    private final SearchOrders searchOrders;
    private final HeldData heldData;
    private final OrdersPutAside putAside;
    private final BusinessClock clock;
    private final SellerTransactions transactions;

    OrderListPage(
            Orders orders,
            OpenPeople openPeople,
            SearchOrders searchOrders,
            HeldData heldData,
            OrdersPutAside putAside,
            BusinessClock clock,
            SellerTransactions transactions) {
        this.orders = orders;
        this.openPeople = openPeople;
        this.searchOrders = searchOrders;
        this.heldData = heldData;
        this.putAside = putAside;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** What can be chosen above the list, as it comes from the form, and the place behind which it goes on. */
    record Choice(
            @Nullable OrderState state,
            @Nullable OutsideService channel,
            @Nullable String to,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
            @Nullable Instant behindTime,
            @Nullable UUID behindId) {

        private static final Instant OUR_TIME = Instant.parse("2000-01-01T00:00:00Z");
        private static final Instant OUR_TIME_ENDS = Instant.parse("2101-01-01T00:00:00Z");
        static final Choice NONE = new Choice(null, null, null, null, null, null, null);

        OrderFilter filter() {
            return new OrderFilter(
                    Optional.ofNullable(state),
                    Optional.ofNullable(channel),
                    Optional.ofNullable(to).filter(value -> !value.isBlank()),
                    Optional.ofNullable(from),
                    Optional.ofNullable(until),
                    Optional.empty());
        }

        Optional<Orders.Place> behind() {
            return behindTime == null || behindId == null
                    ? Optional.empty()
                    : Optional.of(new Orders.Place(behindTime, new OrderId(behindId)));
        }

        /** A day that no shop has seen is a slip, and more than the database can hold. */
        Choice inOurTime() {
            var wrong = new ArrayList<NotUsable.Field>();
            NotUsable.slip("from", from).ifPresent(wrong::add);
            NotUsable.slip("until", until).ifPresent(wrong::add);
            if (behindTime != null && (behindTime.isBefore(OUR_TIME) || behindTime.isAfter(OUR_TIME_ENDS))) {
                wrong.add(new NotUsable.Field("behindTime", "Use the button under the list."));
            }
            if (!wrong.isEmpty()) {
                throw new NotUsable(wrong);
            }
            return this;
        }
    }

    /** In one transaction, which has ended, with what it journalled, before anything is shown. */
    @GetMapping("/orders")
    String list(@AuthenticationPrincipal SignedIn me, Choice choice, Model model) {
        var asked = choice.inOurTime();
        return transactions.in(me.seller(), () -> listed(me, asked, model));
    }

    private String listed(SignedIn me, Choice asked, Model model) {
        var page = orders.page(me.seller(), asked.filter(), asked.behind(), PAGE + 1);
        model.addAttribute("choice", asked);
        model.addAttribute("searched", "");
        show(me, page, model);
        return "order/list";
    }

    /**
     * The results of the latest search of this session, found again: whoever opens one of them and goes back sees them.
     * What was searched for may be a person, so it is in no address.
     */
    @GetMapping("/orders/search")
    String found(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "1") int page,
            HttpSession session,
            Model model) {
        return session.getAttribute(SEARCHED) instanceof Personal<?> text
                ? text.shownTo(
                        typed -> transactions.in(me.seller(), () -> results(me, String.valueOf(typed), page, model)))
                : "redirect:/orders";
    }

    @PostMapping("/orders/search")
    String search(@RequestParam String q, HttpSession session) {
        var text = q.strip();
        if (text.isEmpty() || text.length() > LONGEST_SEARCH || text.indexOf(0) >= 0) {
            throw NotUsable.field("q", "Write 1 to " + LONGEST_SEARCH + " characters.");
        }
        session.setAttribute(SEARCHED, Personal.of(text));
        return "redirect:/orders/search";
    }

    private String results(SignedIn me, String text, int page, Model model) {
        var found = searchOrders.find(me, text);
        var at = Math.min(Math.max(page, 1), Math.max(1, (found.size() + PAGE - 1) / PAGE));
        var before = (at - 1) * PAGE;
        var hits = orders.page(me.seller(), OrderFilter.all().only(found), Optional.empty(), before + PAGE).stream()
                .skip(before)
                .toList();
        model.addAttribute("choice", Choice.NONE);
        model.addAttribute("searched", text);
        model.addAttribute("page", at);
        model.addAttribute("howMany", howMany(found.size(), before, hits.size()));
        model.addAttribute("hasMore", found.size() > before + hits.size());
        model.addAttribute("ended", heldData.ended(me.seller(), hits));
        model.addAttribute("unread", putAside.count(me.seller()));
        model.addAttribute("findsPeople", me.carries(Purpose.DELIVERY) || me.carries(Purpose.SERVICE));
        model.addAttribute("since", heldData.findableSince(me.seller(), ChannelLimit.NONE));
        model.addAttribute("limited", limited(me.seller()));
        show(me, hits, model);
        return "order/list";
    }

    /** Since when an order must have closed at channels that allow less than the policy, each in a few words. */
    private List<String> limited(SellerId seller) {
        return ChannelLimit.all().stream()
                .map(limit -> limit.channel() + ": since " + Written.day(heldData.findableSince(seller, limit)))
                .toList();
    }

    private static String counted(long orders) {
        return orders > MOST_COUNTED ? "%,d+".formatted(MOST_COUNTED) : Long.toString(orders);
    }

    private static String howMany(int found, int before, int shown) {
        var all = (found < SearchOrders.MOST ? "" : "At least ") + found + (found == 1 ? " order" : " orders");
        if (found <= shown) {
            return all + ".";
        }
        return all + "; "
                + (before == 0
                        ? "the latest " + shown + " are shown."
                        : (before + 1) + " to " + (before + shown) + " are shown.");
    }

    private void show(SignedIn me, List<OrderFacts> found, Model model) {
        var page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        var recipients = openPeople.recipients(me, "ORDER_LIST", page);
        var buyers =
                recipients.isEmpty() ? openPeople.buyers(me, "ORDER_LIST", page) : Map.<OrderId, Outcome<Buyer>>of();
        model.addAttribute(
                "rows",
                page.stream()
                        .map(order ->
                                OrderRow.of(order, recipients.get(order.id()), buyers.get(order.id()), clock.today()))
                        .toList());
        model.addAttribute("last", found.size() > PAGE ? page.get(PAGE - 1) : null);
        var counts = new EnumMap<OrderState, String>(OrderState.class);
        long total = 0;
        for (var count : orders.counts(me.seller(), MOST_COUNTED + 1).entrySet()) {
            counts.put(count.getKey(), counted(count.getValue()));
            total += count.getValue();
        }
        model.addAttribute("counts", counts);
        model.addAttribute("total", total);
        model.addAttribute("counted", counted(total));
        model.addAttribute("states", OrderState.values());
        model.addAttribute("channels", OutsideService.channels());
        model.addAttribute("territories", orders.territories(me.seller()));
    }
}
