package app.counterfoil.hub.marketing.mailchimp;

import app.counterfoil.hub.letter.SendLetters;
import app.counterfoil.hub.marketing.Contact;
import app.counterfoil.hub.marketing.Newsletter.Change;
import app.counterfoil.hub.marketing.Newsletter.Told;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A form as Mailchimp posts it. The fields of {@code unsubscribe} are documented, those of others are not: what is missing
 * makes nothing of it.
 */
final class Posted {

    private final Map<String, String> fields;

    private Posted(Map<String, String> fields) {
        this.fields = fields;
    }

    static Posted of(byte[] body) {
        var fields = new HashMap<String, String>();
        for (var pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            var parts = pair.split("=", 2);
            try {
                fields.putIfAbsent(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
            } catch (IllegalArgumentException notEncoded) {
                return new Posted(Map.of());
            }
        }
        return new Posted(fields);
    }

    /** What it tells of that audience. A changed address counts as leaving: nobody has agreed for the other one. */
    Optional<Told> told(String audience) {
        if (!field("data[list_id]").equals(audience)) {
            return Optional.empty();
        }
        return switch (field("type")) {
            case "unsubscribe" -> told(Change.LEFT, "data[email]");
            case "upemail" -> told(Change.LEFT, "data[old_email]");
            case "cleaned" -> told(Change.COMES_BACK, "data[email]");
            default -> Optional.empty();
        };
    }

    private Optional<Told> told(Change change, String address) {
        var email = field(address);
        var event = String.join(
                "\n",
                field("type"),
                field("data[list_id]"),
                field("data[id]") + field("data[new_id]"),
                field("fired_at"),
                email);
        return SendLetters.isAddress(email)
                ? Optional.of(new Told(change, new Contact(email), event))
                : Optional.empty();
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
