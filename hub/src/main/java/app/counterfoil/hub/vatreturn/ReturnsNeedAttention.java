package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.NeedsAttention;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reminds of VAT returns: two weeks before they are due, and once the day has passed (VAT Regulations 1995 reg. 25). */
@Component
class ReturnsNeedAttention implements NeedsAttention {

    private static final int DAYS_BEFORE = 14;

    private final VatReturns returns;
    private final VatPeriods periods;
    private final BusinessClock clock;

    ReturnsNeedAttention(VatReturns returns, VatPeriods periods, BusinessClock clock) {
        this.returns = returns;
        this.periods = periods;
        this.clock = clock;
    }

    @Override
    public List<Item> of(SellerId seller) {
        var today = clock.today();
        var declared = returns.standing(seller).stream()
                .map(each -> each.period().start())
                .collect(Collectors.toSet());
        return of(
                periods.begun(seller).stream()
                        .filter(period -> period.isOver(today) && !declared.contains(period.start()))
                        .toList(),
                today);
    }

    /** @param open periods that are over and not declared, the earliest first */
    static List<Item> of(List<VatPeriod> open, LocalDate today) {
        var late = open.stream().filter(period -> period.due().isBefore(today)).toList();
        var items = new ArrayList<Item>();
        if (!late.isEmpty()) {
            var first = late.get(0);
            items.add(new Item(
                    late.size() == 1
                            ? "VAT return for " + first.shown()
                            : "%,d VAT returns, the first for %s".formatted(late.size(), first.shown()),
                    path(first),
                    (late.size() == 1 ? "It" : "The first") + " was due by " + Written.day(first.due()),
                    "Submit it, or say that it was submitted. HMRC counts a point for each that is late.",
                    ""));
        }
        open.stream()
                .filter(period -> !period.due().isBefore(today) && !period.due().isAfter(today.plusDays(DAYS_BEFORE)))
                .forEach(period -> items.add(new Item(
                        "VAT return for " + period.shown(),
                        path(period),
                        "It is due by " + Written.day(period.due()),
                        "Look through what is missing, and submit it.",
                        "")));
        return items;
    }

    private static String path(VatPeriod period) {
        return "/vat/" + period.start();
    }
}
