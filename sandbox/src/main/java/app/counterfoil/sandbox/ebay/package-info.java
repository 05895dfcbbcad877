/** eBay's OAuth and Sell Fulfillment API as its published contract says. */
@NullMarked
package app.counterfoil.sandbox.ebay;

import org.jspecify.annotations.NullMarked;
