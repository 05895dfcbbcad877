package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Postcode;
import app.counterfoil.hub.measure.VatNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A business as its owner types it into a form.
 *
 * @param tradingName the name on labels and invoices
 * @param address the address in lines, without the postcode
 * @param postcode the postcode
 * @param vatNumber the VAT number, or blank
 */
public record TypedBusiness(String tradingName, String address, String postcode, String vatNumber) {

    private static final int LONGEST = 100;
    private static final int MOST_LINES = 5;
    private static final Country HOME = Country.of("GB");

    /** An empty form. */
    public static TypedBusiness empty() {
        return new TypedBusiness("", "", "", "");
    }

    /** What stands in the fields of that name; what is not there is empty. */
    public static TypedBusiness of(Map<String, String> typed) {
        return new TypedBusiness(
                typed.getOrDefault("tradingName", ""),
                typed.getOrDefault("address", ""),
                typed.getOrDefault("postcode", ""),
                typed.getOrDefault("vatNumber", ""));
    }

    /** A business that is known, to be changed. */
    public static TypedBusiness of(Business business) {
        return new TypedBusiness(
                business.tradingName(),
                String.join("\n", business.address()),
                business.postcode(),
                business.vatNumber());
    }

    /** What is wrong, by field, and how to mend it; empty if it can be used. */
    public Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (tradingName.isBlank()) {
            errors.put("tradingName", "The business name is missing. Write the name your buyers know.");
        } else if (tradingName.strip().length() > LONGEST) {
            errors.put("tradingName", "The business name is too long. Write at most 100 characters.");
        }
        var lines = lines();
        if (lines.isEmpty()) {
            errors.put("address", "The address is missing. Write the street and the town, each on a line of its own.");
        } else if (lines.size() > MOST_LINES || lines.stream().anyMatch(line -> line.length() > LONGEST)) {
            errors.put("address", "The address is too long. Write at most 5 lines of at most 100 characters.");
        }
        if (!normalPostcode().looksBritish()) {
            errors.put("postcode", "The postcode is not a whole one. Write it like LS1 4AP.");
        }
        if (!vatNumber.isBlank() && VatNumber.read(vatNumber).isEmpty()) {
            errors.put(
                    "vatNumber",
                    "The VAT number has a wrong form or wrong check digits. Copy it from your VAT certificate, such as"
                            + " GB 100 0000 34, or leave it empty if you are not registered.");
        }
        return errors;
    }

    /** The business, once nothing is wrong. */
    public Business business() {
        return new Business(
                tradingName.strip(),
                lines(),
                normalPostcode().normalised(),
                VatNumber.read(vatNumber).map(VatNumber::normalised).orElse(""));
    }

    private List<String> lines() {
        return address.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Postcode normalPostcode() {
        return Postcode.of(postcode, HOME);
    }
}
