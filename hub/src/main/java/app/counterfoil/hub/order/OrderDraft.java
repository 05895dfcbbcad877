package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as a channel tells it, in our words.
 *
 * @param channelOrderId the channel's number
 * @param standing what the channel says of it
 * @param byChannel whether the channel sends it itself
 * @param placedAt when it was placed
 * @param changedAt when the channel last changed it
 * @param shipBy when it must leave, if the channel says so
 * @param lines what was ordered, at least one
 * @param shipping what the buyer pays for delivery, VAT included
 * @param total what the buyer pays in all, VAT included
 * @param vatByChannel whether the channel accounts for the VAT
 * @param recipient whom it goes to, if the channel tells (yet)
 * @param buyer who bought, if the channel tells
 * @param cancelRequested whether the buyer has asked to call it off
 */
public record OrderDraft(
        String channelOrderId,
        Standing standing,
        boolean byChannel,
        Instant placedAt,
        Instant changedAt,
        Optional<Instant> shipBy,
        List<Line> lines,
        Money shipping,
        Money total,
        boolean vatByChannel,
        Optional<Recipient> recipient,
        Optional<Buyer> buyer,
        boolean cancelRequested) {

    /** What the channel says of an order. */
    public enum Standing {
        /** Not paid. */
        UNPAID,
        /** Paid and to be sent. */
        TO_SEND,
        /** Sent. */
        SENT,
        /** Called off. */
        CANCELLED
    }

    /**
     * A line.
     *
     * @param channelLineId the channel's line number
     * @param sku the seller's stock keeping unit
     * @param title the title of the product
     * @param quantity how many, at least 1
     * @param total what the buyer pays for the line after discounts, without delivery
     */
    public record Line(String channelLineId, String sku, String title, int quantity, Money total) {}

    @Override
    public String toString() {
        return "OrderDraft[" + channelOrderId + "]";
    }

    /** The state we give it. */
    OrderState state() {
        return switch (standing) {
            case UNPAID -> OrderState.AWAITING_PAYMENT;
            case SENT -> OrderState.DISPATCHED;
            case CANCELLED -> OrderState.CANCELLED;
            case TO_SEND -> {
                if (cancelRequested) {
                    yield OrderState.ON_HOLD;
                }
                yield byChannel || recipient.isEmpty() ? OrderState.OPEN : OrderState.READY;
            }
        };
    }

    /** Why it is held, as a code, or empty. */
    String heldBecause() {
        if (standing != Standing.TO_SEND || byChannel) {
            return "";
        }
        return cancelRequested ? "CANCEL_REQUESTED" : recipient.isEmpty() ? "ADDRESS_NEEDED" : "";
    }
}
