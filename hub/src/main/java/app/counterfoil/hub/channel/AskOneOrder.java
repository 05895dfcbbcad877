package app.counterfoil.hub.channel;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.dispatch.FreshAddress;
import app.counterfoil.hub.dispatch.StillWanted;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Recipient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks the channel of an order about that one order, a few times where the failure may pass. */
@Component
class AskOneOrder implements StillWanted, FreshAddress {

    private static final int TRIES = 3;
    /** One silence has cost half a minute already. */
    private static final int SILENCES = 2;
    /** Amazon gives out one call in two seconds once its first thirty are used; longer than this nobody waits for a label. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Map<OutsideService, Channel> channels;
    private final Accounts accounts;
    private final Patience patience;

    AskOneOrder(List<Channel> channels, Accounts accounts, @Value("${counterfoil.outside.pause:2s}") Duration pause) {
        this.channels = channels.stream().collect(Collectors.toMap(Channel::service, Function.identity()));
        this.accounts = accounts;
        this.patience = new Patience(TRIES, SILENCES, pause, LONGEST_PAUSE);
    }

    @Override
    public Word ask(SellerId seller, OrderFacts order) {
        var account = account(seller, order);
        return patience.ask(() -> channel(account).one(account, order.channelOrderId()));
    }

    @Override
    public Optional<Recipient> fetch(SellerId seller, OrderFacts order) {
        var account = account(seller, order);
        return patience.ask(() -> channel(account).recipient(account, order.channelOrderId()));
    }

    private Account account(SellerId seller, OrderFacts order) {
        return accounts.of(seller, order.account()).orElseThrow(NotConnected::new);
    }

    private Channel channel(Account account) {
        return Optional.ofNullable(channels.get(account.service())).orElseThrow(NotConnected::new);
    }

    private static final class NotConnected extends Refusal {
        NotConnected() {
            super("Its channel account is not connected any more.", "Connect it again under Connections.");
        }
    }
}
