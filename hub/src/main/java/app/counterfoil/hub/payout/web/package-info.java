/** Payouts on the pages of the shop. */
@NullMarked
package app.counterfoil.hub.payout.web;

import org.jspecify.annotations.NullMarked;
