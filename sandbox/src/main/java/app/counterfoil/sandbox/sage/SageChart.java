package app.counterfoil.sandbox.sage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A business's ledger accounts and tax rates, as a new one in the United Kingdom has them. */
final class SageChart {

    private static final JsonMapper JSON = new JsonMapper();

    /** By id: name, type, nominal code and whether it can be chosen in sales. */
    private static final Map<String, List<String>> ACCOUNTS = new TreeMap<>(Map.of(
            "0a10000000000000000000000000a001", List.of("Sales - Products", "SALES", "4000", "true"),
            "0a10000000000000000000000000a002", List.of("Sales Type B", "SALES", "4010", "true"),
            "0a10000000000000000000000000a003", List.of("Carriage and delivery", "SALES", "4020", "true"),
            "0a10000000000000000000000000a004", List.of("Other income", "OTHER_INCOME", "4900", "true"),
            "0a10000000000000000000000000a005", List.of("EU VAT, One Stop Shop", "CURRENT_LIABILITY", "2210", "true"),
            "0a10000000000000000000000000a006", List.of("Office costs", "OVERHEADS", "7500", "false")));

    private static final Map<String, List<String>> RATES = new TreeMap<>(Map.of(
            "GB_STANDARD", List.of("Standard", "20.0"),
            "GB_LOWER", List.of("Lower Rate", "5.0"),
            "GB_ZERO", List.of("Zero Rated", "0.0"),
            "GB_EXEMPT", List.of("Exempt", "0.0"),
            "GB_NO_TAX", List.of("No VAT", "0.0")));

    private SageChart() {}

    static boolean hasAccount(String id) {
        return ACCOUNTS.containsKey(id);
    }

    static Optional<String> rate(String id) {
        return Optional.ofNullable(RATES.get(id)).map(rate -> rate.get(1));
    }

    static ArrayNode accounts(boolean inSalesAlone) {
        var all = JSON.createArrayNode();
        ACCOUNTS.forEach((id, of) -> {
            if (!inSalesAlone || Boolean.parseBoolean(of.get(3))) {
                var each = all.addObject()
                        .put("id", id)
                        .put("displayed_as", of.get(0) + " (" + of.get(2) + ")")
                        .put("$path", "/ledger_accounts/" + id)
                        .put("name", of.get(0))
                        .put("nominal_code", Integer.parseInt(of.get(2)))
                        .put("visible_in_sales", Boolean.parseBoolean(of.get(3)));
                each.putObject("ledger_account_type")
                        .put("id", of.get(1))
                        .put("displayed_as", of.get(1))
                        .put("$path", "/ledger_account_types/" + of.get(1));
            }
        });
        return all;
    }

    static ArrayNode rates() {
        var all = JSON.createArrayNode();
        RATES.forEach((id, of) -> all.addObject()
                .put("id", id)
                .put("displayed_as", of.get(0) + " " + of.get(1) + "%")
                .put("$path", "/tax_rates/" + id)
                .put("name", of.get(0))
                .put("percentage", Double.parseDouble(of.get(1)))
                .put("is_visible", true));
        return all;
    }
}
