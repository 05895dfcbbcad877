package app.counterfoil.hub.channel.ebay;

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
import app.counterfoil.hub.disclosure.HandOver;
import app.counterfoil.hub.dispatch.StillWanted;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.OrderDraft;
import app.counterfoil.hub.order.Recipient;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * eBay as a channel. Its list has no cursor but an offset into a set that can move; the cursor kept here is the offset
 * and the size of the set, and a set that has changed its size is read again from its beginning.
 */
@Component
@EnableConfigurationProperties(EbaySettings.class)
class EbayChannel implements Channel {

    static final String NAME = "eBay";
    private static final String ORDERS = "/sell/fulfillment/v1/order";
    private static final int LIMIT = 100;
    private static final JsonMapper JSON = new JsonMapper();

    private final EbaySettings settings;
    private final GrantedCalls calls;

    EbayChannel(EbaySettings settings, AccessTokens tokens) {
        this.settings = settings;
        this.calls = tokens.under(new EbayGrant(settings));
    }

    @Override
    public OutsideService service() {
        return OutsideService.EBAY;
    }

    @Override
    public void check(List<String> credentials) {
        // A token is given for whatever the seller has agreed to; only a call that needs the scope tells that it is
        // there.
        var answer =
                calls.tried(credentials, HttpRequest.newBuilder(settings.api().resolve(ORDERS + "?limit=1")));
        if (answer.status() == 403) {
            throw new ScopeMissing();
        }
        var unused = Pages.body(NAME, answer);
    }

    @Override
    public Page page(Account account, Window window, String cursor) {
        var place = cursor.isEmpty() ? new String[] {"0", ""} : cursor.split("/", 2);
        var filter = "lastmodifieddate:[" + EbayFulfilment.MILLIS.format(window.after()) + ".."
                + EbayFulfilment.MILLIS.format(window.before()) + "]";
        var query = "?filter=" + encoded(filter) + "&limit=" + LIMIT + "&offset=" + place[0];
        var answer = calls.call(account, HttpRequest.newBuilder(settings.api().resolve(ORDERS + query)));
        if (answer.status() == 400 && !cursor.isEmpty()) {
            throw new CursorLost(NAME);
        }
        ClockAhead.refuseIfSo(NAME, answer, window);
        var body = Pages.body(NAME, answer);
        var total = body.at("total").text();
        if (!place[1].isEmpty() && !place[1].equals(total)) {
            throw new CursorLost(NAME);
        }
        return Pages.of(
                body.at("orders").each(),
                order -> order.at("orderId").code(),
                EbayOrder::read,
                EbayOrder.FIELDS,
                nextOffset(body.at("next").token()).map(offset -> offset + "/" + total));
    }

    @Override
    public OrderDraft read(byte[] sent) {
        return EbayOrder.read(OrderJson.of(sent));
    }

    @Override
    public Page order(Account account, String channelOrderId) {
        return Pages.of(
                List.of(orderJson(account, channelOrderId)),
                each -> each.at("orderId").code(),
                EbayOrder::read,
                EbayOrder.FIELDS,
                Optional.empty());
    }

    @Override
    public StillWanted.Word one(Account account, String channelOrderId) {
        var order = orderJson(account, channelOrderId);
        var partly = order.at("orderFulfillmentStatus").text().equals("IN_PROGRESS");
        return EbayStanding.of(order, partly ? fulfilments(account, fulfilmentsPath(channelOrderId)) : List.of());
    }

    @Override
    public Optional<Recipient> recipient(Account account, String channelOrderId) {
        return EbayOrder.recipient(orderJson(account, channelOrderId));
    }

    /** One call of the 100,000 a day that an app has. */
    @Override
    public Duration pause() {
        return Duration.ofMinutes(5);
    }

    @Override
    public boolean takesUntracked() {
        return true;
    }

    @Override
    public void confirm(HandOver leave, Account account, Confirmation confirmation) {
        leave.refuseUnlessWritten(account.id(), confirmation.tells());
        var path = fulfilmentsPath(confirmation.channelOrderId());
        // eBay takes letters and digits only.
        var tracking = confirmation.trackingNumber().replaceAll("[^A-Za-z0-9]", "");
        var told = fulfilments(account, path);
        // A second fulfilment of the same parcel would count its items twice, so eBay is asked before it is told.
        if (told.stream().anyMatch(each -> EbayFulfilment.isOf(each, confirmation, tracking))) {
            return;
        }
        var lines = confirmation.lines();
        if (confirmation.parcelNo() > 1 || !told.isEmpty()) {
            lines = confirmation.linesOf(EbayStanding.of(orderJson(account, confirmation.channelOrderId()), told)
                    .remaining());
        }
        if (lines.isEmpty()) {
            throw new SentOtherwise(NAME);
        }
        var body = EbayFulfilment.of(confirmation, lines, tracking);
        var answer = calls.call(
                account,
                HttpRequest.newBuilder(settings.api().resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        if (answer.status() != 201 && answer.status() != 200) {
            throw Outside.refusal(NAME, answer);
        }
    }

    /** One order; eBay shows requests to cancel it only here, never in the list. */
    private OrderJson orderJson(Account account, String channelOrderId) {
        var path = ORDERS + "/" + encoded(channelOrderId);
        return Pages.body(
                NAME, calls.call(account, HttpRequest.newBuilder(settings.api().resolve(path))));
    }

    private List<OrderJson> fulfilments(Account account, String path) {
        return Pages.body(
                        NAME,
                        calls.call(
                                account, HttpRequest.newBuilder(settings.api().resolve(path))))
                .at("fulfillments")
                .each();
    }

    private static String fulfilmentsPath(String channelOrderId) {
        return ORDERS + "/" + encoded(channelOrderId) + "/shipping_fulfillment";
    }

    private static Optional<String> nextOffset(String next) {
        var place = next.indexOf("offset=");
        return place < 0
                ? Optional.empty()
                : Optional.of(next.substring(place + 7).replaceAll("\\D.*", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The seller has not allowed the app to read orders. */
    static final class ScopeMissing extends Refusal {
        ScopeMissing() {
            super(
                    "eBay does not let this app see orders.",
                    "Make a new refresh token with the scope sell.fulfillment at eBay's developer pages, and connect"
                            + " with it.");
        }
    }
}
