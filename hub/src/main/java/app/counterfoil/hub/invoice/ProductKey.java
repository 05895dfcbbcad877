package app.counterfoil.hub.invoice;

import app.counterfoil.hub.order.OrderLine;
import app.counterfoil.hub.order.Orders;

/**
 * By what a product is known when its VAT is said: its stock keeping unit or, where the channel has none, its title.
 *
 * @param sku the stock keeping unit, or empty
 * @param title the title of a product that has no stock keeping unit, else empty
 */
public record ProductKey(String sku, String title) {

    /** Leaves the title out where the stock keeping unit tells the product. */
    public ProductKey {
        title = sku.isEmpty() ? title : "";
    }

    /** What it is called by: its stock keeping unit, or its title. */
    public String name() {
        return sku.isEmpty() ? title : sku;
    }

    /** By what a form names it. */
    public String code() {
        return (sku.isEmpty() ? "title:" : "sku:") + name();
    }

    /** The product of a line. */
    public static ProductKey of(OrderLine line) {
        return new ProductKey(line.sku(), line.title());
    }

    /** A product of the list. */
    public static ProductKey of(Orders.Product product) {
        return new ProductKey(product.sku(), product.title());
    }
}
