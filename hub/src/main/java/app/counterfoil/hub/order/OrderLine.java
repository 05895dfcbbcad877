package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.Money;

/**
 * A line of an order.
 *
 * @param channelLineId the channel's line number
 * @param sku the seller's stock keeping unit
 * @param title the title of the product
 * @param quantity how many
 * @param total what the buyer pays for it after discounts, VAT included, without delivery
 */
public record OrderLine(String channelLineId, String sku, String title, int quantity, Money total) {}
