/** How settlement files of this channel read. */
@NullMarked
package app.counterfoil.hub.payout.ebay;

import org.jspecify.annotations.NullMarked;
