/**
 * VAT invoices. So far the record of a document and its check against the law; numbering, PDF and pages are to come.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure", "tax"})
package app.counterfoil.hub.invoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
