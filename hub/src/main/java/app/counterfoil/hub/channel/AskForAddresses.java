package app.counterfoil.hub.channel;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.RenewRecipient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks a channel again for addresses it has left out. Blanks come with outages and go without the order being changed, so
 * no download would ever bring what was missing.
 */
@Component
class AskForAddresses {

    private static final Logger LOG = LoggerFactory.getLogger(AskForAddresses.class);
    /** Amazon allows thirty calls for single orders at once, then one in two seconds. */
    private static final int MOST = 25;

    private final Orders orders;
    private final RenewRecipient renewRecipient;

    AskForAddresses(Orders orders, RenewRecipient renewRecipient) {
        this.orders = orders;
        this.renewRecipient = renewRecipient;
    }

    /** Asks for some of those that are missing; what the channel still does not tell waits for the next time. */
    void of(Channel channel, Account account) {
        for (var order : orders.awaitingAddress(account.seller(), account.id(), MOST)) {
            try {
                channel.recipient(account, order.channelOrderId())
                        .ifPresent(to -> renewRecipient.toldLate(account.seller(), order.id(), to));
            } catch (ServiceUnusable unusable) {
                if (unusable.kind() != ServiceUnusable.Kind.REFUSED) {
                    return;
                }
            } catch (Refusal notThisOne) {
                LOG.info("an address was not taken order={} why={}", order.id(), notThisOne.wrong());
            }
        }
    }
}
