package app.counterfoil.hub.channel.amazon;

import app.counterfoil.hub.channel.AccessTokens;
import app.counterfoil.hub.channel.Channel;
import app.counterfoil.hub.channel.ClockAhead;
import app.counterfoil.hub.channel.CursorLost;
import app.counterfoil.hub.channel.GrantedCalls;
import app.counterfoil.hub.channel.OrderJson;
import app.counterfoil.hub.channel.Pages;
import app.counterfoil.hub.channel.SentOtherwise;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Outside;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.disclosure.HandOver;
import app.counterfoil.hub.dispatch.StillWanted;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.OrderDraft;
import app.counterfoil.hub.order.Recipient;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Amazon as a channel. Purposes: personal data sets are asked for only where orders are to be sent. */
@Component
@EnableConfigurationProperties(AmazonSettings.class)
class AmazonChannel implements Channel {

    static final String NAME = "Amazon";
    private static final String EACH_PAGE = "&maxResultsPerPage=100";
    private static final JsonMapper JSON = new JsonMapper();

    private final AmazonSettings settings;
    private final BusinessClock clock;
    private final GrantedCalls calls;

    AmazonChannel(AmazonSettings settings, BusinessClock clock, AccessTokens tokens) {
        this.settings = settings;
        this.clock = clock;
        this.calls = tokens.under(new AmazonGrant(settings));
    }

    @Override
    public OutsideService service() {
        return OutsideService.AMAZON;
    }

    @Override
    public void check(List<String> credentials) {
        var since = clock.now().minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        var query = "?lastUpdatedAfter=" + since + Reading.TO_SEND.query() + "&maxResultsPerPage=20";
        var answer = calls.tried(
                credentials, HttpRequest.newBuilder(settings.api().resolve("/orders/2026-01-01/orders" + query)));
        if (answer.status() == 403) {
            throw new RoleMissing();
        }
        var toSend = Pages.body(NAME, answer).at("orders").each().stream()
                .filter(order ->
                        order.at("fulfillment").at("fulfilledBy").text().equals("MERCHANT"))
                .toList();
        // An app without the role is not refused everywhere: Amazon leaves the people out without a word.
        if (!toSend.isEmpty()
                && toSend.stream().noneMatch(order -> order.at("recipient").exists())) {
            throw new RoleMissing();
        }
    }

    @Override
    public Page page(Account account, Window window, String cursor) {
        // The token of a page is only valid with the very parameters it was made for (contract, paginationToken).
        var reading = Reading.at(cursor);
        var token = Reading.token(cursor);
        var query = "?lastUpdatedAfter=" + window.after().truncatedTo(ChronoUnit.SECONDS) + "&lastUpdatedBefore="
                + window.before().truncatedTo(ChronoUnit.SECONDS) + reading.query() + EACH_PAGE
                + (token.isEmpty() ? "" : "&paginationToken=" + encoded(token));
        var answer = calls.call(
                account, HttpRequest.newBuilder(settings.api().resolve("/orders/2026-01-01/orders" + query)));
        if (answer.status() == 400 && !token.isEmpty()) {
            throw new CursorLost(NAME);
        }
        ClockAhead.refuseIfSo(NAME, answer, window);
        var body = Pages.body(NAME, answer);
        var next = body.at("pagination").at("nextToken").token();
        return Pages.of(
                body.at("orders").each(),
                order -> order.at("orderId").code(),
                AmazonOrder::read,
                AmazonOrder.FIELDS,
                reading.behind(next));
    }

    @Override
    public OrderDraft read(byte[] sent) {
        return AmazonOrder.read(OrderJson.of(sent));
    }

    @Override
    public Page order(Account account, String channelOrderId) {
        var order = order(account, channelOrderId, Reading.OTHERS.included());
        if (Reading.isToSend(order.at("fulfillment").at("fulfillmentStatus").text())) {
            order = order(account, channelOrderId, Reading.TO_SEND.included());
        }
        return Pages.of(
                List.of(order),
                each -> each.at("orderId").code(),
                AmazonOrder::read,
                AmazonOrder.FIELDS,
                Optional.empty());
    }

