package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Gives an account the orders of those that were removed before it: an account that was removed and connected again is
 * another one to us, and the same shop to its channel.
 */
@Component
class AdoptOrders {

    private final KnownOrders known;
    private final OrdersPutAside putAside;
    private final Accounts accounts;

    AdoptOrders(KnownOrders known, OrdersPutAside putAside, Accounts accounts) {
        this.known = known;
        this.putAside = putAside;
        this.accounts = accounts;
    }

    /** Adopts what came in through such accounts, and returns which of these accounts have been removed. */
    Set<UUID> fromRemoved(Account account, Collection<UUID> holding) {
        var removed =
                holding.stream().filter(each -> !each.equals(account.id())).collect(Collectors.toSet());
        if (!removed.isEmpty()) {
            accounts.of(account.seller()).forEach(living -> removed.remove(living.id()));
        }
        if (!removed.isEmpty()) {
            known.adopt(account, removed);
            putAside.adopt(account, removed);
        }
        return removed;
    }
}
