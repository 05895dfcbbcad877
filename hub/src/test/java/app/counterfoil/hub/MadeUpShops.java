package app.counterfoil.hub;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.Agreement;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.OpenShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.tax.VatClass;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Opens made-up shops in an installation under test, and gives them people, accounts at the sandbox and its orders. */
public final class MadeUpShops {

    /** With it everybody in such a shop signs in. */
    public static final String PASSWORD = "a sentence for the test";

    /** A number that is formed as HMRC forms them. */
    public static final String VAT_NUMBER = "GB100000034";

    private final BeanFactory hub;

    /** Shops of that installation. */
    public MadeUpShops(BeanFactory hub) {
        this.hub = hub;
    }

    /** A shop that is not registered for VAT. */
    public SellerId open() {
        return open("Demo Shop (made up)", "");
    }

    /** A shop that is registered for VAT and sells most at the standard rate. */
    public SellerId openWithVat() {
        var shop = open("Demo Shop (made up)", VAT_NUMBER);
        hub.getBean(VatClasses.class).sayMost(shop, VatClass.STANDARD, Optional.empty());
        return shop;
    }

    /** A shop of that name; its VAT number is empty if it is not registered. */
    public SellerId open(String name, String vatNumber) {
        var shop = hub.getBean(OpenShop.class)
                .open(new Business(name, List.of("1 Example Row", "Leeds"), "LS1 9ZZ", vatNumber));
        agreeWithAll(hub, shop);
        return shop;
    }

    /** Puts the usual agreements with all services on file. */
    public static void agreeWithAll(BeanFactory hub, SellerId shop) {
        var today = hub.getBean(BusinessClock.class).today();
        for (var service : OutsideService.values()) {
            hub.getBean(Recipients.class).agree(shop, service.usualAgreement(today), Optional.empty());
        }
    }

    /** Puts the usual agreement with that service on file, for these categories alone. */
    public void agree(SellerId shop, OutsideService service, Set<DataCategory> categories) {
        var usual = service.usualAgreement(hub.getBean(BusinessClock.class).today());
        hub.getBean(Recipients.class)
                .agree(
                        shop,
                        new Agreement(
                                usual.recipient(),
                                usual.role(),
                                usual.agreedOn(),
                                usual.country(),
                                usual.safeguard(),
                                usual.safeguardOn(),
                                categories,
                                usual.reviewOn()),
                        Optional.empty());
    }

    /** Who has that role in the shop, and comes into it when first asked for. */
    public SignedIn person(SellerId shop, Role role) {
        return person(shop, role, email(shop, role));
    }

    /** Who has that role in the shop and signs in with that address, and comes into it when first asked for. */
    public SignedIn person(SellerId shop, Role role, String email) {
        var people = hub.getBean(UserDetailsService.class);
        try {
            return (SignedIn) people.loadUserByUsername(email);
        } catch (UsernameNotFoundException nobodyYet) {
            hub.getBean(AddPerson.class).add(shop, role, "Demo " + role.title(), email, PASSWORD);
            return (SignedIn) people.loadUserByUsername(email);
        }
    }

    /** What the checks of the books find wrong in the shop. */
    public List<String> flaws(SellerId shop) {
        return hub.getBeanProvider(BookCheck.class)
                .orderedStream()
                .flatMap(check -> check.of(shop).flaws().stream())
                .map(Flaw::wrong)
                .toList();
    }

    /** How who has that role in the shop signs in. */
    public static String email(SellerId shop, Role role) {
        return role.name().toLowerCase(Locale.ROOT) + "@" + shop + ".example";
    }

    /** Connects the service's first account at the sandbox. */
    public Account connect(SellerId shop, OutsideService service) {
        return connect(shop, service, 1);
    }

    /** Connects one of the service's accounts at the sandbox. */
    public Account connect(SellerId shop, OutsideService service, int number) {
        return hub.getBean(ConnectChannel.class).connect(shop, service, "Test", credentials(service, number));
    }

    /** Connects the channel's first account at the sandbox and downloads what it has sold. */
    public Account download(SellerId shop, OutsideService channel) {
        var account = connect(shop, channel);
        assertThat(hub.getBean(DownloadOrders.class).from(account)).isTrue();
        return account;
    }

    /** What the sandbox asks for at that account of the service. */
    public static List<String> credentials(OutsideService service, int number) {
        return switch (service) {
            case AMAZON -> List.of("demo-amazon-client", "demo-amazon-secret", "demo-refresh-amazon-" + number);
            case EBAY -> List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-" + number);
            case ROYAL_MAIL -> List.of("demo-royalmail-" + number);
            case XERO -> List.of("demo-xero-client-" + number, "demo-xero-secret-" + number);
            case SAGE ->
                List.of(
                        "demo-sage-client-" + number,
                        "demo-sage-secret-" + number,
                        "demo-sage-refresh-" + number,
                        "demo-sage-business-" + number);
            case QUICKBOOKS ->
                List.of(
                        "demo-quickbooks-client-" + number,
                        "demo-quickbooks-secret-" + number,
                        "demo-quickbooks-refresh-" + number,
                        "91300000000000" + number);
            case VIES -> List.of(VAT_NUMBER);
            case HMRC_NUMBERS -> List.of("demo-hmrc-client-" + number, "demo-hmrc-secret-" + number);
            case HMRC -> List.of("demo-hmrc-client-" + number, "demo-hmrc-secret-" + number, VAT_NUMBER);
            case MAILCHIMP -> List.of("a1b2c3d40" + number, "demo-mailchimp-" + number + "-us1");
        };
    }

    /** Its orders that can be sent and stay in Great Britain, from the newest on. */
    public Stream<OrderFacts> ready(SellerId shop) {
        return hub.getBean(Orders.class).page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), 100).stream()
                .filter(order -> order.territory().equals(Territory.GREAT_BRITAIN));
    }

    /** Holds the books that are kept of its orders against each other. */
    public void booksOfOrdersAreWell(SellerId shop) {
        assertThat(hub.getBeanProvider(BookCheck.class).stream()
                        .filter(check -> check.name().equals("orders")))
                .allSatisfy(check -> assertThat(check.of(shop).flaws()).isEmpty());
    }
}
