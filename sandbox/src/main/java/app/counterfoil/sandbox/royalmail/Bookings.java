package app.counterfoil.sandbox.royalmail;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The orders booked at Click & Drop. A tracking number is there from the moment the label is made; untracked services
 * have none.
 */
final class Bookings {

    /**
     * A booking.
     *
     * @param identifier Click & Drop's own number
     * @param owner the key of the account
     * @param order the order as it was asked for
     * @param createdOn when it was booked
     * @param printedOn when the label was made
     * @param shippedOn when it was marked as despatched
     */
    record Booking(
            int identifier,
            String owner,
            JsonNode order,
            Instant createdOn,
            Optional<Instant> printedOn,
            Optional<Instant> shippedOn) {

        String reference() {
            return order.path("orderReference").asString("");
        }

        String service() {
            return order.path("postageDetails").path("serviceCode").asString("TPN24");
        }

        Optional<String> trackingNumber() {
            return UNTRACKED.contains(service())
                    ? Optional.empty()
                    : printedOn.map(printed -> TrackingNumber.of(40_000_000 + identifier));
        }

        String status() {
            return shippedOn.isPresent() ? "despatched" : printedOn.isPresent() ? "labelGenerated" : "new";
        }
    }

    /** 1st and 2nd Class, as letters and parcels are sent with a stamp. */
    private static final Set<String> UNTRACKED = Set.of("STL1", "STL2");

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<Integer, Booking> bookings = new LinkedHashMap<>();
    private int lastIdentifier = 1000;

    Booking book(String owner, JsonNode order, Instant now) {
        var booking = new Booking(++lastIdentifier, owner, order, seconds(now), Optional.empty(), Optional.empty());
        return put(booking);
    }

    /** Makes the label; the first time counts. */
    Booking print(Booking booking, Instant now) {
        return booking.printedOn().isPresent()
                ? booking
                : put(new Booking(
                        booking.identifier(),
                        booking.owner(),
                        booking.order(),
                        booking.createdOn(),
                        Optional.of(seconds(now)),
                        booking.shippedOn()));
    }

    Booking despatch(Booking booking, Instant now) {
        return put(new Booking(
                booking.identifier(),
                booking.owner(),
                booking.order(),
                booking.createdOn(),
                booking.printedOn(),
                Optional.of(seconds(now))));
    }

    /** Puts it back to new: its label is void, and a new one must be made. */
    Booking reset(Booking booking) {
        return put(new Booking(
                booking.identifier(),
                booking.owner(),
                booking.order(),
                booking.createdOn(),
                Optional.empty(),
                Optional.empty()));
    }

    void delete(Booking booking) {
        bookings.remove(booking.identifier());
    }

    /** An account's booking by its number, or by its reference in double quotes. */
    Optional<Booking> find(String identifier, String owner) {
        var decoded = URLDecoder.decode(identifier, StandardCharsets.UTF_8);
        return find(decoded, all().filter(booking -> booking.owner().equals(owner)));
    }

    /** An account's bookings with a higher number. */
    List<Booking> after(int identifier, String owner) {
        return all().filter(booking -> booking.owner().equals(owner) && booking.identifier() > identifier)
                .sorted(Comparator.comparing(Booking::identifier))
                .toList();
    }

    /** Anybody's booking by its number or its reference. */
    Optional<Booking> findAnyones(String numberOrReference) {
        return find(numberOrReference, all()).or(() -> find('"' + numberOrReference + '"', all()));
    }

    Stream<Booking> all() {
        return bookings.values().stream();
    }

    static ObjectNode info(Booking booking) {
        var info = JSON.createObjectNode();
        info.put("orderIdentifier", booking.identifier());
        info.put("orderReference", booking.reference());
        info.put("createdOn", booking.createdOn().toString());
        info.put(
                "orderDate",
                booking.order().path("orderDate").asString(booking.createdOn().toString()));
        booking.printedOn().ifPresent(printed -> info.put("printedOn", printed.toString()));
        booking.shippedOn().ifPresent(shipped -> info.put("shippedOn", shipped.toString()));
        var parcel = info.putArray("packages").addObject().put("packageNumber", 1);
        booking.trackingNumber().ifPresent(number -> {
            info.put("trackingNumber", number);
            parcel.put("trackingNumber", number);
        });
        return info;
    }

    static List<String> references(Stream<Booking> of) {
        return of.map(Booking::reference).toList();
    }

    private static Optional<Booking> find(String identifier, Stream<Booking> among) {
        if (identifier.startsWith("\"")) {
            var reference = identifier.replace("\"", "");
            return among.filter(booking -> booking.reference().equals(reference))
                    .findFirst();
        }
        return among.filter(booking -> Integer.toString(booking.identifier()).equals(identifier))
                .findFirst();
    }

    private Booking put(Booking booking) {
        bookings.put(booking.identifier(), booking);
        return booking;
    }

    private static Instant seconds(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS);
    }
}
