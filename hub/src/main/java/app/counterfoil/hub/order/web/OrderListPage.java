package app.counterfoil.hub.order.web;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.OpenOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.SearchOrders;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Outcome;
import java.time.Instant;
import java.time.LocalDate;
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

    private final Orders orders;
    private final OpenOrders openOrders;
    private final SearchOrders searchOrders;
    private final BusinessClock clock;

    OrderListPage(Orders orders, OpenOrders openOrders, SearchOrders searchOrders, BusinessClock clock) {
        this.orders = orders;
        this.openOrders = openOrders;
        this.searchOrders = searchOrders;
        this.clock = clock;
    }

    /** What can be chosen above the list, as it comes from the form. */
    record Choice(
            @Nullable String state,
            @Nullable String channel,
            @Nullable String to,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until) {

        OrderFilter filter() {
            return new OrderFilter(
                    given(state).map(OrderState::valueOf),
                    given(channel).map(OutsideService::valueOf),
                    given(to),
                    Optional.ofNullable(from),
                    Optional.ofNullable(until),
                    Optional.empty());
        }

        private static Optional<String> given(@Nullable String text) {
            return Optional.ofNullable(text).filter(value -> !value.isBlank());
        }
    }

    @GetMapping("/orders")
    String list(
            @AuthenticationPrincipal SignedIn me,
            Choice choice,
            @RequestParam(required = false) @Nullable Instant behindTime,
            @RequestParam(required = false) @Nullable UUID behindId,
            Model model) {
        var behind = behindTime == null || behindId == null
                ? Optional.<Orders.Place>empty()
                : Optional.of(new Orders.Place(behindTime, new OrderId(behindId)));
        var page = orders.page(me.seller(), choice.filter(), behind, PAGE + 1);
        model.addAttribute("choice", choice);
        model.addAttribute("searched", "");
        show(me, page, model);
        return "order/list";
    }

    @PostMapping("/orders/search")
    String search(@AuthenticationPrincipal SignedIn me, @RequestParam String q, Model model) {
        var text = q.length() > 200 ? q.substring(0, 200) : q;
        var found = searchOrders.find(me, text);
        var page = orders.page(me.seller(), OrderFilter.all().only(found), Optional.empty(), PAGE + 1);
        model.addAttribute("choice", new Choice(null, null, null, null, null));
        model.addAttribute("searched", text);
        show(me, page, model);
        return "order/list";
    }

    private void show(SignedIn me, List<OrderFacts> found, Model model) {
        var page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        var recipients = openOrders.recipients(me, "ORDER_LIST", page);
        var buyers =
                recipients.isEmpty() ? openOrders.buyers(me, "ORDER_LIST", page) : Map.<OrderId, Outcome<Buyer>>of();
        model.addAttribute(
                "rows",
                page.stream()
                        .map(order ->
                                OrderRow.of(order, recipients.get(order.id()), buyers.get(order.id()), clock.today()))
                        .toList());
        model.addAttribute("last", found.size() > PAGE ? page.get(PAGE - 1) : null);
        var counts = orders.counts(me.seller());
        model.addAttribute("counts", counts);
        model.addAttribute(
                "total", counts.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("states", OrderState.values());
        model.addAttribute("channels", List.of(OutsideService.AMAZON, OutsideService.EBAY));
        model.addAttribute("territories", orders.territories(me.seller()));
    }
}
