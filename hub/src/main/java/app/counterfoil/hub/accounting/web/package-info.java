/** Bookkeeping on the pages of the shop. */
@NullMarked
package app.counterfoil.hub.accounting.web;

import org.jspecify.annotations.NullMarked;
