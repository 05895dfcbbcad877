package app.counterfoil.hub.channel;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.custody.KnowsSellers;
import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.ShipmentsDispatched;
import app.counterfoil.hub.dispatch.ToTellChannels;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Orders;
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
import org.springframework.stereotype.Component;

/**
 * Tells channels what was dispatched, at once and again by itself until they know. Telling twice does not harm: each
 * adapter sees to that.
 */
@Component
public class TellChannels {

    private final Map<OutsideService, Channel> channels;
    private final ToTellChannels toTell;
    private final Orders orders;
    private final Accounts accounts;

    TellChannels(List<Channel> channels, ToTellChannels toTell, Orders orders, Accounts accounts) {
        this.channels = channels.stream().collect(Collectors.toMap(Channel::service, Function.identity()));
        this.toTell = toTell;
        this.orders = orders;
        this.accounts = accounts;
    }

    @Bean
    static RecurringTask<Void> tellChannelsJob(KnowsSellers sellers, ObjectProvider<TellChannels> tell) {
        return Tasks.recurring("tell-channels", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) -> sellers.allSellers().forEach(tell.getObject()::of));
    }

    @EventListener
    void hear(ShipmentsDispatched left) {
        of(left.seller());
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
            channel.confirm(account, confirmation(seller, shipment, order));
            toTell.told(seller, shipment);
        } catch (ServiceUnusable unusable) {
            var again = unusable.kind() != ServiceUnusable.Kind.REFUSED;
            toTell.notTold(seller, shipment, unusable, again, unusable.retryAfter());
        } catch (Refusal refused) {
            toTell.notTold(seller, shipment, refused, false, Optional.empty());
        }
    }

    private Channel.Confirmation confirmation(SellerId seller, Shipment shipment, OrderFacts order) {
        if (shipment.trackingNumber().isBlank()) {
            throw new NoTrackingNumber();
        }
        var carrier = accounts.of(seller, shipment.account())
                .map(Account::service)
                .orElse(OutsideService.ROYAL_MAIL)
                .shortTitle();
        return new Channel.Confirmation(
                order.channelOrderId(),
                order.lines().stream()
                        .map(line -> new Channel.Confirmation.Line(line.channelLineId(), line.quantity()))
                        .toList(),
                carrier,
                shipment.trackingNumber(),
                shipment.dispatchedAt().orElseThrow(Unaccounted::new));
    }

    private static final class Unaccounted extends Refusal {
        Unaccounted() {
            super("The channel account of the order is not connected any more.", "Tell the channel on its own pages.");
        }
    }

    private static final class NoTrackingNumber extends Refusal {
        NoTrackingNumber() {
            super("The courier has given no tracking number.", "Mark it as dispatched on the channel's own pages.");
        }
    }
}
