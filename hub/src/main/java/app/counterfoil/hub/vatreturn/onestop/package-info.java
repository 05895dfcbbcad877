/**
 * Returns of the Union One Stop Shop and the Import One Stop Shop: VAT of member states in euros, by state and rate,
 * and what corrects periods that were declared before. {@code OneStopCounting}, pure and without a database, says
 * which document counts in which return; {@link app.counterfoil.hub.vatreturn.onestop.OneStopReturns} puts a return
 * together and freezes it. Start reading at the first.
 */
@NullMarked
package app.counterfoil.hub.vatreturn.onestop;

import org.jspecify.annotations.NullMarked;
