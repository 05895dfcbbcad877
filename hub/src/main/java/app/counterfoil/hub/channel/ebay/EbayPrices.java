package app.counterfoil.hub.channel.ebay;

import app.counterfoil.hub.channel.OrderJson;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.order.OrderDraft;
import app.counterfoil.hub.order.PriceParts;
import app.counterfoil.hub.order.PriceParts.Kind;
import java.util.HashSet;
import java.util.List;

/**
 * Reads the pricing summary of Sell Fulfillment v1. What eBay collects for itself (buyer protection, eBay's own shipping,
 * taxes it remits) is no part of what the seller is paid and is not taken in.
 *
 * @param delivery what the buyer pays for delivery, discounts taken off
 * @param total what the buyer pays in all
 * @param parts everything else
 */
record EbayPrices(Money delivery, Money total, PriceParts parts) {

    static EbayPrices of(OrderJson order, List<OrderDraft.Line> lines, boolean vatByEbay) {
        var summary = order.at("pricingSummary");
        var total = money(summary.at("total"));
        var none = Money.zero(total.currency());
        var goods = lines.stream().map(OrderDraft.Line::total).reduce(none, Money::plus);
        var parts = new PriceParts("", List.of(), refunded(order, none));
        parts = parts.with(Kind.DISCOUNT, 0, discountOfAll(summary, goods, none));
        var delivery = delivery(order, none);
        if (delivery.minor() < 0) {
            parts = parts.with(Kind.DISCOUNT, 0, delivery);
            delivery = none;
        }
        parts = parts.with(Kind.FEE, 0, or(summary.at("fee"), none));
        var sum = goods.plus(delivery).plus(parts.sum());
        var adjustment = or(summary.at("adjustment"), none);
        // The contract adds adjustments in one sentence and subtracts them in another: the total decides.
        var subtracted =
                sum.minus(adjustment).equals(total) && !sum.plus(adjustment).equals(total);
        parts = parts.with(Kind.ADJUSTMENT, 0, subtracted ? adjustment.negated() : adjustment);
        var tax = or(summary.at("tax"), none);
        if (!vatByEbay && goods.plus(delivery).plus(parts.sum()).plus(tax).equals(total)) {
            parts = parts.with(Kind.TAX, 0, tax);
        }
        return new EbayPrices(delivery, total, parts);
    }

    /** Discounts that the lines do not hold already. */
    private static Money discountOfAll(OrderJson summary, Money goods, Money none) {
        if (!summary.at("priceDiscount").exists()
                || !summary.at("priceSubtotal").exists()) {
            return none;
        }
        var afterDiscount = money(summary.at("priceSubtotal")).minus(size(summary.at("priceDiscount"), none));
        return afterDiscount.compareTo(goods) < 0 ? afterDiscount.minus(goods) : none;
    }

    private static Money delivery(OrderJson order, Money none) {
        var summary = order.at("pricingSummary");
        if (summary.at("deliveryCost").exists()) {
            return money(summary.at("deliveryCost")).minus(size(summary.at("deliveryDiscount"), none));
        }
        var sum = none;
        for (var item : order.at("lineItems").each()) {
            var cost = item.at("deliveryCost");
            sum = sum.plus(or(cost.at("shippingCost"), none))
                    .plus(or(cost.at("handlingCost"), none))
                    .minus(size(cost.at("discountAmount"), none));
        }
        return sum;
    }

    /** A refund of a line is told there and not among those of the order, unless eBay tells it twice. */
    private static Money refunded(OrderJson order, Money none) {
        var told = new HashSet<String>();
        var sum = none;
        for (var refund : order.at("paymentSummary").at("refunds").each()) {
            if (refund.at("refundStatus").text().equals("REFUNDED")) {
                told.add(refund.at("refundId").code());
                sum = sum.plus(size(refund.at("amount"), none));
            }
        }
        for (var item : order.at("lineItems").each()) {
            for (var refund : item.at("refunds").each()) {
                if (refund.at("refundDate").exists()
                        && !told.contains(refund.at("refundId").code())) {
                    sum = sum.plus(size(refund.at("amount"), none));
                }
            }
        }
        return sum;
    }

    private static Money size(OrderJson amount, Money none) {
        var given = or(amount, none);
        return given.minor() < 0 ? given.negated() : given;
    }

    private static Money or(OrderJson amount, Money none) {
        return amount.exists() ? money(amount) : none;
    }

    private static Money money(OrderJson amount) {
        return amount.money("value", "currency");
    }
}
