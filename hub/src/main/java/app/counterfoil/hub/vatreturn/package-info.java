/**
 * VAT returns: the nine boxes of a period from issued documents and purchases, each figure down to its documents, and frozen
 * once it is declared. {@link app.counterfoil.hub.vatreturn.VatReturns} puts a return together and freezes it; how a document
 * comes to add to a box is said in {@code Counting}, pure and without a database. Start reading there. Owns
 * {@code vatreturn_*}. Returns of the One Stop Shops are in {@code onestop}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "measure",
            "storage",
            "shell",
            "books",
            "custody",
            "retention",
            "disclosure",
            "seller",
            "connection",
            "order",
            "tax",
            "invoice"
        })
package app.counterfoil.hub.vatreturn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
