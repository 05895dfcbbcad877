package app.counterfoil.hub.vatreturn.onestop;

import app.counterfoil.hub.invoice.OneStopShopSupplies;
import app.counterfoil.hub.invoice.VatStandings;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SellerDetails;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * For which tax periods a seller owes returns of a One Stop Shop: those in which it says that it takes part, from when
 * the shop was opened here or sold something so; and any other in which a document says that it did.
 */
@Component
class OneStopPeriods {

    private final VatStandings standings;
    private final OneStopShopSupplies supplies;
    private final SellerDetails details;
    private final BusinessClock clock;

    OneStopPeriods(VatStandings standings, OneStopShopSupplies supplies, SellerDetails details, BusinessClock clock) {
        this.standings = standings;
        this.supplies = supplies;
        this.details = details;
        this.clock = clock;
    }

    /**
     * The periods that have begun, the earliest first.
     *
     * @param declared periods that are declared, which belong to these in any case
     */
    List<TaxPeriod> begun(SellerId seller, OneStopShop shop, Collection<TaxPeriod> declared) {
        var said = standings.of(seller);
        if (said.stream().noneMatch(shop::isIn) && declared.isEmpty()) {
            return List.of();
        }
        var sold = supplies.months(seller, shop.treatment());
        var opened = details.openedOn(seller);
        var first = Stream.concat(sold.stream(), Stream.of(opened))
                .min(LocalDate::compareTo)
                .orElse(opened);
        return begun(shop, said, first, sold, declared, clock.today());
    }

    /** @param said what was said, the latest first */
    static List<TaxPeriod> begun(
            OneStopShop shop,
            List<VatStandings.Said> said,
            LocalDate first,
            List<LocalDate> sold,
            Collection<TaxPeriod> declared,
            LocalDate today) {
        var periods = new TreeSet<>(declared);
        sold.forEach(month -> periods.add(shop.periodOf(month)));
        var until = today.plusDays(1);
        for (var each : said) {
            var from = Stream.of(each.holdsFrom(), first, OneStopShop.BEGAN)
                    .max(LocalDate::compareTo)
                    .orElse(first);
            if (shop.isIn(each) && from.isBefore(until)) {
                for (var period = shop.periodOf(from); period.start().isBefore(until); period = period.next()) {
                    periods.add(period);
                }
            }
            until = each.holdsFrom().isBefore(until) ? each.holdsFrom() : until;
        }
        return List.copyOf(periods);
    }
}
