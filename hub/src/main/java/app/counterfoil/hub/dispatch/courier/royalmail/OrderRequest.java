package app.counterfoil.hub.dispatch.courier.royalmail;

import app.counterfoil.hub.dispatch.CannotBook;
import app.counterfoil.hub.dispatch.CourierService;
import app.counterfoil.hub.dispatch.Parcel;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a parcel as Click & Drop's {@code CreateOrderRequest}. Only what the carriage needs is handed over, and a text
 * longer than the contract allows is refused, never cut.
 */
final class OrderRequest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LINE = 100;

    private final List<CourierService> services;

    OrderRequest(List<CourierService> services) {
        this.services = services;
    }

    /** @throws CannotBook if the contract does not allow a value */
    ObjectNode of(Parcel parcel) {
        var service = services.stream()
                .filter(each -> each.code().equals(parcel.wish().serviceCode()))
                .findFirst()
                .orElseThrow(() -> new CannotBook(
                        "The service is not one of this account.", "Choose one of the services in the list."));
        if (!service.goesTo(new Territory(parcel.destination()))) {
            throw new CannotBook(
                    service.title() + (service.abroad() ? " goes abroad only." : " does not go abroad."),
                    "Choose a service that goes to " + new Country(parcel.destination()).englishName() + ".");
        }
        if (parcel.wish().weight().grams() > 30_000) {
            throw new CannotBook("Weight: Royal Mail carries up to 30 kg.", "Split the order or use another courier.");
        }
        var request = JSON.createObjectNode().put("orderReference", parcel.reference());
        request.put("isRecipientABusiness", parcel.order().business());
        var recipient = request.putObject("recipient");
        address(recipient.putObject("address"), parcel);
        var postage = request.putObject("postageDetails").put("serviceCode", service.code());
        notices(recipient, postage, parcel, service);
        put(postage, "IOSSNumber", parcel.ioss().orElse(""), 50, "The IOSS number");
        put(request, "specialInstructions", parcel.recipient().instructions(), 500, "The instructions");
        request.putObject("sender").put("tradingName", parcel.sender().tradingName());
        contents(request.putArray("packages").addObject(), parcel);
        worth(request, parcel);
        request.putObject("label").put("includeLabelInResponse", true);
        return request;
    }

    private static void address(ObjectNode address, Parcel parcel) {
        var to = parcel.recipient();
        if (to.lines().isEmpty() || to.lines().get(0).isBlank() || to.town().isBlank()) {
            throw new CannotBook(
                    "The address has no " + (to.town().isBlank() ? "town" : "street line") + ".",
                    "Ask the buyer through the channel; the order is taken again when the channel has it.");
        }
        if (to.lines().size() > 3) {
            throw new CannotBook(
                    "The address has more than three street lines.", "Shorten it at the channel, or book it by hand.");
        }
        put(address, "fullName", to.name(), 210, "The name");
        put(address, "companyName", to.company(), LINE, "The company");
        for (int i = 0; i < to.lines().size(); i++) {
            put(address, "addressLine" + (i + 1), to.lines().get(i), LINE, "Address line " + (i + 1));
        }
        put(address, "city", to.town(), LINE, "The town");
        put(address, "county", to.county(), LINE, "The county");
        put(address, "postcode", to.postcode(), 20, "The postcode");
        address.put("countryCode", parcel.destination());
    }

    /** Phone and e-mail go along only where the service writes to the recipient. */
    private static void notices(ObjectNode recipient, ObjectNode postage, Parcel parcel, CourierService service) {
        var to = parcel.recipient();
        if (!service.notifies()) {
            return;
        }
        put(recipient, "emailAddress", to.email(), 254, "The e-mail address");
        put(recipient, "phoneNumber", to.phone(), 25, "The phone number");
        postage.put("sendNotificationsTo", "recipient")
                .put("receiveEmailNotification", !to.email().isBlank())
                .put("receiveSmsNotification", !to.phone().isBlank());
    }

    /** What it is worth: of an order sent in parts, the goods of this part. */
    private static void worth(ObjectNode request, Parcel parcel) {
        var order = parcel.order();
        var shipping = decimal(order.shipping());
        var goods = parcel.isPart()
                ? parcel.pieces().stream()
                        .map(pieces -> unitValue(pieces.line()).multiply(BigDecimal.valueOf(pieces.quantity())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                : decimal(order.total()).subtract(shipping);
        request.put(
                        "orderDate",
                        order.placedAt().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("subtotal", goods)
                .put("shippingCostCharged", shipping)
                .put("total", goods.add(shipping))
                .put("currencyCode", order.total().currency().getCurrencyCode());
    }

    /** What is in it, for customs; no SKU, since one would overwrite the product of that SKU in the account. */
    private static void contents(ObjectNode piece, Parcel parcel) {
        piece.put("weightInGrams", parcel.wish().weight().grams())
                .put("packageFormatIdentifier", parcel.wish().format());
        if (!parcel.needsCustoms()) {
            return;
        }
        var contents = piece.putArray("contents");
        var inside = parcel.pieces();
        var each = parcel.wish().weight().grams()
                / Math.max(1, inside.stream().mapToInt(Parcel.Pieces::quantity).sum());
        for (var pieces : inside) {
            var line = pieces.line();
            var item = contents.addObject();
            put(item, "name", line.title(), 800, "A product's title");
            put(item, "extendedCustomsDescription", line.title(), 300, "A product's title, on the customs form,");
            item.put("customsDescription", shortened(line.title()))
                    .put("quantity", pieces.quantity())
                    .put("unitValue", unitValue(line))
                    .put("unitWeightInGrams", Math.max(1, each))
                    // What a shop sends is sold, with a gift message too: a gift goes from one private person to
                    // another.
                    .put("customsDeclarationCategory", "saleOfGoods");
        }
    }

    /** The beginning of the title at a word's border; the whole of it stands in the extended description beside it. */
    private static String shortened(String title) {
        if (title.length() <= 50) {
            return title;
        }
        var border = title.lastIndexOf(' ', 50);
        return title.substring(0, border > 0 ? border : 50);
    }

    private static BigDecimal unitValue(OrderLine line) {
        return decimal(line.total()).divide(BigDecimal.valueOf(line.quantity()), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal decimal(Money money) {
        return BigDecimal.valueOf(money.minor(), money.currency().getDefaultFractionDigits());
    }

    private static void put(ObjectNode into, String field, String text, int most, String called) {
        if (text.length() > most) {
            throw new CannotBook(
                    called + " is longer than the " + most + " characters Royal Mail prints.",
                    "Nothing was bought. Shorten it at the channel, or book the parcel in Click & Drop itself.");
        }
        if (!text.isBlank()) {
            into.put(field, text);
        }
    }
}
