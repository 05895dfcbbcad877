package app.counterfoil.hub.dispatch.courier.royalmail;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.Outside;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.connection.ServiceUnusable.Kind;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.HandOver;
import app.counterfoil.hub.dispatch.Booking;
import app.counterfoil.hub.dispatch.CannotBook;
import app.counterfoil.hub.dispatch.Courier;
import app.counterfoil.hub.dispatch.CourierService;
import app.counterfoil.hub.dispatch.LabelDocument;
import app.counterfoil.hub.dispatch.PackageFormat;
import app.counterfoil.hub.dispatch.Parcel;
import app.counterfoil.hub.measure.Refusal;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Royal Mail Click & Drop: one booking a call, since only then the label comes with the answer. */
@Component
@EnableConfigurationProperties(RoyalMailSettings.class)
class ClickAndDrop implements Courier {

    private static final String NAME = OutsideService.ROYAL_MAIL.title();
    private static final JsonMapper JSON = new JsonMapper();

    private final RoyalMailSettings settings;
    private final Outside outside;
    private final Accounts accounts;
    private final OrderRequest orderRequest;

    ClickAndDrop(RoyalMailSettings settings, Outside outside, Accounts accounts) {
        this.settings = settings;
        this.outside = outside;
        this.accounts = accounts;
        this.orderRequest = new OrderRequest(settings.services());
    }

    @Override
    public OutsideService service() {
        return OutsideService.ROYAL_MAIL;
    }

    @Override
    public String printsThere(String reference) {
        return "Open Click & Drop and print " + reference + " there.";
    }

    @Override
    public List<CourierService> services() {
        return settings.services();
    }

    @Override
    public List<PackageFormat> formats() {
        return List.of(
                new PackageFormat("letter", "Letter, up to 100 g"),
                new PackageFormat("largeLetter", "Large letter, up to 750 g"),
                new PackageFormat("smallParcel", "Small parcel, up to 2 kg"),
                new PackageFormat("mediumParcel", "Medium parcel, up to 20 kg"),
                new PackageFormat("largeParcel", "Large parcel, up to 30 kg"));
    }

    /** Asks for orders: the version is told to anybody, whatever the key. */
    @Override
    public void check(List<String> credentials) {
        var answer = outside.call(NAME, request("/api/v1/orders?pageSize=1", credentials.get(0)));
        // The contract allows 404 for an account that has no orders yet; without the key it is 401.
        if (answer.status() != 200 && answer.status() != 404) {
            throw Outside.refusal(NAME, answer);
        }
    }

    @Override
    public void check(Parcel parcel) {
        var unused = orderRequest.of(parcel);
    }

    @Override
    public Set<DataCategory> handsOver(Parcel parcel) {
        return FieldsHandedOver.of(orderRequest.of(parcel));
    }

    @Override
    public Booking book(HandOver leave, Account account, Parcel parcel) {
        var item = orderRequest.of(parcel);
        leave.refuseUnlessWritten(account.id(), FieldsHandedOver.of(item));
        var body = JSON.createObjectNode();
        body.putArray("items").add(item);
        var answer = outside.call(
                NAME,
                request("/api/v1/orders", key(account))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        if (answer.status() == 400) {
            throw new CannotBook(
                    "Royal Mail refuses the booking.",
                    "Look at the address and the weight; if both are right, book it in Click & Drop itself.");
        }
        if (answer.status() != 200) {
            throw Outside.refusal(NAME, answer);
        }
        var read = json(answer);
        if (!read.path("failedOrders").isEmpty()) {
            throw refused(read.path("failedOrders").path(0).path("errors"));
        }
        return booking(account, read.path("createdOrders").path(0));
    }

    @Override
    public Optional<Booking> find(Account account, String reference) {
        var quoted = URLEncoder.encode('"' + reference + '"', StandardCharsets.UTF_8);
        var answer = outside.call(NAME, request("/api/v1/orders/" + quoted, key(account)));
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            throw Outside.refusal(NAME, answer);
        }
        return Optional.of(booking(account, json(answer).path(0)));
    }

