/** Sage Accounting: businesses with ledger accounts, contacts, and the sales invoices and credit notes that are put into them. */
@NullMarked
package app.counterfoil.sandbox.sage;

import org.jspecify.annotations.NullMarked;
