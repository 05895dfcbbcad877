/** eBay's OAuth and Sell Fulfillment API v1. */
@NullMarked
package app.counterfoil.hub.channel.ebay;

import org.jspecify.annotations.NullMarked;
