/**
 * Files that are made of orders, or of issued documents, for somebody, on a leash.
 * {@link app.counterfoil.hub.export.MakeCopy} asks for a purpose and a recipient, writes only the fields that the purpose
 * carries, says so in the ledger of disclosures and seals the file with an end;
 * {@link app.counterfoil.hub.export.MakePapers} does so with PDFs; {@link app.counterfoil.hub.export.Copies} gives out what
 * was made, withdraws it, and knows which copies name whom. Pages are in {@code web}. Owns {@code export_*}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "measure",
            "storage",
            "shell",
            "paper",
            "books",
            "custody",
            "disclosure",
            "seller",
            "connection",
            "order",
            "tax",
            "invoice"
        })
package app.counterfoil.hub.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
