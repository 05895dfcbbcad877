/** VAT returns on the pages of the shop. */
@NullMarked
package app.counterfoil.hub.vatreturn.web;

import org.jspecify.annotations.NullMarked;
