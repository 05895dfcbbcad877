/** Sage Accounting: sales as sales invoices and sales credit notes of its API v3.1. */
@NullMarked
package app.counterfoil.hub.accounting.sage;

import org.jspecify.annotations.NullMarked;
