package app.counterfoil.hub.custody;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.payout.SettlementFiles;
import app.counterfoil.hub.payout.TakeInSettlements;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.Visitor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.security.core.userdetails.UserDetailsService;

/** An owner goes through all the pages and types the words that nobody else uses, rightly and wrongly. */
final class CanaryVisit {

    static final String EMAIL = Canaries.PLAIN + "@shop.example";
    static final String PASSWORD = Canaries.ACCENTED + " is a sentence";

    private final BeanFactory hub;
    private final SellerId shop;
    private final URI house;
    private final Visitor visitor;

    /** A visit to that shop at the pages of the hub. */
    CanaryVisit(BeanFactory hub, SellerId shop, URI house) {
        this.hub = hub;
        this.shop = shop;
        this.house = house;
        this.visitor = new Visitor(house);
    }

    SignedIn signedIn(String email) {
        return (SignedIn) hub.getBean(UserDetailsService.class).loadUserByUsername(email);
    }

    private Timeline timeline() {
        return hub.getBean(Timeline.class);
    }

    private Orders orders() {
        return hub.getBean(Orders.class);
    }

    private OrdersPutAside putAside() {
        return hub.getBean(OrdersPutAside.class);
    }

    /** All over a real port, so that what the servlet container keeps and says is looked through as well. */
    void pages() {
        visitor.signIn(EMAIL, Canaries.PLAIN);
        assertThat(visitor.signIn(EMAIL, PASSWORD).uri().getPath()).isEqualTo("/orders");
        var order = orders().page(shop, OrderFilter.all(), Optional.empty(), 1).get(0);
        for (var path : List.of(
                "/orders",
                "/orders/" + order.id(),
                "/dispatch",
                "/invoices",
                "/bookkeeping",
                "/vat",
                "/vat/purchases",
                "/payouts",
                "/payouts/new",
                "/vat/one-stop-shop",
                "/vat/one-stop-shop/rates",
                "/attention",
                "/people",
                "/journal",
                "/disclosures",
                "/recipients",
                "/recipients/ROYAL_MAIL",
                "/bookkeeping/documents.csv",
                "/bookkeeping/journal.csv",
                "/tokens",
                "/ends")) {
            assertThat(visitor.open(path).statusCode()).as(path).isEqualTo(200);
        }
        for (var text :
                List.of(Canaries.PLAIN, Canaries.ACCENTED, Canaries.PLAIN + "@example.com", NothingLeaksTest.CONTROL)) {
            assertThat(search(text).statusCode()).isEqualTo(200);
        }
        assertThat(search(Canaries.PLAIN).body()).contains(order.id().toString());
        forms(order);
        people();
        invoices();
        payouts();
    }

    /** Buyers stand in columns that are not read, and once where a number should be. */
    private void payouts() {
        var account = hub.getBean(TakeInSettlements.class).accounts(shop).stream()
                .filter(each -> each.service() == OutsideService.EBAY)
                .findFirst()
                .orElseThrow();
        var path = "/payouts/" + account.id();
        for (var word : List.of(Canaries.PLAIN, Canaries.ACCENTED)) {
            var file = SettlementFiles.ebay("80" + word.length(), "12-1", 20_00, word);
            assertThat(visitor.sendFile("/payouts/new", path + "/look", file).body())
                    .contains("1 settlement is new.");
            assertThat(visitor.sendFile("/payouts/new", path + "/file", file).body())
                    .contains("was taken in.");
            assertThat(visitor.sendFile("/payouts/new", path + "/file", file.replace("12-1", word))
                            .body())
                    .contains("order number", "This is no number");
        }
    }

    private void invoices() {
        var latest = hub.getBean(Invoices.class).latest(shop, 5);
        assertThat(latest).isNotEmpty();
        for (var invoice : latest) {
            var path = "/invoices/" + invoice.id();
            assertThat(visitor.open(path + "/forms").statusCode()).as(path).isEqualTo(200);
            // A short one has neither and says why.
            visitor.open(path + "/xml");
            visitor.open(path + "/ubl");
        }
    }

