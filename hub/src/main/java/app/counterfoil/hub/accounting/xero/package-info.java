/** Xero: sales as authorised invoices of its Accounting API. */
@NullMarked
package app.counterfoil.hub.accounting.xero;

import org.jspecify.annotations.NullMarked;
