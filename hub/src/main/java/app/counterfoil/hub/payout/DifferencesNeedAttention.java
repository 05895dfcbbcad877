package app.counterfoil.hub.payout;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.NeedsAttention;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reminds of differences between the latest settlements and their orders that nobody has looked at. */
@Component
class DifferencesNeedAttention implements NeedsAttention {

    /** Older ones stand in the list of payouts; each is compared anew whenever it is asked for. */
    private static final int LATEST = 6;

    private final Settlements settlements;
    private final CompareOrders compare;

    DifferencesNeedAttention(Settlements settlements, CompareOrders compare) {
        this.settlements = settlements;
        this.compare = compare;
    }

    @Override
    public List<Item> of(SellerId seller) {
        return settlements.latest(seller, 0, LATEST).stream()
                .map(settlement -> item(settlement, waiting(seller, settlement)))
                .flatMap(List::stream)
                .toList();
    }

    private long waiting(SellerId seller, Settlement settlement) {
        return compare.of(seller, settlement).stream()
                .filter(each -> each.looked().isEmpty())
                .count();
    }

    private static List<Item> item(Settlement settlement, long waiting) {
        if (waiting == 0) {
            return List.of();
        }
        return List.of(new Item(
                "Settlement " + settlement.number() + " of "
                        + settlement.service().shortTitle(),
                "/payouts/" + settlement.id(),
                waiting == 1 ? "It differs from 1 order" : "It differs from %,d orders".formatted(waiting),
                "Look at each, and say what came of it.",
                ""));
    }
}