    private void forms(OrderFacts order) {
        assertThat(putAside().of(shop)).isNotEmpty();
        for (var entry : putAside().of(shop)) {
            visitor.send("/attention", "/attention/" + entry.id() + "/try");
        }
        visitor.send("/attention", "/attention/" + putAside().of(shop).get(0).id() + "/seen-to");
        for (var act : List.of("hold", "release", "cancel", "return", Canaries.PLAIN)) {
            visitor.send("/orders", "/orders/" + order.id() + "/" + act);
        }
        visitor.send(
                "/people",
                "/people",
                Map.entry("name", Canaries.ACCENTED),
                Map.entry("email", Canaries.PLAIN),
                Map.entry("password", Canaries.PLAIN),
                Map.entry("role", Canaries.PLAIN));
        var all = orders().page(shop, OrderFilter.all(), Optional.empty(), 50);
        for (var sold : all) {
            var several = "/orders/" + sold.id() + "/invoice/consolidated";
            assertThat(visitor.open(several).statusCode()).as(several).isEqualTo(200);
            visitor.send("/orders", several, Map.entry("together", order.id().toString()));
        }
        all.forEach(sold -> visitor.send("/orders", "/orders/" + sold.id() + "/invoice/full"));
        assertThat(all.stream().flatMap(sold -> timeline().of(shop, sold.id()).stream()))
                .extracting(event -> event.what().name())
                .contains("INVOICE_REPLACED");
        new CanaryOffice(hub, shop, visitor).all(order);
        visitor.send("/business", "/business/accounting-year", Map.entry("yearEnds", Canaries.PLAIN));
    }

    /** A set-up that is closed, somebody who leaves and comes back, passwords that are wrong. */
    private void people() {
        visitor.send(
                "/people",
                "/set-up",
                Map.entry("code", Canaries.PLAIN),
                Map.entry("name", Canaries.ACCENTED),
                Map.entry("email", Canaries.PLAIN + "@new.example"),
                Map.entry("password", Canaries.PLAIN));
        var email = Canaries.PLAIN + "@left.example";
        hub.getBean(AddPerson.class).add(shop, Role.PACKER, Canaries.ACCENTED, email, PASSWORD);
        visitor.send(
                "/people",
                "/new-password",
                Map.entry("code", Canaries.PLAIN),
                Map.entry("email", email),
                Map.entry("password", Canaries.PLAIN));
        var page = "/people/" + signedIn(email).id();
        for (var act : List.of("password", "role", "end", "back", "end")) {
            visitor.send(
                    page,
                    page + "/" + act,
                    Map.entry("password", Canaries.PLAIN + " in a sentence"),
                    Map.entry("role", "SERVICE"),
                    Map.entry("sure", "true"));
        }
        visitor.send("/password", "/password", Map.entry("old", Canaries.PLAIN), Map.entry("password", Canaries.PLAIN));
        new Visitor(house).signIn(EMAIL, Canaries.PLAIN);
    }

    private HttpResponse<String> search(String text) {
        return visitor.send("/orders", "/orders/search", Map.entry("q", text));
    }

    /** What is exported without being asked for somebody by name. */
    String exported() {
        return visitor.open("/ends/forecast").body();
    }

    /** Credentials that nobody accepts, of a new account and of a known one. */
    void credentials(Account known) {
        var wrong = Map.entry("credential", Canaries.PLAIN);
        var connected = visitor.send(
                "/connections/new?service=AMAZON",
                "/connections",
                Map.entry("service", "AMAZON"),
                Map.entry("name", "Wrong"),
                wrong,
                wrong,
                wrong);
        assertThat(connected.body()).contains("does not accept the credentials");
        var page = "/connections/" + known.id() + "/credentials";
        assertThat(visitor.send(page, page, wrong, wrong, wrong).body()).contains("does not accept the credentials");
    }

    /** Addresses that have ended: fetched from the channel again, and typed in, wrongly first. */
    void addressesAgain(List<OrderId> sent) {
        assertThat(visitor.signIn(EMAIL, PASSWORD).uri().getPath()).isEqualTo("/orders");
        for (var order : sent) {
            var page = "/dispatch/orders/" + order + "/address";
            visitor.send(page, page + "/fetch");
            assertThat(type(page, "GB").body()).contains("Write a whole postcode");
            assertThat(type(page, "DE").uri().getPath()).isEqualTo("/orders/" + order);
        }
        assertThat(sent.stream().flatMap(order -> timeline().of(shop, order).stream()))
                .extracting(event -> event.what().name())
                .contains("ADDRESS_FETCHED", "ADDRESS_TYPED_IN");
    }

    private HttpResponse<String> type(String page, String country) {
        return visitor.send(
                page,
                page,
                Map.entry("reason", "ADDRESS_ENDED"),
                Map.entry("name", Canaries.ACCENTED),
                Map.entry("company", Canaries.PLAIN),
                Map.entry("line1", Canaries.ACCENTED + " 1"),
                Map.entry("line2", Canaries.PLAIN),
                Map.entry("line3", Canaries.PLAIN),
                Map.entry("town", Canaries.ACCENTED),
                Map.entry("county", Canaries.PLAIN),
                Map.entry("postcode", Canaries.PLAIN),
                Map.entry("country", country),
                Map.entry("phone", Canaries.PLAIN),
                Map.entry("email", Canaries.PLAIN + "@example.com"));
    }
}
