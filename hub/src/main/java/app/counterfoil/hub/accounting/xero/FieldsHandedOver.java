package app.counterfoil.hub.accounting.xero;

import app.counterfoil.hub.accounting.EntryWay;
import app.counterfoil.hub.accounting.HandedOverFields;
import app.counterfoil.hub.disclosure.DataCategory;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which personal data is in an invoice for Xero. */
final class FieldsHandedOver {

    private static final HandedOverFields FIELDS = new HandedOverFields(
            Set.of(
                    "Type",
                    "Status",
                    "InvoiceNumber",
                    "CreditNoteNumber",
                    "Reference",
                    "Date",
                    "DueDate",
                    "CurrencyCode",
                    "LineAmountTypes",
                    "LineItems.Description",
                    "LineItems.Quantity",
                    "LineItems.AccountCode",
                    "LineItems.TaxType",
                    "Contact.Addresses.AddressType"),
            Set.of("LineItems.UnitAmount", "LineItems.TaxAmount"),
            Map.of(
                    "Contact.Name", DataCategory.NAME,
                    "Contact.Addresses.AddressLine1", DataCategory.ADDRESS,
                    "Contact.Addresses.AddressLine2", DataCategory.ADDRESS,
                    "Contact.Addresses.AddressLine3", DataCategory.ADDRESS,
                    "Contact.Addresses.AddressLine4", DataCategory.ADDRESS));

    private FieldsHandedOver() {}

    /** @throws IllegalStateException if a field is not classified, or a summary could name somebody */
    static Set<DataCategory> of(JsonNode request, EntryWay way) {
        var name = request.path("Contact").path("Name").asString("");
        return FIELDS.of(request, way, name.equals(InvoiceRequest.NOBODY));
    }
}
