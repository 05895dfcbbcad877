/** VIES of the European Commission as a register of VAT numbers: those of member states and of Northern Ireland. */
@NullMarked
package app.counterfoil.hub.invoice.vies;

import org.jspecify.annotations.NullMarked;
