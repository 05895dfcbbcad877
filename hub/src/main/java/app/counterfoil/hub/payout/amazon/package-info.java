/** How settlement files of this channel read. */
@NullMarked
package app.counterfoil.hub.payout.amazon;

import org.jspecify.annotations.NullMarked;
