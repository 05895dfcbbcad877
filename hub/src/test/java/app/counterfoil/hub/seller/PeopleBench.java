package app.counterfoil.hub.seller;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A shop with an owner, who has signed in, and a packer, for tests of who may come in for how long. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
abstract class PeopleBench {

    static final String PASSWORD = MadeUpShops.PASSWORD;
    static final String OTHER = "another sentence for it";
    static final HubDatabase DATABASE = HubDatabase.fresh();

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private AddPerson addPerson;

    @Autowired
    HubPages pages;

    @Autowired
    People people;

    @Autowired
    TrainingClock trainingClock;

    String host = "";
    SellerId shop = new SellerId(new UUID(0, 0));
    SignedIn owner;
    SignedIn packer;
    MockHttpSession owners;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.training", () -> "true");
    }

    @BeforeEach
    void anOwnerAndAPacker() throws Exception {
        host = UUID.randomUUID() + ".example";
        shop = shops.open();
        owner = added(Role.OWNER, "Olivia", "owner");
        packer = added(Role.PACKER, "Pat Packer", "packer");
        owners = session("owner", PASSWORD);
    }

    SignedIn added(Role role, String name, String mailbox) {
        addPerson.add(shop, role, name, mailbox + "@" + host, PASSWORD);
        return people.byEmail(mailbox + "@" + host).orElseThrow();
    }

    /** What the owner is answered who does that to the packer. */
    MockHttpServletResponse act(String act, Map<String, String> typed) throws Exception {
        var request = post("/people/" + packer.id() + act);
        typed.forEach(request::param);
        return asked(owners, request);
    }

    MockHttpServletResponse asked(MockHttpSession session, MockHttpServletRequestBuilder request) throws Exception {
        return pages.asked(session, request);
    }

    MockHttpServletResponse signIn(String mailbox, String password) throws Exception {
        return pages.signIn(mailbox + "@" + host, password).getResponse();
    }

    MockHttpSession session(String mailbox, String password) throws Exception {
        return pages.session(mailbox + "@" + host, password);
    }
}
