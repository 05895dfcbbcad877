package app.counterfoil.hub.demo;

import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.AccountingYear;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.OpenShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.storage.KnowsSellers;
import app.counterfoil.hub.tax.VatClass;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Opens two made-up shops on the first start of a demo, connects them to the sandbox and pulls their first orders. */
@Component
@Profile("demo")
class DemoShops implements ApplicationRunner {

    private static final String PASSWORD = "a parcel for everyone";

    private final KnowsSellers sellers;
    private final OpenShop openShop;
    private final AddPerson addPerson;
    private final ConnectChannel connectChannel;
    private final DownloadOrders downloadOrders;
    private final VatClasses vatClasses;
    private final SellerDetails details;
    private final Recipients recipients;
    private final BusinessClock clock;
    private final Environment environment;

    DemoShops(
            KnowsSellers sellers,
            OpenShop openShop,
            AddPerson addPerson,
            ConnectChannel connectChannel,
            DownloadOrders downloadOrders,
            VatClasses vatClasses,
            SellerDetails details,
            Recipients recipients,
            BusinessClock clock,
            Environment environment) {
        this.sellers = sellers;
        this.openShop = openShop;
        this.addPerson = addPerson;
        this.connectChannel = connectChannel;
        this.downloadOrders = downloadOrders;
        this.vatClasses = vatClasses;
        this.details = details;
        this.recipients = recipients;
        this.clock = clock;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (sellers.allSellers().isEmpty()) {
            var north = openShop.open(new Business(
                    "Northern Goods (demo data)", List.of("1 Example Row", "Leeds"), "LS1 9ZZ", "GB100000034"));
            vatClasses.sayMost(north, VatClass.STANDARD, Optional.empty());
            // Its year ends with this month, so that six years later what its invoices name is seen to end.
            details.save(north, Optional.of(AccountingYear.endingWithMonthOf(clock.today())));
            people(north, "north");
            connect(north, "1", "demo-royalmail-1");
            var south = openShop.open(
                    new Business("Southern Crafts (demo data)", List.of("2 Sample Street", "Bristol"), "BS1 9ZZ", ""));
            people(south, "south");
            connect(south, "2", "demo-royalmail-online");
        }
        var port = environment.getProperty("local.server.port", "8080");
        System.out.println();
        System.out.println("  Counterfoil is at  http://127.0.0.1:" + port);
        System.out.println("  Sign in with       owner@north.example   (or packer@, service@, books@, privacy@)");
        System.out.println("  Second shop        owner@south.example");
        System.out.println("  Password           " + PASSWORD);
        System.out.println("  All of it is made up. Stop with Ctrl-C.");
        System.out.println();
    }

    private void people(SellerId shop, String domain) {
        for (var role : Role.values()) {
            var mailbox =
                    switch (role) {
                        case OWNER -> "owner";
                        case PACKER -> "packer";
                        case SERVICE -> "service";
                        case BOOKKEEPER -> "books";
                        case DATA_PROTECTION -> "privacy";
                    };
            var name = "Demo " + role.title().toLowerCase(Locale.ROOT);
            addPerson.add(shop, role, name, mailbox + "@" + domain + ".example", PASSWORD);
        }
    }

    private void connect(SellerId shop, String number, String royalMailKey) {
        for (var service : OutsideService.values()) {
            recipients.agree(shop, service.usualAgreement(clock.today()), Optional.empty());
        }
        var amazon = connectChannel.connect(
                shop,
                OutsideService.AMAZON,
                "Amazon UK",
                List.of("demo-amazon-client", "demo-amazon-secret", "demo-refresh-amazon-" + number));
        var ebay = connectChannel.connect(
                shop,
                OutsideService.EBAY,
                "eBay UK",
                List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-" + number));
        connectChannel.connect(shop, OutsideService.ROYAL_MAIL, "Royal Mail", List.of(royalMailKey));
        downloadOrders.from(amazon);
        downloadOrders.from(ebay);
    }
}
