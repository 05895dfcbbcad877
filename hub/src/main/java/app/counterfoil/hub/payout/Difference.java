package app.counterfoil.hub.payout;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.order.OrderId;
import java.util.Optional;

/**
 * Something in which a settlement and an order differ.
 *
 * @param kind in what
 * @param number the channel's number of the order
 * @param order the order, if it is known here
 * @param settled what the settlements say
 * @param expected what the order or its documents say, if there is anything to compare with
 * @param looked what came of looking at it, if somebody has
 */
public record Difference(
        DifferenceKind kind,
        String number,
        Optional<OrderId> order,
        Money settled,
        Optional<Money> expected,
        Optional<LookNote> looked) {

    /** By how much more was settled; empty if nothing can be compared. */
    public Optional<Money> gap() {
        return expected.filter(other -> other.currency().equals(settled.currency()))
                .map(settled::minus);
    }

    /** How much it is about, by which a look at it holds: at another amount it is to be looked at again. */
    long about() {
        return gap().orElse(settled).minor();
    }

    Difference looked(LookNote note) {
        return new Difference(kind, number, order, settled, expected, Optional.of(note));
    }
}
