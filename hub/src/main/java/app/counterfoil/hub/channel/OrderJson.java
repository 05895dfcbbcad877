package app.counterfoil.hub.channel;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * Reads a channel's JSON field by field. What is not asked for by name is not taken in; a field that is missing or
 * wrong is refused with its path; a payment card's number in free text is masked before anybody sees it.
 */
public final class OrderJson {

    private static final int LONGEST_TEXT = 2_000;
    /** Numbers and codes are keys of indexes, which have an end; no channel has longer ones. */
    private static final int LONGEST_CODE = 200;

    private static final int LONGEST_TOKEN = 16_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(60)
                            .maxStringLength(200_000)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .build();

    private final JsonNode node;
    private final @Nullable OrderJson above;
    private final String step;

    private OrderJson(JsonNode node, @Nullable OrderJson above, String step) {
        this.node = node;
        this.above = above;
        this.step = step;
    }

    /** Where it stands in the document: put together only when it has to be told. */
    private String path() {
        if (above == null) {
            return step;
        }
        var front = above.path();
        return front.isEmpty() || step.startsWith("[") ? front + step : front + "." + step;
    }

    /**
     * The root of a document.
     *
     * @throws OrderUnreadable if it is not a JSON object
     */
    public static OrderJson of(byte[] json) {
        try {
            var node = JSON.readTree(json);
            if (node.isObject()) {
                return new OrderJson(node, null, "");
            }
        } catch (JacksonException notJson) {
            // Told below; the parser's message would quote what it read.
        }
        throw new OrderUnreadable("(document)", "is not a JSON object", "Nothing to do: it is asked for again.");
    }

    /** The field below this one; missing fields have missing fields below them. */
    public OrderJson at(String field) {
        return new OrderJson(node.path(field), this, field);
    }

    /** The elements of an array; none if it is missing. */
    public List<OrderJson> each() {
        var all = new ArrayList<OrderJson>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all.add(new OrderJson(node.get(i), this, "[" + i + "]"));
        }
        return all;
    }

    /** Whether there is anything here. */
    public boolean exists() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** A text, or empty if it is missing; a card number in it is masked. */
    public String text() {
        return CardNumbers.masked(string(LONGEST_TEXT));
    }

    /**
     * A number or code of the channel's own, or a phone number; empty if it is missing. Not masked: one in ten of
     * Amazon's order numbers would pass for a card number.
     */
    public String code() {
        return string(LONGEST_CODE);
    }

    /**
     * What is handed back to the channel letter by letter, such as the mark of a next page; empty if it is missing. Not
     * masked, and far longer than any code: Amazon's and eBay's are of hundreds or thousands of characters.
     */
    public String token() {
        return string(LONGEST_TOKEN);
    }

    /** A token that must be there. */
    public String requiredToken() {
        return present(token());
    }

    private String string(int longest) {
        if (!exists()) {
            return "";
        }
        if (!node.isString() && !node.isNumber()) {
            throw new OrderUnreadable(path(), "is not a text", "Look at the order at the channel.");
        }
        var text = node.asString().strip();
        if (text.length() > longest || text.indexOf('\0') >= 0) {
            throw new OrderUnreadable(
                    path(),
                    "is longer than %,d characters or holds a zero byte".formatted(longest),
                    "Shorten it at the channel.");
        }
        return text;
    }

    /** A number or code that must be there. */
    public String requiredCode() {
        return present(code());
    }

    /** A text that must be there. */
    public String required() {
        return present(text());
    }

    private String present(String text) {
        if (text.isBlank()) {
            throw new OrderUnreadable(path(), "is missing", "Look at the order at the channel; it is tried again.");
        }
        return text;
    }

    /** Whether it is {@code true}. */
    public boolean isTrue() {
        return node.isBoolean() && node.asBoolean();
    }

    /** Whether it is the number nought. */
    public boolean isZero() {
        return node.isNumber() && node.asDouble() == 0;
    }

    /** A whole number of at least 1 and at most a million. */
    public int count() {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < 1 || node.asInt() > 1_000_000) {
            throw new OrderUnreadable(
                    path(), "is not a whole number from 1 to 1,000,000", "Look at the order at the channel.");
        }
        return node.asInt();
    }

    /** A time in ISO 8601, with its offset. */
    public Instant time() {
        try {
            // Instant's own reader is put together anew at every call, which costs several times the reading.
            return OffsetDateTime.parse(requiredCode()).toInstant();
        } catch (DateTimeException notATime) {
            throw new OrderUnreadable(path(), "is not a time in ISO 8601", "Look at the order at the channel.");
        }
    }

    /** An amount of money given as an object of these two fields. */
    public Money money(String amount, String currency) {
        var decimal = at(amount).requiredCode();
        var code = at(currency).requiredCode();
        return used(() -> Money.of(decimal, code));
    }

    /** Runs a conversion of the text and names this field when it is refused. */
    public <T> T checked(Function<String, T> conversion) {
        var text = text();
        return used(() -> conversion.apply(text));
    }

    private <T> T used(Supplier<T> conversion) {
        try {
            return conversion.get();
        } catch (Refusal refused) {
            // What was refused can quote the value; the mend never does.
            throw new OrderUnreadable(path(), "cannot be used", refused.mend());
        }
    }

    /** This part as JSON, cut down to the fields that are taken in; card numbers in free text are masked. */
    byte[] taken(TakenIn fields) {
        return JSON.writeValueAsBytes(taken(node, fields, false));
    }

    private static JsonNode taken(JsonNode node, TakenIn fields, boolean code) {
        if (node.isObject()) {
            var kept = JSON.createObjectNode();
            node.properties().stream()
                    .filter(field -> fields.has(field.getKey()))
                    .forEach(field -> kept.set(
                            field.getKey(),
                            taken(field.getValue(), fields, fields.codes().contains(field.getKey()))));
            return kept;
        }
        if (node.isArray()) {
            var kept = JSON.createArrayNode();
            node.forEach(element -> kept.add(taken(element, fields, code)));
            return kept;
        }
        return node.isString() && !code ? StringNode.valueOf(CardNumbers.masked(node.asString())) : node;
    }
}
