package app.counterfoil.sandbox.sage;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A sales invoice or a credit note as it is checked, and as it stands in the books once it is taken: with ids and sums. */
record StoredDocument(Business business, String kind) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The contract's longest reference. */
    private static final int LONGEST_REFERENCE = 25;

    /** The field that holds it in a request. */
    String field() {
        return kind.substring(0, kind.length() - 1);
    }

    private String lines() {
        return kind.equals("sales_invoices") ? "invoice_lines" : "credit_note_lines";
    }

    /** Why it is not taken. */
    Optional<String> refusal(JsonNode asked) {
        if (business.isLocked()) {
            return Optional.of("The date must be after the year end lockdown date.");
        }
        if (business.contact(asked.path("contact_id").asString("")).isEmpty()) {
            return Optional.of("The contact is not known.");
        }
        if (asked.path("reference").asString("").length() > LONGEST_REFERENCE) {
            return Optional.of("The reference is too long (maximum is 25 characters).");
        }
        for (var line : asked.path(lines())) {
            if (!SageChart.hasAccount(line.path("ledger_account_id").asString(""))) {
                return Optional.of("The ledger account is not known.");
            }
            var rate = SageChart.rate(line.path("tax_rate_id").asString(""));
            if (rate.isEmpty()) {
                return Optional.of("The tax rate is not known.");
            }
            if (!rate.get().equals("0.0") && !line.path("tax_amount").isNumber()) {
                return Optional.of("The tax amount is missing.");
            }
        }
        return asked.path(lines()).isEmpty() ? Optional.of("At least one line is needed.") : Optional.empty();
    }

    ObjectNode of(JsonNode asked) {
        var id = UUID.randomUUID().toString().replace("-", "");
        var net = BigDecimal.ZERO;
        var tax = BigDecimal.ZERO;
        var stored = JSON.createObjectNode();
        var lines = stored.putArray(lines());
        for (var asking : asked.path(lines())) {
            var line = line(asking);
            lines.add(line);
            net = net.add(line.path("net_amount").decimalValue());
            tax = tax.add(line.path("tax_amount").decimalValue());
        }
        var contact = business.contact(asked.path("contact_id").asString("")).orElseThrow();
        stored.put("id", id)
                .put("displayed_as", asked.path("reference").asString(""))
                .put("$path", "/" + kind + "/" + id)
                .put("contact_name", contact.path("name").asString(""))
                .put("contact_reference", contact.path("reference").asString(""))
                .put("date", asked.path("date").asString(""))
                .put("reference", asked.path("reference").asString(""))
                .put("notes", asked.path("notes").asString(""))
                .put("net_amount", net)
                .put("tax_amount", tax)
                .put("total_amount", net.add(tax))
                .put("outstanding_amount", net.add(tax));
        stored.set("contact", base("contacts", contact.path("id").asString("")));
        stored.set("currency", base("currencies", asked.path("currency_id").asString("GBP")));
        stored.set("status", base("artefact_statuses", "UNPAID"));
        return stored;
    }

    private static ObjectNode line(JsonNode asked) {
        var amount = asked.path("unit_price")
                .decimalValue()
                .multiply(asked.path("quantity").decimalValue());
        var vat = asked.path("tax_amount").asDecimal(BigDecimal.ZERO);
        var line = JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString().replace("-", ""))
                .put("description", asked.path("description").asString(""))
                .put("unit_price", asked.path("unit_price").decimalValue())
                .put("quantity", asked.path("quantity").decimalValue())
                .put("net_amount", amount)
                .put("tax_amount", vat)
                .put("total_amount", amount.add(vat));
        line.set(
                "ledger_account",
                base("ledger_accounts", asked.path("ledger_account_id").asString("")));
        line.set("tax_rate", base("tax_rates", asked.path("tax_rate_id").asString("")));
        return line;
    }

    private static ObjectNode base(String kind, String id) {
        return JSON.createObjectNode().put("id", id).put("displayed_as", id).put("$path", "/" + kind + "/" + id);
    }
}
