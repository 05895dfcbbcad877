package app.counterfoil.hub.marketing.mailchimp;

import app.counterfoil.hub.disclosure.DataCategory;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which personal data is in a request about a member, read from the request: a field that nobody has classified is not sent. */
final class FieldsHandedOver {

    private static final Map<String, Optional<DataCategory>> FIELDS = Map.of(
            "email_address", Optional.of(DataCategory.EMAIL),
            "status_if_new", Optional.empty(),
            "status", Optional.empty(),
            "timestamp_signup", Optional.empty(),
            "timestamp_opt", Optional.empty());

    private FieldsHandedOver() {}

    /** @throws IllegalStateException if a field is not classified */
    static Set<DataCategory> of(JsonNode request) {
        var categories = EnumSet.noneOf(DataCategory.class);
        request.properties().forEach(field -> {
            var known = FIELDS.get(field.getKey());
            if (known == null) {
                throw new IllegalStateException(
                        "Nobody has said what the field " + field.getKey() + " tells of people.");
            }
            known.ifPresent(categories::add);
        });
        return categories;
    }
}
