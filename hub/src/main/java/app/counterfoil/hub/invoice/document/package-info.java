/** What stands on a VAT invoice, checked against the fields that the law asks of its kind. */
@NullMarked
package app.counterfoil.hub.invoice.document;

import org.jspecify.annotations.NullMarked;
