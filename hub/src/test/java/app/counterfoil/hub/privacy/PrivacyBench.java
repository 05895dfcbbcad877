package app.counterfoil.hub.privacy;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.review.AccessReviews;
import app.counterfoil.hub.review.Verdict;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A shop that promises something. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
abstract class PrivacyBench {

    static final HubDatabase DATABASE = HubDatabase.fresh();
    static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(71));

    @Autowired
    MadeUpShops shops;

    @Autowired
    HubPages pages;

    @Autowired
    PromiseBoard board;

    @Autowired
    PublishedPolicies policies;

    @Autowired
    AccessReviews access;

    @Autowired
    TrainingClock trainingClock;

    @Autowired
    BusinessClock clock;

    SellerId shop = new SellerId(new UUID(0, 0));

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.training", () -> "true");
    }

    @BeforeEach
    void aShop() {
        shop = shops.open();
        owner();
    }

    SignedIn owner() {
        return shops.person(shop, Role.OWNER);
    }

    void accessIsReviewed() {
        access.start(owner());
        access.decide(owner(), owner().id(), Verdict.KEEP);
        access.close(owner());
    }
}
