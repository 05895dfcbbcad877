package app.counterfoil.hub.vatreturn.onestop;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.NeedsAttention;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reminds of returns of the One Stop Shops: two weeks before they are due, and once the day has passed. */
@Component
class OneStopNeedsAttention implements NeedsAttention {

    private static final int DAYS_BEFORE = 14;

    private final OneStopReturns returns;
    private final BusinessClock clock;

    OneStopNeedsAttention(OneStopReturns returns, BusinessClock clock) {
        this.returns = returns;
        this.clock = clock;
    }

    @Override
    public List<Item> of(SellerId seller) {
        var items = new ArrayList<Item>();
        for (var shop : OneStopShop.values()) {
            items.addAll(of(seller, shop));
        }
        return items;
    }

    private List<Item> of(SellerId seller, OneStopShop shop) {
        var today = clock.today();
        var submitted = returns.all(seller, shop).stream()
                .filter(FrozenOneStopReturn::stands)
                .map(FrozenOneStopReturn::period)
                .collect(Collectors.toSet());
        return of(
                shop,
                returns.begun(seller, shop).stream()
                        .filter(period -> period.isOver(today) && !submitted.contains(period))
                        .toList(),
                today);
    }

    /** @param open periods that are over and not submitted, the earliest first */
    static List<Item> of(OneStopShop shop, List<TaxPeriod> open, LocalDate today) {
        var late = open.stream().filter(period -> period.due().isBefore(today)).toList();
        var soon = open.stream()
                .filter(period -> !period.due().isBefore(today) && !period.due().isAfter(today.plusDays(DAYS_BEFORE)))
                .toList();
        var items = new ArrayList<Item>();
        if (!late.isEmpty()) {
            items.add(new Item(
                    title(shop, late),
                    path(late.get(0)),
                    (late.size() == 1 ? "It" : "The first") + " was due by "
                            + Written.day(late.get(0).due()) + ", also if nothing was sold",
                    "Submit it at the portal and mark it here. Who fails to again and again is excluded from the scheme.",
                    ""));
        }
        for (var period : soon) {
            items.add(new Item(
                    title(shop, List.of(period)),
                    path(period),
                    "It is due by " + Written.day(period.due()) + ", also if nothing was sold",
                    "Submit it at the portal and mark it here.",
                    ""));
        }
        return items;
    }

    private static String title(OneStopShop shop, List<TaxPeriod> periods) {
        return periods.size() == 1
                ? shop.title() + ": return for " + periods.get(0).shown()
                : "%s: %,d returns, the first for %s"
                        .formatted(shop.title(), periods.size(), periods.get(0).shown());
    }

    private static String path(TaxPeriod period) {
        return "/vat/one-stop-shop/" + period.shop().path() + "/" + period.start();
    }
}
