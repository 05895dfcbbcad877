/** HMRC's VAT (MTD) API behind the port {@link app.counterfoil.hub.vatreturn.TaxOffice}. */
@NullMarked
package app.counterfoil.hub.vatreturn.hmrc;

import org.jspecify.annotations.NullMarked;
