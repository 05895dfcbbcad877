package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.NeedsAttention;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reminds of evidence of exports: two weeks before its last day, and once the day has passed. */
@Component
class EvidenceNeedsAttention implements NeedsAttention {

    private static final int DAYS_BEFORE = 14;
    private static final String PATH = "/invoices/evidence";

    private final ExportEvidence evidence;
    private final BusinessClock clock;

    EvidenceNeedsAttention(ExportEvidence evidence, BusinessClock clock) {
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    public List<Item> of(SellerId seller) {
        var today = clock.today();
        var late = evidence.missingBy(seller, today.minusDays(1));
        var soon = evidence.missingBy(seller, today.plusDays(DAYS_BEFORE)) - late;
        var items = new ArrayList<Item>();
        if (late > 0) {
            items.add(new Item(
                    title(late),
                    PATH,
                    "The evidence of export was not held in time",
                    "VAT is due on it until the evidence is there. Get it from the courier and say so.",
                    ""));
        }
        if (soon > 0) {
            items.add(new Item(
                    title(soon),
                    PATH,
                    "The evidence of export has to be held within two weeks",
                    "Get it from the courier and say so.",
                    ""));
        }
        return items;
    }

    private static String title(long orders) {
        return orders == 1 ? "Exports: 1 order" : "Exports: %,d orders".formatted(orders);
    }
}
