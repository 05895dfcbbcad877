/** Xero's accounting: organisations with a chart of accounts, and the sales invoices that are put into them. */
@NullMarked
package app.counterfoil.sandbox.xero;

import org.jspecify.annotations.NullMarked;
