package app.counterfoil.hub.review;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.letter.Letters;
import app.counterfoil.hub.letter.LettersGoOut;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.ChangeAccess;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A shop with things to look at again, and the sandbox's mail server. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
abstract class ReviewBench {

    static final HubDatabase DATABASE = HubDatabase.fresh();
    static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(67));

    @Autowired
    MadeUpShops shops;

    @Autowired
    HubPages pages;

    @Autowired
    Reviews reviews;

    @Autowired
    AccessReviews access;

    @Autowired
    RemindOwners remind;

    @Autowired
    ReviewBookCheck books;

    @Autowired
    LettersGoOut lettersGoOut;

    @Autowired
    Letters letters;

    @Autowired
    ChangeAccess changeAccess;

    @Autowired
    AddPerson addPerson;

    @Autowired
    Custody custody;

    @Autowired
    SellerTransactions transactions;

    @Autowired
    JdbcClient db;

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
        registry.add("counterfoil.mail.host", () -> "127.0.0.1");
        registry.add("counterfoil.mail.port", () -> SANDBOX.mail().smtpPort());
        registry.add("counterfoil.mail.tls", () -> "NONE");
        registry.add("counterfoil.mail.from", () -> "letters@hub.example");
    }

    @BeforeEach
    void aShop() {
        SANDBOX.mail().clear();
        shop = shops.open();
        owner();
    }

    SignedIn owner() {
        return shops.person(shop, Role.OWNER);
    }

    SignedIn another(Role role, String name) {
        return shops.person(shop, role, name + "@" + shop + ".example");
    }

    Reviews.Told fits(int days) {
        return new Reviews.Told(Outcome.FITS, "", clock.today().plusDays(days));
    }

    ToReview policy(Policy policy) {
        return reviews.one(shop, ReviewKind.POLICY, policy.name());
    }
}
