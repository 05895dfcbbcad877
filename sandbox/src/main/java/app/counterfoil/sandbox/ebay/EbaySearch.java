package app.counterfoil.sandbox.ebay;

import app.counterfoil.sandbox.http.Request;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a getOrders asks for, checked by the contract and refused by its error numbers.
 *
 * @param byCreation whether the window is of creation, else of the last modification
 * @param from the window's beginning, itself in it
 * @param to the window's end, itself in it
 * @param states the fulfilment states asked for, or none for all
 * @param ids the orders asked for; if there are any, nothing else counts
 * @param limit how many orders a page has
 * @param offset how many orders are left out before it
 */
record EbaySearch(
        boolean byCreation, Instant from, Instant to, Set<String> states, List<String> ids, int limit, int offset) {

    /** A search that the contract does not allow. */
    static final class BadInput extends RuntimeException {

        private final int errorId;

        BadInput(int errorId, String message) {
            super(message);
            this.errorId = errorId;
        }

        int errorId() {
            return errorId;
        }
    }

    private static final int MOST = 200;
    private static final int MOST_IDS = 50;
    private static final Duration ALL_UNLESS_ASKED = Duration.ofDays(90);
    private static final Duration TWO_YEARS = Duration.ofDays(731);
    /** What a client's clock may be ahead. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private static final Pattern CRITERION = Pattern.compile("([a-z]+):(\\[[^\\]]*\\]|\\{[^}]*\\})");
    private static final Pattern WINDOW = Pattern.compile("\\[(.*?)\\.\\.(.*)\\]");
    private static final Set<Set<String>> STATES =
            Set.of(Set.of("NOT_STARTED", "IN_PROGRESS"), Set.of("FULFILLED", "IN_PROGRESS"));

    static EbaySearch of(Request request, Instant now) {
        var ids = request.queryList("orderIds");
        if (ids.size() > MOST_IDS) {
            throw new BadInput(30900, "Exceeded maximum number of order IDs (the current limit is 50)");
        }
        if (!ids.isEmpty()) {
            return new EbaySearch(true, Instant.MIN, now, Set.of(), ids, MOST_IDS, 0);
        }
        int limit = number(request.query("limit").orElse("50"), 31100, "Invalid limit: ");
        int offset = number(request.query("offset").orElse("0"), 31000, "Invalid offset: ");
        if (limit < 1 || limit > MOST) {
            throw new BadInput(31100, "Invalid limit: " + limit);
        }
        var search = new EbaySearch(true, now.minus(ALL_UNLESS_ASKED), now, Set.of(), List.of(), limit, offset);
        return request.query("filter")
                .map(filter -> search.narrowed(filter, now))
                .orElse(search);
    }

    boolean finds(ObjectNode order) {
        if (!ids.isEmpty()) {
            return ids.contains(order.get("orderId").asString());
        }
        var time = time(order);
        return !time.isBefore(from)
                && !time.isAfter(to)
                && (states.isEmpty()
                        || states.contains(order.path("orderFulfillmentStatus").asString("")));
    }

    /** The time of an order that the window is about. */
    Instant time(ObjectNode order) {
        return Instant.parse(
                order.get(byCreation ? "creationDate" : "lastModifiedDate").asString());
    }

    private EbaySearch narrowed(String filter, Instant now) {
        Optional<Instant[]> created = Optional.empty();
        Optional<Instant[]> modified = Optional.empty();
        Set<String> wanted = Set.of();
        var criterion = CRITERION.matcher(filter);
        int end = 0;
        while (criterion.find()) {
            end = criterion.end();
            switch (criterion.group(1)) {
                case "creationdate" -> created = Optional.of(window(criterion.group(2), now));
                case "lastmodifieddate" -> modified = Optional.of(window(criterion.group(2), now));
                case "orderfulfillmentstatus" -> wanted = states(criterion.group(2));
                default -> throw new BadInput(30700, "Invalid filter name: " + criterion.group(1));
            }
        }
        if (end != filter.length()) {
            throw new BadInput(30800, "Invalid filter value");
        }
        // Where both are given, only the creation counts (contract, filter).
        var window = created.isPresent() ? created : modified;
        return new EbaySearch(
                created.isPresent() || modified.isEmpty(),
                window.map(both -> both[0]).orElse(from),
                window.map(both -> both[1]).orElse(to),
                wanted,
                ids,
                limit,
                offset);
    }

    private static Instant[] window(String value, Instant now) {
        var window = WINDOW.matcher(value);
        if (!window.matches()) {
            throw new BadInput(30810, "Invalid date format");
        }
        if (window.group(1).isEmpty()) {
            throw new BadInput(30820, "Start date is missing");
        }
        try {
            var from = Instant.parse(window.group(1));
            var to = window.group(2).isEmpty() ? now : Instant.parse(window.group(2));
            if (from.isAfter(to)) {
                throw new BadInput(30840, "Start date should be before end date");
            }
            if (to.isAfter(now.plus(CLOCKS_DIFFER))) {
                throw new BadInput(30850, "Start and end dates can't be in the future");
            }
            if (from.isBefore(now.minus(TWO_YEARS))) {
                throw new BadInput(30830, "Time range between start date and end date must be within '2' years.");
            }
            return new Instant[] {from, to};
        } catch (DateTimeException notATime) {
            throw new BadInput(30810, "Invalid date format");
        }
    }

    private static Set<String> states(String value) {
        var wanted = Set.copyOf(Arrays.asList(value.replaceAll("[{}]", "").split("\\|", -1)));
        if (!STATES.contains(wanted)) {
            throw new BadInput(30800, "Invalid filter value " + value + " for filter orderfulfillmentstatus");
        }
        return wanted;
    }

    private static int number(String text, int errorId, String message) {
        if (!text.matches("\\d{1,9}")) {
            throw new BadInput(errorId, message + text);
        }
        return Integer.parseInt(text);
    }
}
