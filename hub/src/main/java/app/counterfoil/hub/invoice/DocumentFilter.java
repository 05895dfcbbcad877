package app.counterfoil.hub.invoice;

import app.counterfoil.hub.tax.VatTreatment;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which issued documents are looked for.
 *
 * @param which invoices, credit notes or both
 * @param treatment only those with a line of which this becomes of the VAT
 * @param from issued on this day or later
 * @param until issued on this day or earlier
 */
public record DocumentFilter(
        Which which, Optional<VatTreatment> treatment, Optional<LocalDate> from, Optional<LocalDate> until) {

    /** All that were ever issued. */
    public static final DocumentFilter ALL =
            new DocumentFilter(Which.ALL, Optional.empty(), Optional.empty(), Optional.empty());

    /** Invoices, credit notes or both. */
    public enum Which {
        /** Both. */
        ALL("Invoices and credit notes"),
        /** Invoices alone. */
        INVOICES("Invoices"),
        /** Credit notes alone. */
        CREDIT_NOTES("Credit notes"),
        /** Those that name their customer. */
        NAMING("Those that name the customer");

        private final String title;

        Which(String title) {
            this.title = title;
        }

        /** How people call it. */
        public String title() {
            return title;
        }
    }

    /** Issued from one day until another, both of them among it. */
    public static DocumentFilter issued(LocalDate from, LocalDate until) {
        return new DocumentFilter(Which.ALL, Optional.empty(), Optional.of(from), Optional.of(until));
    }
}
