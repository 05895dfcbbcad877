package app.counterfoil.hub.channel;

import app.counterfoil.hub.channel.Channel.Page;
import app.counterfoil.hub.channel.Channel.Read;
import app.counterfoil.hub.channel.Channel.Unreadable;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.order.OrdersPutAside.Entry;
import app.counterfoil.hub.seller.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tries an order again that could not be taken in: as its channel has it now, since what was missing may have come; else
 * as it was sent.
 */
@Component
public class RetryOrders {

    private final Map<OutsideService, Channel> channels;
    private final StorePages storePages;
    private final OrdersPutAside putAside;

    RetryOrders(List<Channel> channels, StorePages storePages, OrdersPutAside putAside) {
        this.channels = channels.stream().collect(Collectors.toMap(Channel::service, Function.identity()));
        this.storePages = storePages;
        this.putAside = putAside;
    }

    /**
     * Tries it once.
     *
     * @return why it still cannot be taken in; empty if it is
     * @throws ServiceUnusable if the channel cannot be asked and nothing is kept here
     */
    public Optional<OrderUnreadable> now(SignedIn person, Account account, Entry entry) {
        var channel = Optional.ofNullable(channels.get(account.service())).orElseThrow();
        return storePages.storeOne(account, page(person, channel, account, entry));
    }

    private Page page(SignedIn person, Channel channel, Account account, Entry entry) {
        try {
            return channel.order(account, entry.channelOrderId());
        } catch (ServiceUnusable unusable) {
            var kept = putAside.sent(person, entry.id()).orElseThrow(() -> unusable);
            try {
                return new Page(List.of(new Read(channel.read(kept), () -> kept)), List.of(), Optional.empty());
            } catch (OrderUnreadable still) {
                return new Page(
                        List.of(), List.of(new Unreadable(entry.channelOrderId(), still, kept)), Optional.empty());
            }
        }
    }
}
