/** Amazon's Selling Partner API: Login with Amazon, orders 2026-01-01, confirmShipment of orders v0. */
@NullMarked
package app.counterfoil.hub.channel.amazon;

import org.jspecify.annotations.NullMarked;
