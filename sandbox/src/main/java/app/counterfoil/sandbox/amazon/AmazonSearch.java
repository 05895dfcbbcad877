package app.counterfoil.sandbox.amazon;

import app.counterfoil.sandbox.http.Request;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a searchOrders asks for, checked by the contract.
 *
 * @param byCreation whether the window is of creation, else of the last update
 * @param after the window's beginning, itself in it
 * @param before the window's end, itself in it
 * @param beforeGiven whether the end was given, or made from the time of asking
 * @param most how many orders a page has at most
 * @param filters the statuses, senders, marketplaces and data sets asked for
 */
record AmazonSearch(boolean byCreation, Instant after, Instant before, boolean beforeGiven, int most, Filters filters) {

    /** The lists of a search; they must stay the same from page to page. */
    record Filters(Set<String> statuses, Set<String> senders, Set<String> marketplaces, Set<String> included) {}

    /** A search that the contract does not allow. */
    static final class BadInput extends RuntimeException {
        BadInput(String message) {
            super(message);
        }
    }

    private static final Set<String> STATUSES = Set.of(
            "PENDING_AVAILABILITY",
            "PENDING",
            "UNSHIPPED",
            "PARTIALLY_SHIPPED",
            "SHIPPED",
            "CANCELLED",
            "UNFULFILLABLE");
    private static final Duration TWO_YEARS = Duration.ofDays(730);
    /** An end must be two minutes old; two seconds are left for the way. */
    private static final Duration SETTLED = Duration.ofSeconds(118);

    static AmazonSearch of(Request request, Instant now) {
        var created = request.query("createdAfter");
        var updated = request.query("lastUpdatedAfter");
        if (created.isPresent() == updated.isPresent()) {
            throw new BadInput("Exactly one of createdAfter and lastUpdatedAfter must be given.");
        }
        boolean byCreation = created.isPresent();
        if (request.query(byCreation ? "lastUpdatedBefore" : "createdBefore").isPresent()) {
            throw new BadInput("createdAfter and createdBefore do not go with lastUpdatedAfter and lastUpdatedBefore.");
        }
        var after = instant(created.or(() -> updated).orElseThrow());
        var given = request.query(byCreation ? "createdBefore" : "lastUpdatedBefore");
        var before = given.map(AmazonSearch::instant).orElse(now.minusSeconds(120));
        if (before.isAfter(now.minus(SETTLED))) {
            throw new BadInput((byCreation ? "createdBefore" : "lastUpdatedBefore")
                    + " must be at least two minutes before the time of the request.");
        }
        if (given.isPresent() && before.isBefore(after)) {
            throw new BadInput("The end of the window is before its beginning.");
        }
        return new AmazonSearch(byCreation, after, before, given.isPresent(), most(request), filters(request));
    }

    /** Whether the other search is this one on another page. */
    boolean goesOnAs(AmazonSearch next) {
        return byCreation == next.byCreation
                && after.equals(next.after)
                && filters.equals(next.filters)
                && beforeGiven == next.beforeGiven
                && (!beforeGiven || before.equals(next.before));
    }

    boolean finds(ObjectNode order, Instant now) {
        var time = time(order);
        return !time.isBefore(after)
                && !time.isAfter(before)
                && instant(order.get("createdTime").asString()).isAfter(now.minus(TWO_YEARS))
                && fits(filters.statuses, AmazonView.status(order))
                && fits(
                        filters.senders,
                        order.path("fulfillment").path("fulfilledBy").asString(""))
                && fits(
                        filters.marketplaces,
                        order.path("salesChannel").path("marketplaceId").asString(""));
    }

    /** The time of an order that the window is about. */
    Instant time(ObjectNode order) {
        return instant(order.get(byCreation ? "createdTime" : "lastUpdatedTime").asString());
    }

    private static int most(Request request) {
        var most = request.query("maxResultsPerPage").orElse("100");
        if (!most.matches("\\d{1,3}") || Integer.parseInt(most) < 1 || Integer.parseInt(most) > 100) {
            throw new BadInput("maxResultsPerPage must be between 1 and 100.");
        }
        return Integer.parseInt(most);
    }

    private static Filters filters(Request request) {
        var marketplaces = request.queryList("marketplaceIds");
        if (marketplaces.size() > 50) {
            throw new BadInput("marketplaceIds has more than 50 entries.");
        }
        return new Filters(
                known(request.queryList("fulfillmentStatuses"), STATUSES, "fulfillmentStatuses"),
                known(request.queryList("fulfilledBy"), Set.of("MERCHANT", "AMAZON"), "fulfilledBy"),
                new TreeSet<>(marketplaces),
                new TreeSet<>(request.queryList("includedData")));
    }

    private static Set<String> known(List<String> given, Set<String> allowed, String name) {
        if (!allowed.containsAll(given)) {
            throw new BadInput(name + " has a value that is not known.");
        }
        return new TreeSet<>(given);
    }

    private static boolean fits(Set<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new BadInput("\"" + text + "\" is not a time in ISO 8601.");
        }
    }
}
