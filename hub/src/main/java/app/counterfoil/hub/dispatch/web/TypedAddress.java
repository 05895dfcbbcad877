package app.counterfoil.hub.dispatch.web;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Postcode;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.Recipient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An address as a person types it. Personal: it does not print.
 *
 * @param name the name
 * @param company the company, or empty
 * @param line1 first address line
 * @param line2 second address line, or empty
 * @param line3 third address line, or empty
 * @param town the town
 * @param county the county, or empty
 * @param postcode the postcode
 * @param country the country's code
 * @param phone the phone number, or empty
 * @param email the e-mail address, or empty
 */
record TypedAddress(
        String name,
        String company,
        String line1,
        String line2,
        String line3,
        String town,
        String county,
        String postcode,
        String country,
        String phone,
        String email) {

    private static final int LONGEST = 100;
    /** Where a letter without a postcode gets lost. */
    private static final Set<String> POSTCODE_NEEDED = Set.of("GB", "JE", "GG", "IM");

    /** An empty form. */
    static TypedAddress empty() {
        return new TypedAddress("", "", "", "", "", "", "", "", "GB", "", "");
    }

    /** The address as the order has it, to be corrected. */
    static TypedAddress of(Recipient known) {
        return new TypedAddress(
                known.name(),
                known.company(),
                line(known, 0),
                line(known, 1),
                line(known, 2),
                known.town(),
                known.county(),
                known.postcode(),
                known.country(),
                known.phone(),
                known.email());
    }

    private static String line(Recipient known, int number) {
        return number < known.lines().size() ? known.lines().get(number) : "";
    }

    /** What is wrong, by field; empty if it can be used. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (name.isBlank() && company.isBlank()) {
            errors.put("name", "Write the name or the company the parcel goes to.");
        }
        if (line1.isBlank()) {
            errors.put("line1", "Write the house and street, such as 1 Example Row.");
        }
        if (town.isBlank()) {
            errors.put("town", "Write the town.");
        }
        country(errors);
        var fields = Map.of(
                "name", name, "company", company, "line1", line1, "line2", line2, "line3", line3, "town", town,
                "county", county, "phone", phone, "email", email);
        fields.forEach((field, text) -> {
            if (text.length() > LONGEST) {
                errors.putIfAbsent(field, "Write at most 100 characters; couriers print no more.");
            }
        });
        return errors;
    }

    private void country(Map<String, String> errors) {
        Country known;
        try {
            known = Country.of(country);
        } catch (Refusal unknown) {
            errors.put("country", "Write the two letters of the country, such as GB or DE.");
            return;
        }
        if (!POSTCODE_NEEDED.contains(known.code())) {
            if (postcode.length() > 20) {
                errors.put("postcode", "Write at most 20 characters.");
            }
        } else if (!Postcode.of(postcode, known).looksBritish()) {
            errors.put("postcode", "Write a whole postcode, such as LS1 4AP.");
        }
    }

    Recipient recipient() {
        var code = Country.of(country);
        return new Recipient(
                name.strip(),
                company.strip(),
                Stream.of(line1, line2, line3)
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                town.strip(),
                county.strip(),
                Postcode.of(postcode, code).normalised(),
                code.code(),
                phone.strip(),
                email.strip(),
                "",
                "");
    }

    /** The fields as the form shows them, in order: name, label and whether it may be empty. */
    static List<Field> fields() {
        return List.of(
                new Field("name", "Name", "Or leave it empty and write a company"),
                new Field("company", "Company", "If there is one"),
                new Field("line1", "House and street", ""),
                new Field("line2", "Address line 2", "If there is one"),
                new Field("line3", "Address line 3", "If there is one"),
                new Field("town", "Town", ""),
                new Field("county", "County", "If it is needed"),
                new Field("postcode", "Postcode", ""),
                new Field("country", "Country", "Two letters, such as GB or DE"),
                new Field("phone", "Phone", "Only if the courier is to text"),
                new Field("email", "E-mail", "Only if the courier is to write"));
    }

    /** What was typed into a field. */
    public String typed(String field) {
        return switch (field) {
            case "name" -> name;
            case "company" -> company;
            case "line1" -> line1;
            case "line2" -> line2;
            case "line3" -> line3;
            case "town" -> town;
            case "county" -> county;
            case "postcode" -> postcode;
            case "country" -> country;
            case "phone" -> phone;
            case "email" -> email;
            default -> "";
        };
    }

    /**
     * A field of the form.
     *
     * @param name its name
     * @param label the words before it
     * @param hint the words below it, or empty
     */
    public record Field(String name, String label, String hint) {}

    @Override
    public String toString() {
        return "TypedAddress[hidden]";
    }
}
