package app.counterfoil.sandbox.royalmail;

import app.counterfoil.sandbox.royalmail.Bookings.Booking;
import java.util.ArrayList;
import java.util.List;

/** What a label shows of a booking. */
final class BookedLabel {

    private static final List<String> ADDRESS = List.of(
            "fullName",
            "companyName",
            "addressLine1",
            "addressLine2",
            "addressLine3",
            "city",
            "county",
            "postcode",
            "countryCode");

    private BookedLabel() {}

    static LabelPdf.BookedOrder of(Booking booking) {
        var order = booking.order();
        var address = order.path("recipient").path("address");
        var lines = new ArrayList<String>();
        for (var field : ADDRESS) {
            var line = address.path(field).asString("");
            if (!line.isBlank()) {
                lines.add(line);
            }
        }
        return new LabelPdf.BookedOrder(
                booking.service(),
                booking.trackingNumber().orElse(""),
                booking.reference(),
                order.path("packages").path(0).path("weightInGrams").asInt(0),
                lines,
                List.of("From " + order.path("sender").path("tradingName").asString("")));
    }
}
