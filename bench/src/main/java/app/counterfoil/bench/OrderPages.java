package app.counterfoil.bench;

import app.counterfoil.sandbox.amazon.AmazonOrderJson;
import app.counterfoil.sandbox.world.Sale;
import app.counterfoil.sandbox.world.SaleStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** Pages of orders as Amazon sends them, written before the clock runs. Every order has a buyer and a recipient. */
final class OrderPages {

    /** What one in eight of the people is called. */
    static final String SURNAME = "Demoson";

    /** The most that Amazon gives (contract orders 2026-01-01, maxResultsPerPage). */
    private static final int ORDERS_A_PAGE = 100;

    private static final JsonMapper JSON = new JsonMapper();

    private final SaleStream sales;

    OrderPages(long seed) {
        this.sales = new SaleStream(seed, Instant.now());
    }

    /** The next so many orders, in pages. */
    List<byte[]> next(int orders) {
        return pages(orders, sale -> sale);
    }

    /** The next so many orders, in pages, of one person who is like nobody else. */
    List<byte[]> ofOne(int orders, String email, String phone) {
        var home = new Sale.Destination("1 Example Row", "", "Leeds", "", "LS1 9ZZ", "GB", phone);
        return pages(
                orders,
                sale -> new Sale(
                        sale.number(),
                        sale.at(),
                        new Sale.Buyer(SURNAME, email, email, Optional.empty(), Optional.empty()),
                        home,
                        sale.lines(),
                        sale.shippingPence(),
                        sale.currency(),
                        sale.giftMessage(),
                        sale.note(),
                        sale.state(),
                        sale.byMarketplace(),
                        Set.of()));
    }

    private List<byte[]> pages(int orders, UnaryOperator<Sale> change) {
        var pages = new ArrayList<byte[]>();
        for (int left = orders; left > 0; left -= ORDERS_A_PAGE) {
            var page = JSON.createObjectNode();
            var list = page.putArray("orders");
            for (int i = 0; i < Math.min(left, ORDERS_A_PAGE); i++) {
                list.add(AmazonOrderJson.of(change.apply(sale()), 4));
            }
            if (left > ORDERS_A_PAGE) {
                page.putObject("pagination").put("nextToken", Integer.toString(pages.size() + 1));
            }
            pages.add(JSON.writeValueAsBytes(page));
        }
        return List.copyOf(pages);
    }

    private Sale sale() {
        for (var sale = sales.next(); ; sale = sales.next()) {
            if (sale.state() == Sale.State.UNSHIPPED && !sale.byMarketplace()) {
                return sale;
            }
        }
    }
}
