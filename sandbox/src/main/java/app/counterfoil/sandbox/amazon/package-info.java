/** Amazon's Selling Partner API as its published contracts say: sign-in, orders 2026-01-01, shipment confirmation. */
@NullMarked
package app.counterfoil.sandbox.amazon;

import org.jspecify.annotations.NullMarked;
