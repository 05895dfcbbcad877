package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.tax.EuDuty;
import app.counterfoil.hub.tax.TaxPlace;
import app.counterfoil.hub.tax.TaxTerritory;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The customs duty that a small parcel into the European Union bears for each tariff heading in it, told in words: it is owed
 * at the border, by whoever declares the parcel there, and stands on no invoice.
 */
@Component
public class DutyOfOrders {

    private final VatOfOrders vatOfOrders;
    private final VatStandings standings;
    private final ConsignmentValues values;
    private final CommodityCodes codes;
    private final EuDuty duty = new EuDuty();

    DutyOfOrders(VatOfOrders vatOfOrders, VatStandings standings, ConsignmentValues values, CommodityCodes codes) {
        this.vatOfOrders = vatOfOrders;
        this.standings = standings;
        this.values = values;
        this.codes = codes;
    }

    /** What is owed, or what has to be said to know it; empty if no such duty is due. */
    public Optional<String> inWords(SellerId seller, OrderFacts order) {
        var day = VatOfOrders.suppliedOn(order);
        var from = TaxPlace.of(standings.on(seller, day).dispatchedFrom()).territory();
        var to = vatOfOrders.place(seller, order).place();
        // Northern Ireland is in the Union's customs territory for goods (Windsor Framework).
        var crosses = to.territory() == TaxTerritory.EUROPEAN_UNION
                && from != TaxTerritory.EUROPEAN_UNION
                && from != TaxTerritory.NORTHERN_IRELAND;
        return crosses
                ? values.of(seller, order, day).euros().flatMap(value -> {
                    var known = codes.of(seller);
                    var unknown = order.lines().stream()
                            .filter(line -> !known.containsKey(ProductKey.of(line)))
                            .map(line -> line.title())
                            .distinct()
                            .collect(Collectors.joining(", "));
                    var headings = order.lines().stream()
                            .map(line -> known.getOrDefault(ProductKey.of(line), ""))
                            .filter(code -> !code.isEmpty())
                            .toList();
                    return duty.on(day, value, headings)
                            .map(owed -> unknown.isEmpty()
                                    ? "%s at the border, for %d tariff %s (%s)"
                                            .formatted(
                                                    owed.sum().shown(),
                                                    owed.headings(),
                                                    owed.headings() == 1 ? "heading" : "headings",
                                                    owed.source())
                                    : "A fixed sum for each tariff heading. Say the commodity code of " + unknown
                                            + " under Invoices, VAT of products.");
                })
                : Optional.empty();
    }
}
