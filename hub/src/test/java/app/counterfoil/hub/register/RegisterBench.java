package app.counterfoil.hub.register;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A made-up shop that nobody has connected anything for, with an owner; nothing outside is called. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
abstract class RegisterBench {

    static final HubDatabase DATABASE = HubDatabase.fresh();

    @Autowired
    MadeUpShops shops;

    @Autowired
    HubPages pages;

    @Autowired
    private Accounts accounts;

    SellerId shop = new SellerId(new UUID(0, 0));

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.training", () -> "true");
        registry.add("counterfoil.operator.name", () -> "Demo Hosting (made up)");
        registry.add("counterfoil.operator.reach", () -> "data@operator.example");
    }

    @BeforeEach
    void aShop() {
        shop = shops.open();
    }

    /** Past the door at which the service itself is asked. */
    void connect(OutsideService service) {
        accounts.connect(shop, service, "Test", service.credentials());
    }

    SignedIn owner() {
        return shops.person(shop, Role.OWNER);
    }
}
