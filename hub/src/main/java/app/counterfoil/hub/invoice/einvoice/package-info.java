/**
 * Invoices for machines, in the terms of EN 16931: as CII, which goes along in the PDF (Factur-X, ZUGFeRD), and as UBL
 * (Peppol BIS Billing 3.0). Both are written off the document that is printed, so that they tell the same. Start at
 * {@link Einvoice}.
 */
@NullMarked
package app.counterfoil.hub.invoice.einvoice;

import org.jspecify.annotations.NullMarked;