    @Override
    public StillWanted.Word one(Account account, String channelOrderId) {
        return AmazonStanding.of(order(account, channelOrderId, "FULFILLMENT,CANCELLATION"));
    }

    @Override
    public Optional<Recipient> recipient(Account account, String channelOrderId) {
        return AmazonOrder.recipient(order(account, channelOrderId, "RECIPIENT,FULFILLMENT"));
    }

    /**
     * searchOrders is allowed 0.0056 times a second, and 20 times at once: three times in nine minutes. Two readings take
     * two calls, and the third is for a further page or a download by hand.
     */
    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    /** The contract of shipmentConfirmation requires a tracking number. */
    @Override
    public boolean takesUntracked() {
        return false;
    }

    @Override
    public void confirm(HandOver leave, Account account, Confirmation confirmation) {
        leave.refuseUnlessWritten(account.id(), confirmation.tells());
        // A further parcel: only what is still to be sent may be told of.
        var lines = confirmation.parcelNo() == 1
                ? Optional.of(confirmation.lines())
                : stillToTell(account, confirmation).map(confirmation::linesOf);
        if (lines.isEmpty()) {
            return;
        }
        if (lines.get().isEmpty()) {
            throw new SentOtherwise(NAME);
        }
        var answer = calls.call(account, shipmentConfirmation(confirmation, lines.get()));
        if (answer.status() == 204) {
            return;
        }
        var known = answer.status() == 400
                && new String(answer.body(), StandardCharsets.UTF_8).contains("PackageToUpdateNotFound");
        if (!known) {
            throw Outside.refusal(NAME, answer);
        }
        // Known it may be, but as whose? Ours, if it has our tracking number.
        if (stillToTell(account, confirmation).isPresent()) {
            throw new ServiceUnusable(
                    NAME, ServiceUnusable.Kind.NOT_UNDERSTOOD, "PackageToUpdateNotFound", Optional.empty());
        }
    }

    /** What Amazon still waits for, by line; empty if it knows the parcel, by its tracking number. */
    private Optional<Map<String, Integer>> stillToTell(Account account, Confirmation confirmation) {
        var order = order(account, confirmation.channelOrderId(), "FULFILLMENT,PACKAGES");
        var known = order.at("packages").each().stream()
                .anyMatch(parcel -> parcel.at("trackingNumber").code().equals(confirmation.trackingNumber()));
        return known ? Optional.empty() : Optional.of(AmazonStanding.of(order).remaining());
    }

    private HttpRequest.Builder shipmentConfirmation(Confirmation confirmation, List<Confirmation.Line> lines) {
        var soldIn = confirmation.marketplace().isEmpty() ? settings.marketplace() : confirmation.marketplace();
        var body = JSON.createObjectNode().put("marketplaceId", soldIn);
        var parcel = body.putObject("packageDetail");
        // A positive number, sent as a string since January 2026.
        parcel.put("packageReferenceId", Integer.toString(confirmation.parcelNo()))
                .put("carrierCode", confirmation.carrier())
                .put("trackingNumber", confirmation.trackingNumber())
                .put(
                        "shipDate",
                        confirmation
                                .dispatchedAt()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
        var items = parcel.putArray("orderItems");
        lines.forEach(line ->
                items.addObject().put("orderItemId", line.channelLineId()).put("quantity", line.quantity()));
        var path = "/orders/v0/orders/" + encoded(confirmation.channelOrderId()) + "/shipmentConfirmation";
        return HttpRequest.newBuilder(settings.api().resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    private OrderJson order(Account account, String channelOrderId, String included) {
        var path = "/orders/2026-01-01/orders/" + encoded(channelOrderId) + "?includedData=" + included;
        return Pages.body(
                        NAME,
                        calls.call(
                                account, HttpRequest.newBuilder(settings.api().resolve(path))))
                .at("order");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The seller's app at Amazon may not see whom orders go to. */
    static final class RoleMissing extends Refusal {
        RoleMissing() {
            super(
                    "Amazon tells this app no addresses.",
                    "Give the app the role Direct-to-Consumer Shipping in Seller Central, authorise it again, and"
                            + " connect with the new credentials.");
        }
    }
}
