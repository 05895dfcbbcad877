/** QuickBooks Online: companies with items and tax codes, and the invoices and credit memos that are put into them. */
@NullMarked
package app.counterfoil.sandbox.quickbooks;

import org.jspecify.annotations.NullMarked;
