package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Territory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order as a channel tells it, in our words.
 *
 * @param channelOrderId the channel's number
 * @param standing what the channel says of it
 * @param byChannel whether the channel sends it itself
 * @param placedAt when it was placed
 * @param changedAt when the channel last changed it
 * @param shipBy when it must leave, if the channel says so
 * @param lines what was ordered, at least one unless it was called off
 * @param shipping what the buyer pays for delivery, VAT included
 * @param total what the buyer pays in all, VAT included
 * @param parts what else belongs to the price
 * @param vatByChannel whether the channel accounts for the VAT
 * @param recipient whom it goes to, if the channel tells (yet)
 * @param buyer who bought, if the channel tells
 * @param cancelRequested whether the buyer has asked to call it off
 * @param marketplace the channel's name of the country's shop it was sold in, or empty
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
        PriceParts parts,
        boolean vatByChannel,
        Optional<Recipient> recipient,
        Optional<Buyer> buyer,
        boolean cancelRequested,
        String marketplace) {

    /** Where it goes, as far as the channel tells. */
    Territory territory() {
        return recipient.map(Recipient::territory).orElse(Territory.NOT_TOLD);
    }

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

    /** What the channel has given back to the buyer so far. */
    Money refunded() {
        return parts.refunded();
    }

    /** What is in its way, as far as the channel tells. */
    Set<HoldReason> holds() {
        var holds = EnumSet.noneOf(HoldReason.class);
        if (standing == Standing.UNPAID) {
            holds.add(HoldReason.AWAITING_PAYMENT);
        }
        if (standing == Standing.TO_SEND && !byChannel && recipient.isEmpty()) {
            holds.add(HoldReason.ADDRESS_NEEDED);
        }
        if (cancelRequested && isOpen()) {
            holds.add(HoldReason.CANCEL_REQUESTED);
        }
        return holds;
    }

    /** Whether the buyer is a business. */
    boolean isBusiness() {
        return recipient.filter(to -> !to.company().isBlank()).isPresent()
                || buyer.filter(who -> !who.vatNumber().isBlank()).isPresent();
    }

    /** Whether a gift message goes with it. */
    boolean isGift() {
        return recipient.filter(to -> !to.giftMessage().isBlank()).isPresent();
    }

    /** Whether it still has a way to go. */
    boolean isOpen() {
        return standing == Standing.UNPAID || standing == Standing.TO_SEND;
    }

    /** Where an order stands of which this is all we know. */
    OrderState state() {
        return switch (standing) {
            case SENT -> OrderState.DISPATCHED;
            case CANCELLED -> OrderState.CANCELLED;
            case UNPAID, TO_SEND -> OrderState.of(holds(), byChannel);
        };
    }

    /**
     * The day it was closed, if it is: the channel tells when it last changed, which a refund weeks later may move, so an
     * order that had to leave by a day is taken to have left by then.
     */
    Optional<LocalDate> closedOn() {
        return isOpen()
                ? Optional.empty()
                : Optional.of(shipBy.filter(changedAt::isAfter)
                        .orElse(changedAt)
                        .atZone(BusinessClock.ZONE)
                        .toLocalDate());
    }
}
