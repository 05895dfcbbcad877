package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of an order without opening anything personal.
 *
 * @param id the order
 * @param account the channel account it came from
 * @param service the channel
 * @param channelOrderId the channel's number
 * @param state where it stands
 * @param holds what is in its way, in the order of {@link HoldReason}
 * @param byChannel whether the channel sends it itself
 * @param placedAt when it was placed
 * @param shipBy when it must leave, if the channel says so
 * @param total what the buyer pays, VAT included
 * @param shipping of which delivery
 * @param territory destination
 * @param business whether the buyer is a business
 * @param vatByChannel whether the channel accounts for the VAT
 * @param gift whether a gift message goes with it
 * @param marketplace the channel's name of the country's shop it was sold in, or empty
 * @param cancelRequested whether the buyer has asked the channel to call it off, at any time
 * @param refunded what the channel has given back to the buyer so far
 * @param subject the data subject in the vault
 * @param personalEndsOn first day on which its personal data cannot be opened; empty if none was given
 * @param recipientEndsOn first day on which the sealed address cannot be opened; empty if none was sealed
 * @param closedOn the day it was dispatched or cancelled
 * @param lines what was ordered
 */
public record OrderFacts(
        OrderId id,
        UUID account,
        OutsideService service,
        String channelOrderId,
        OrderState state,
        List<HoldReason> holds,
        boolean byChannel,
        Instant placedAt,
        Optional<Instant> shipBy,
        Money total,
        Money shipping,
        Territory territory,
        boolean business,
        boolean vatByChannel,
        boolean gift,
        String marketplace,
        boolean cancelRequested,
        Money refunded,
        SubjectId subject,
        Optional<LocalDate> personalEndsOn,
        Optional<LocalDate> recipientEndsOn,
        Optional<LocalDate> closedOn,
        List<OrderLine> lines) {

    /** Whether the buyer wanted it called off and somebody of the shop has let it go all the same. */
    public boolean cancelDecided() {
        return cancelRequested && !holds.contains(HoldReason.CANCEL_REQUESTED);
    }

    /** Under what its people are sealed. */
    RecordRef people() {
        return new RecordRef(id.value(), subject);
    }

    /** Whether its people have not ended. */
    boolean peopleLive(LocalDate today) {
        return personalEndsOn.filter(today::isBefore).isPresent();
    }

    /** The buyer may be known for longer than the address: where only they are told anew, the address stays ended. */
    boolean addressLives(LocalDate today) {
        return territory.isTold() && recipientEndsOn.filter(today::isBefore).isPresent();
    }

    /** How many pieces in all. */
    public int pieces() {
        return lines.stream().mapToInt(OrderLine::quantity).sum();
    }
}
