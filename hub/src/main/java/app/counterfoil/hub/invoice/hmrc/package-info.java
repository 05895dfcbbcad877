/** HMRC's check of VAT numbers (version 2) as a register of British ones. */
@NullMarked
package app.counterfoil.hub.invoice.hmrc;

import org.jspecify.annotations.NullMarked;
