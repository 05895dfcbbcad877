package app.counterfoil.hub.channel;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.disclosure.DisclosingAct;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.dispatch.CourierAccounts;
import app.counterfoil.hub.dispatch.ParcelLines;
import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.ShipmentsDispatched;
import app.counterfoil.hub.dispatch.StillWanted;
import app.counterfoil.hub.dispatch.ToTellChannels;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.storage.KnowsSellers;
import app.counterfoil.hub.storage.Soon;
import app.counterfoil.vault.Purpose;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells channels what was dispatched, at once and again by itself until they know. Telling twice does not harm: each
 * adapter sees to that.
 */
@Component
public class TellChannels {

    private static final String JOB = "tell-channels";

    private final Map<OutsideService, Channel> channels;
    private final ToTellChannels toTell;
    private final ParcelLines parcelLines;
    private final Orders orders;
    private final Accounts accounts;
    private final CourierAccounts couriers;
    private final Disclosures disclosures;
    private final Soon soon;

    TellChannels(
            List<Channel> channels,
            ToTellChannels toTell,
            ParcelLines parcelLines,
            Orders orders,
            Accounts accounts,
            CourierAccounts couriers,
            Disclosures disclosures,
            Soon soon) {
        this.channels = channels.stream().collect(Collectors.toMap(Channel::service, Function.identity()));
        this.toTell = toTell;
        this.parcelLines = parcelLines;
        this.orders = orders;
        this.accounts = accounts;
        this.couriers = couriers;
        this.disclosures = disclosures;
        this.soon = soon;
    }

    @Bean
    static RecurringTask<Void> tellChannelsJob(KnowsSellers sellers, ObjectProvider<TellChannels> tell) {
        return Tasks.recurring(JOB, FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) ->
                        sellers.each(JOB, seller -> tell.getObject().of(seller)));
    }

    /** Only lets the job run: what is to be told stands in the table, and nobody waits for a channel here. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void hear(ShipmentsDispatched left) {
        soon.run(JOB);
    }

    /** Tells the seller's channels whatever is due. */
    public void of(SellerId seller) {
        for (var due = toTell.take(seller); !due.isEmpty(); due = toTell.take(seller)) {
            due.forEach(shipment -> tell(seller, shipment));
        }
    }

    private void tell(SellerId seller, Shipment shipment) {
        try {
            var order = orders.one(seller, shipment.order()).orElseThrow(Unaccounted::new);
            var account = accounts.of(seller, order.account()).orElseThrow(Unaccounted::new);
            var channel = Optional.ofNullable(channels.get(account.service())).orElseThrow(Unaccounted::new);
            if (mayBeTold(shipment, channel)) {
                var confirmation = confirmation(seller, shipment, order);
                var leave = disclosures.write(seller, disclosure(shipment, order, account, confirmation));
                channel.confirm(leave, account, confirmation);
            } else if (channel.one(account, order.channelOrderId()).standing() != StillWanted.Standing.SENT) {
                // A person may have told it on the channel's own pages: then there is nothing left to do.
                throw shipment.tracked() ? new NoTrackingNumber() : new Untracked(account.service());
            }
            toTell.told(seller, shipment);
        } catch (ServiceUnusable unusable) {
            var again = unusable.kind() != ServiceUnusable.Kind.REFUSED;
            toTell.notTold(seller, shipment, unusable, again, unusable.retryAfter());
        } catch (TrackingNumberToCome later) {
            // The courier is asked for it; when it comes, this parcel is due at once.
            toTell.waitForTracking(seller, shipment, later);
        } catch (Refusal refused) {
            toTell.notTold(seller, shipment, refused, false, Optional.empty());
        }
    }

    /** @throws TrackingNumberToCome if the parcel is to have a number, and the courier is still asked for it */
    private static boolean mayBeTold(Shipment shipment, Channel channel) {
        if (!shipment.trackingNumber().isBlank()) {
            return true;
        }
        if (shipment.trackingExpected()) {
            throw new TrackingNumberToCome();
        }
        return !shipment.tracked() && channel.takesUntracked();
    }

    private static Disclosure disclosure(
            Shipment shipment, OrderFacts order, Account account, Channel.Confirmation confirmation) {
        return new Disclosure(
                DisclosingAct.CONFIRM_DISPATCH,
                shipment.id(),
                account.service().name(),
                account.id(),
                Purpose.DELIVERY,
                confirmation.tells(),
                order.id().value(),
                order.subject(),
                Optional.empty());
    }

    private Channel.Confirmation confirmation(SellerId seller, Shipment shipment, OrderFacts order) {
        var lines = parcelLines.of(seller, shipment.id());
        return new Channel.Confirmation(
                order.channelOrderId(),
                order.marketplace(),
                shipment.labelNo(),
                lines.entrySet().stream()
                        .map(line -> new Channel.Confirmation.Line(line.getKey(), line.getValue()))
                        .toList(),
                couriers.of(seller, shipment).title(),
                shipment.trackingNumber(),
                shipment.dispatchedAt().orElseThrow(Unaccounted::new));
    }

    private static final class Unaccounted extends Refusal {
        Unaccounted() {
            super("The channel account of the order is not connected any more.", "Tell the channel on its own pages.");
        }
    }

    private static final class TrackingNumberToCome extends Refusal {
        TrackingNumberToCome() {
            super(
                    "The courier has given no tracking number yet.",
                    "Nothing to do: we ask for it by ourselves and then tell the channel.");
        }
    }

    private static final class NoTrackingNumber extends Refusal {
        NoTrackingNumber() {
            super(
                    "The courier has given no tracking number.",
                    "Type the one on the parcel; or, once it is printed at the courier, press \"Tell it again\" and the"
                            + " courier is asked again.");
        }
    }

    private static final class Untracked extends Refusal {
        Untracked(OutsideService channel) {
            super(
                    channel.shortTitle()
                            + " is told only of parcels with a tracking number, and this service gives none.",
                    "Mark the order as dispatched on " + channel.shortTitle()
                            + "'s own pages, then press \"Tell it again\"; or type a number if the parcel has one.");
        }
    }
}
