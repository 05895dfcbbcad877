/**
 * What personal data was given to whom outside the house. {@link app.counterfoil.hub.disclosure.Disclosures} is the ledger:
 * whoever gives data away writes there, in the transaction of its intent and before anything leaves, so that nothing has
 * left of which nothing is written. {@link app.counterfoil.hub.disclosure.Recipients} is the register of who may receive
 * what under which agreement; the ledger takes nothing that it does not cover. Owns {@code disclosure_*}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"measure", "storage", "books", "custody"})
package app.counterfoil.hub.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
