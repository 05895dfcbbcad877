/** Pages of invoices. */
@NullMarked
package app.counterfoil.hub.invoice.web;

import org.jspecify.annotations.NullMarked;