    @Override
    public Optional<String> trackingNumber(Account account, String courierOrderId) {
        var answer = outside.call(NAME, request("/api/v1/orders/" + courierOrderId, key(account)));
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            throw Outside.refusal(NAME, answer);
        }
        return Optional.of(tracking(json(answer).path(0)));
    }

    @Override
    public CallOffAnswer callOff(Account account, String courierOrderId) {
        var answer = outside.call(
                NAME, request("/api/v1/orders/" + courierOrderId, key(account)).DELETE());
        if (answer.status() == 404) {
            return CallOffAnswer.NOT_KNOWN;
        }
        if (answer.status() != 200) {
            throw Outside.refusal(NAME, answer);
        }
        // A success names what was deleted; what could not be deleted stands among its errors.
        for (var deleted : json(answer).path("deletedOrders")) {
            if (deleted.path("orderIdentifier").asString("").equals(courierOrderId)) {
                return CallOffAnswer.CALLED_OFF;
            }
        }
        throw new ServiceUnusable(NAME, Kind.REFUSED, "it does not delete the order", Optional.empty());
    }

    private Booking booking(Account account, JsonNode order) {
        var identifier = order.path("orderIdentifier").asString("");
        if (!identifier.matches("\\d{1,12}")) {
            throw notUnderstood("no order number");
        }
        var tracking = tracking(order);
        try {
            var inAnswer = order.path("label").asString("");
            var label = inAnswer.isEmpty() ? label(account, identifier) : Optional.of(pdf(decoded(inAnswer)));
            return new Booking(identifier, tracking, label, false);
        } catch (Refusal noLabelNow) {
            // It is bought, whatever becomes of the label: a failure here must never lead to a second booking.
            return new Booking(identifier, tracking, Optional.empty(), true);
        }
    }

    private static String tracking(JsonNode order) {
        var inPackage = order.path("packages").path(0).path("trackingNumber").asString("");
        return order.path("trackingNumber").asString(inPackage);
    }

    /** The label; empty for accounts that pay online, which print it in Click & Drop: they are answered 403. */
    private Optional<LabelDocument> label(Account account, String identifier) {
        var path = "/api/v1/orders/" + identifier + "/label?documentType=postageLabel&includeReturnsLabel=false";
        var answer = outside.call(NAME, request(path, key(account)));
        if (answer.status() == 403) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            throw Outside.refusal(NAME, answer);
        }
        return Optional.of(pdf(answer.body()));
    }

    private static LabelDocument pdf(byte[] bytes) {
        if (bytes.length < 8 || bytes[0] != '%' || bytes[1] != 'P' || bytes[2] != 'D' || bytes[3] != 'F') {
            throw notUnderstood("the label is no PDF");
        }
        return new LabelDocument(bytes);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw notUnderstood("the label is not base64");
        }
    }

    /** The refusal by its codes and fields: its words can quote an address. */
    private static CannotBook refused(JsonNode errors) {
        var told = new StringBuilder();
        for (var error : errors) {
            told.append(told.isEmpty() ? "" : ", ")
                    .append("code ")
                    .append(error.path("errorCode").asInt(0));
            for (var field : error.path("fields")) {
                var name = field.path("fieldName").asString("");
                told.append(name.matches("[A-Za-z0-9.\\[\\]]{1,80}") ? " at " + name : "");
            }
        }
        return new CannotBook(
                "Royal Mail refuses the booking (" + told + ").",
                "Look at the address, the service and the weight, then book it again.");
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(settings.api().resolve(path)).header("Authorization", "Bearer " + key);
    }

    private String key(Account account) {
        return accounts.credentials(account).get(0);
    }

    private static JsonNode json(Outside.Answer answer) {
        return Outside.json(NAME, answer);
    }

    private static ServiceUnusable notUnderstood(String detail) {
        return ServiceUnusable.notUnderstood(NAME, detail);
    }
}
