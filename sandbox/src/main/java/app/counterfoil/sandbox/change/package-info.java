/** What becomes of orders after they were made: seeded, so that the same seed changes the same orders alike. */
@NullMarked
package app.counterfoil.sandbox.change;

import org.jspecify.annotations.NullMarked;
