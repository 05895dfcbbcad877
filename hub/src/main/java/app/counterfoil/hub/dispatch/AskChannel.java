package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.connection.ServiceUnusable.Kind;
import app.counterfoil.hub.dispatch.StillWanted.Word;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.HoldOrders;
import app.counterfoil.hub.order.HoldReason;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderLine;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Timeline;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Asks the channel about an order just before its label is bought, and acts on the word: what was called off is
 * cancelled here, what the buyer wants called off is held until a person decides.
 */
@Component
class AskChannel {

    /** A channel that could not be asked so often in a row is not asked again in this run. */
    private static final int FAILURES = 2;

    private final StillWanted stillWanted;
    private final HoldOrders holdOrders;
    private final MoveOrders moveOrders;
    private final Timeline timeline;

    AskChannel(StillWanted stillWanted, HoldOrders holdOrders, MoveOrders moveOrders, Timeline timeline) {
        this.stillWanted = stillWanted;
        this.holdOrders = holdOrders;
        this.moveOrders = moveOrders;
        this.timeline = timeline;
    }

    /** What one run of bookings knows of its channels. */
    static final class Run {
        private final Map<UUID, Integer> failures = new HashMap<>();
        private final Map<UUID, Refusal> away = new HashMap<>();
    }

    /**
     * What the channel's word makes of a parcel. It does not print, as the number does not.
     *
     * @param contents how many pieces of each line are to go into it, by the channel's line number
     * @param ioss the number under which the channel paid the VAT, if it told one
     * @param asked whether it is the channel's word; if not, it is all that was ordered
     */
    record ToSend(Map<String, Integer> contents, Optional<String> ioss, boolean asked) {
        @Override
        public String toString() {
            return "ToSend[hidden]";
        }
    }

    /**
     * What is to go into the parcel, and what the customs are to be told of its VAT.
     *
     * @param anew whether it is a further parcel of the order, which may have been sent before
     * @param evenIfNotAsked whether a channel that cannot be asked is no obstacle
     * @throws CannotBook if the order is not to be sent, or the channel cannot say
     */
    ToSend toSend(Run run, SellerId seller, OrderFacts order, boolean anew, boolean evenIfNotAsked) {
        Word word;
        try {
            word = asked(run, seller, order);
        } catch (Refusal silent) {
            if (!evenIfNotAsked) {
                throw new CannotBook(
                        order.service().title() + " cannot say whether order " + order.channelOrderId()
                                + " is still wanted: " + silent.wrong(),
                        "Nothing was bought. Book it again in a few minutes; if the channel stays away, tick"
                                + " \"Book even if the channel cannot be asked\".");
            }
            return new ToSend(all(order), Optional.empty(), false);
        }
        obey(word, seller, order, anew);
        var remaining = all(order);
        remaining.replaceAll(
                (line, quantity) -> Math.min(quantity, word.remaining().getOrDefault(line, 0)));
        remaining.values().removeIf(quantity -> quantity == 0);
        return new ToSend(remaining.isEmpty() ? all(order) : remaining, word.ioss(), true);
    }

    /** Writes into the order's history that a parcel was booked on nobody's word. */
    void noteUnasked(SellerId seller, OrderFacts order) {
        timeline.write(
                seller, List.of(order.id()), ParcelHappening.BOOKED_WITHOUT_ASKING_CHANNEL, "", Optional.empty());
    }

    private Word asked(Run run, SellerId seller, OrderFacts order) {
        var away = run.away.get(order.account());
        if (away != null) {
            throw away;
        }
        try {
            var word = stillWanted.ask(seller, order);
            run.failures.remove(order.account());
            return word;
        } catch (Refusal silent) {
            var inARow = run.failures.merge(order.account(), 1, Integer::sum);
            var refused = silent instanceof ServiceUnusable unusable && unusable.kind() == Kind.REFUSED;
            if (inARow >= FAILURES && !refused) {
                run.away.put(order.account(), silent);
            }
            throw silent;
        }
    }

    private void obey(Word word, SellerId seller, OrderFacts order, boolean anew) {
        var number = order.channelOrderId();
        var channel = order.service().title();
        switch (word.standing()) {
            case WANTED -> {}
            case CANCELLED -> {
                if (order.state().next().contains(OrderState.CANCELLED)) {
                    // One that has left cannot be called off here any more; the parcel anew is still not bought.
                    moveOrders.to(OrderState.CANCELLED, seller, List.of(order.id()), Optional.empty());
                }
                throw new CannotBook(
                        "Order " + number + " was cancelled at " + channel + ".",
                        "Nothing was bought, and it is cancelled here too.");
            }
            case CANCEL_REQUESTED -> {
                if (!order.cancelDecided()) {
                    if (order.state().isOpen()) {
                        holdOrders.hold(seller, List.of(order.id()), HoldReason.CANCEL_REQUESTED, Optional.empty());
                    }
                    throw new CannotBook(
                            "The buyer has asked to cancel order " + number + ".",
                            "Nothing was bought, and it is on hold. Decide at " + channel
                                    + "; if you send it anyway, lift the hold and book it again.");
                }
            }
            case SENT -> {
                if (!anew) {
                    throw new CannotBook(
                            channel + " has order " + number + " as sent already.",
                            "Nothing was bought. Look at it at " + channel
                                    + "; it is brought up to date here with the next download.");
                }
            }
            case NOT_RELEASED ->
                throw new CannotBook(
                        channel + " has not released order " + number + " for sending.",
                        "Nothing was bought. Wait until it is paid, then book it again.");
        }
    }

    private static Map<String, Integer> all(OrderFacts order) {
        var all = new LinkedHashMap<String, Integer>();
        for (OrderLine line : order.lines()) {
            all.merge(line.channelLineId(), line.quantity(), Integer::sum);
        }
        return all;
    }
}
