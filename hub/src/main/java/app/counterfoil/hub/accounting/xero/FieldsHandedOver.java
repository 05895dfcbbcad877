package app.counterfoil.hub.accounting.xero;

import app.counterfoil.hub.accounting.EntryWay;
import app.counterfoil.hub.disclosure.DataCategory;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Which personal data is in an invoice for Xero, read from the request itself: a field that nobody has classified is not
 * sent. In a summary nothing is anybody's, and it can hold nothing that could be.
 */
final class FieldsHandedOver {

    /** What is nobody's, whatever the invoice is of. */
    private static final Set<String> OURS = Set.of(
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
            "LineItems.TaxType");

    /** What tells what somebody has bought for, if the invoice is of one order. */
    private static final Set<String> SUMS = Set.of("LineItems.UnitAmount", "LineItems.TaxAmount");

    private static final Map<String, DataCategory> OF_SOMEBODY = Map.of(
            "Contact.Name", DataCategory.NAME,
            "Contact.Addresses.AddressLine1", DataCategory.ADDRESS,
            "Contact.Addresses.AddressLine2", DataCategory.ADDRESS,
            "Contact.Addresses.AddressLine3", DataCategory.ADDRESS,
            "Contact.Addresses.AddressLine4", DataCategory.ADDRESS);

    private FieldsHandedOver() {}

    /** @throws IllegalStateException if a field is not classified, or a summary could name somebody */
    static Set<DataCategory> of(JsonNode request, EntryWay way) {
        var categories = EnumSet.noneOf(DataCategory.class);
        var paths = new TreeSet<String>();
        look("", request, paths);
        var namesNobody = request.path("Contact").path("Name").asString("").equals(InvoiceRequest.NOBODY);
        for (var path : paths) {
            category(path, way, namesNobody).ifPresent(categories::add);
        }
        return categories;
    }

    private static Optional<DataCategory> category(String path, EntryWay way, boolean namesNobody) {
        if (OURS.contains(path) || path.equals("Contact.Addresses.AddressType")) {
            return Optional.empty();
        }
        if (SUMS.contains(path)) {
            return way == EntryWay.SUMMARY ? Optional.empty() : Optional.of(DataCategory.GOODS);
        }
        if (path.equals("Contact.Name") && namesNobody) {
            return Optional.empty();
        }
        return Optional.of(Optional.ofNullable(OF_SOMEBODY.get(path))
                .orElseThrow(() ->
                        new IllegalStateException("Nobody has said what the field " + path + " tells of people.")));
    }

    private static void look(String path, JsonNode node, Set<String> found) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> look(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), found));
        } else if (node.isArray()) {
            node.forEach(each -> look(path, each, found));
        } else {
            found.add(path);
        }
    }
}
