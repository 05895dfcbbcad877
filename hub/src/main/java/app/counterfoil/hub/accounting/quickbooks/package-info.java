/** QuickBooks Online: sales as invoices and credit memos of its Accounting API v3. */
@NullMarked
package app.counterfoil.hub.accounting.quickbooks;

import org.jspecify.annotations.NullMarked;
