package app.counterfoil.sandbox.quickbooks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A made-up company's accounts, items, tax codes and tax rates, as QuickBooks tells them in the United Kingdom. */
final class CompanyLists {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<String, List<String>> ACCOUNTS = new TreeMap<>(Map.of(
            "10", List.of("Sales of Product Income", "Income", "Revenue"),
            "11", List.of("Delivery income", "Income", "Revenue"),
            "12", List.of("EU VAT, One Stop Shop", "Other Current Liability", "Liability"),
            "13", List.of("Office costs", "Expense", "Expense")));

    /** By id: name, type and account. */
    private static final Map<String, List<String>> ITEMS = new TreeMap<>(Map.of(
            "20", List.of("Sales", "Service", "10"),
            "21", List.of("Delivery", "Service", "11"),
            "22", List.of("EU VAT", "Service", "12"),
            "23", List.of("A mug in stock", "Inventory", "10"),
            "24", List.of("Cleaning", "Service", "13")));

    /** By id: name and tax rate, which may be none. */
    private static final Map<String, List<String>> CODES = new TreeMap<>(Map.of(
            "30", List.of("20.0% S", "40"),
            "31", List.of("5.0% R", "41"),
            "32", List.of("0.0% Z", "42"),
            "33", List.of("Exempt", "43"),
            "34", List.of("No VAT", "")));

    private static final Map<String, List<String>> RATES = new TreeMap<>(Map.of(
            "40", List.of("20.0% S (Sales)", "20"),
            "41", List.of("5.0% R (Sales)", "5"),
            "42", List.of("0.0% Z (Sales)", "0"),
            "43", List.of("Exempt (Sales)", "0")));

    private CompanyLists() {}

    static boolean hasItem(String id) {
        return ITEMS.containsKey(id);
    }

    static boolean hasCode(String id) {
        return CODES.containsKey(id);
    }

    static boolean hasRate(String id) {
        return RATES.containsKey(id);
    }

    /** All of a kind; empty if there is no such kind. */
    static Optional<List<ObjectNode>> all(String kind) {
        return switch (kind) {
            case "Account" ->
                Optional.of(ACCOUNTS.entrySet().stream()
                        .map(each -> named(each.getKey(), each.getValue())
                                .put("AccountType", each.getValue().get(1))
                                .put("Classification", each.getValue().get(2)))
                        .toList());
            case "Item" ->
                Optional.of(ITEMS.entrySet().stream()
                        .map(each -> item(each.getKey(), each.getValue()))
                        .toList());
            case "TaxCode" ->
                Optional.of(CODES.entrySet().stream()
                        .map(each -> code(each.getKey(), each.getValue()))
                        .toList());
            case "TaxRate" ->
                Optional.of(RATES.entrySet().stream()
                        .map(each -> named(each.getKey(), each.getValue())
                                .put(
                                        "RateValue",
                                        Double.parseDouble(each.getValue().get(1))))
                        .toList());
            default -> Optional.empty();
        };
    }

    private static ObjectNode item(String id, List<String> of) {
        var item = named(id, of).put("FullyQualifiedName", of.get(0)).put("Type", of.get(1));
        item.putObject("IncomeAccountRef").put("value", of.get(2)).put("name", "an account");
        return item;
    }

    private static ObjectNode code(String id, List<String> of) {
        var code = named(id, of).put("Taxable", !of.get(1).isEmpty());
        var rates = code.putObject("SalesTaxRateList").putArray("TaxRateDetail");
        if (!of.get(1).isEmpty()) {
            rates.addObject()
                    .put("TaxTypeApplicable", "TaxOnAmount")
                    .put("TaxOrder", 0)
                    .putObject("TaxRateRef")
                    .put("value", of.get(1));
        }
        return code;
    }

    private static ObjectNode named(String id, List<String> of) {
        return JSON.createObjectNode().put("Id", id).put("Name", of.get(0)).put("Active", true);
    }
}
