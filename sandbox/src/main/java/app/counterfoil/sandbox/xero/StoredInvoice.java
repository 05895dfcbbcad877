package app.counterfoil.sandbox.xero;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An invoice or a credit note as it stands in the books once it is taken: with ids and sums. */
record StoredInvoice(Organisation organisation, Clock clock, String id) {

    ObjectNode of(JsonNode asked) {
        var stored = (ObjectNode) asked.deepCopy();
        var contact = (ObjectNode) stored.path("Contact");
        contact.put("ContactID", organisation.contact(contact.path("Name").asString("")));
        var net = BigDecimal.ZERO;
        var tax = BigDecimal.ZERO;
        for (var line : stored.path("LineItems")) {
            var amount = line.path("UnitAmount")
                    .decimalValue()
                    .multiply(line.path("Quantity").decimalValue());
            ((ObjectNode) line).put("LineItemID", UUID.randomUUID().toString()).put("LineAmount", amount);
            net = net.add(amount);
            tax = tax.add(line.path("TaxAmount").decimalValue());
        }
        if (asked.has("DueDate")) {
            stored.put("DueDate", date(asked.path("DueDate").asString("")));
        }
        return stored.put(id, UUID.randomUUID().toString())
                .put("SubTotal", net)
                .put("TotalTax", tax)
                .put("Total", net.add(tax))
                .put(id.equals("InvoiceID") ? "AmountDue" : "RemainingCredit", net.add(tax))
                .put("HasErrors", false)
                .put("Date", date(asked.path("Date").asString("")))
                .put("UpdatedDateUTC", "/Date(" + clock.millis() + "+0000)/");
    }

    private static String date(String day) {
        var millis =
                LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return "/Date(" + millis + "+0000)/";
    }
}
