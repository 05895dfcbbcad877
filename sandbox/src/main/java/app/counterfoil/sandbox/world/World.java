package app.counterfoil.sandbox.world;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All accounts of the outside world. */
public final class World {

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final ShiftedClock clock = new ShiftedClock();

    /** A world with two Amazon and two eBay accounts. */
    public World() {
        for (var id : new String[] {"amazon-1", "amazon-2", "ebay-1", "ebay-2"}) {
            accounts.put(id, new Account(id));
        }
    }

    /** The sandbox's clock. */
    public ShiftedClock clock() {
        return clock;
    }

    /** An account by its name. */
    public Optional<Account> account(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /** Puts everything back as it is now, the clock too, whenever that is run: for whoever tries things out in turn. */
    public Runnable asItIs() {
        var ahead = clock.ahead();
        var all = accounts.values().stream().map(Account::asItIs).toList();
        return () -> {
            all.forEach(Runnable::run);
            clock.setAhead(ahead);
        };
    }

    /** All accounts. */
    public Collection<Account> accounts() {
        return accounts.values();
    }
}
