package app.counterfoil.sandbox.admin;

import app.counterfoil.sandbox.amazon.AmazonChanges;
import app.counterfoil.sandbox.amazon.AmazonOrderJson;
import app.counterfoil.sandbox.change.Change;
import app.counterfoil.sandbox.change.Changes;
import app.counterfoil.sandbox.change.Evolution;
import app.counterfoil.sandbox.change.Evolution.Done;
import app.counterfoil.sandbox.ebay.EbayChanges;
import app.counterfoil.sandbox.ebay.EbayOrderJson;
import app.counterfoil.sandbox.world.Account;
import app.counterfoil.sandbox.world.Sale;
import app.counterfoil.sandbox.world.Sale.Circumstance;
import app.counterfoil.sandbox.world.SaleStream;
import app.counterfoil.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** The trade of all accounts: new orders, and what becomes of those there are. */
public final class Trade {

    private final World world;
    private final long seed;
    private final Map<String, SaleStream> streams = new ConcurrentHashMap<>();
    private final Map<String, Evolution> evolutions = new ConcurrentHashMap<>();

    /** The trade of the world's accounts by the given seed. */
    public Trade(World world, long seed) {
        this.world = world;
        this.seed = seed;
    }

    /**
     * Adds generated orders to an account.
     *
     * @param unusual whether there is to be something unusual about one now and then
     */
    public void generate(String account, int count, boolean unusual) {
        var target = account(account);
        var stream = streams.computeIfAbsent(
                account,
                id -> new SaleStream(seed * 31 + id.hashCode(), world.clock().instant()));
        for (int i = 0; i < count; i++) {
            place(target, unusual ? stream.nextAndNowAndThenUnusual() : stream.next());
        }
    }

    /**
     * Lets so many changes happen to an account's orders.
     *
     * @param kinds the kinds of change, or none for all
     * @param orders the orders that may change, or none for all
     * @param ago how long before now the changes are dated
     */
    public List<Done> evolve(String account, int count, Set<Change> kinds, List<String> orders, Duration ago) {
        var target = account(account);
        return evolutions
                .computeIfAbsent(account, id -> new Evolution(target, changes(id), seed * 37 + id.hashCode()))
                .evolve(count, kinds, orders, world.clock().instant().minus(ago));
    }

    private Account account(String id) {
        return world.account(id)
                .orElseThrow(() -> new BadCall("account", "is \"" + id + "\", which is none of the accounts"));
    }

    private static void place(Account account, Sale sale) {
        var amazon = isAmazon(account.id());
        int number = account.id().charAt(account.id().length() - 1) - '0';
        var order = amazon ? AmazonOrderJson.of(sale, number) : EbayOrderJson.of(sale, number);
        var id = order.get("orderId").asString();
        if (amazon && sale.has(Circumstance.PRICES_LATER)) {
            account.putWhenPaid(id, order);
            account.put(id, AmazonOrderJson.withoutPrices(order));
            return;
        }
        if (sale.has(Circumstance.CANCEL_REQUESTED)) {
            order = begun(account, order, Change.CANCEL_REQUESTED, sale);
        }
        if (sale.has(Circumstance.PARTLY_SENT)) {
            order = begun(account, order, Change.PARTLY_SENT, sale);
        }
        account.put(id, order);
    }

    private static ObjectNode begun(Account account, ObjectNode order, Change change, Sale sale) {
        var changes = changes(account.id());
        return changes.make(change, account, order.deepCopy(), new Random(sale.number()), changes.lastChange(order))
                .orElse(order);
    }

    private static Changes changes(String account) {
        return isAmazon(account) ? new AmazonChanges() : new EbayChanges();
    }

    private static boolean isAmazon(String account) {
        return account.startsWith("amazon");
    }
}
