package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.custody.StaffTrace;
import app.counterfoil.hub.seller.ChangeAccess;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The seller's own people ask about their accounts; while they work there nothing of it goes, and then what nobody needs. */
class StaffRequestsTest extends RightsBench {

    private static final AtomicInteger STAFF = new AtomicInteger();

    @Autowired
    private StaffRequests staff;

    @Autowired
    private Bundles bundles;

    @Autowired
    private ApplicationContext hub;

    @Autowired
    private Receipts receipts;

    @Autowired
    private RestrictOnRequest restrict;

    @Autowired
    private FinishErasures finish;

    @Autowired
    private ChangeAccess changeAccess;

    @Autowired
    private PeopleOfTheShop people;

    @Test
    void whoeverIsSignedInAsksForThemselvesAndFetchesTheirCopy() throws Exception {
        var packer = packer();
        buysAtEbay(Somebody.fresh("Testa Demoson"));
        download();
        assertThat(pages.page(packer, "/orders")).isNotEmpty();
        assertThat(pages.asked(
                                packer,
                                post("/your-data").param("kind", "ACCESS").param("law", "UK"))
                        .getRedirectedUrl())
                .isEqualTo("/your-data");
        var request = requests.ofStaff(shop, packer.id()).get(0);
        assertThat(request.proof()).contains(IdentityProof.SIGNED_IN);
        assertThat(request.door()).isEqualTo(Door.SIGNED_IN);
        assertThat(request.clock().daysLeft(clock.today())).isPresent();
        assertThat(pages.page(office, "/requests/" + request.id()))
                .contains("Held on them as one of the shop", "Entries of the journal", "@shop.example")
                .doesNotContain("Look for their orders");
        assertThat(pages.page(packer, "/your-data")).contains(request.name()).doesNotContain("Fetch your copy");
        var passphrase = bundles.make(shop, request.id(), office);
        assertThat(pages.page(packer, "/your-data")).contains("Fetch your copy");
        var fetched = pages.asked(packer, get("/your-data/" + request.id() + "/bundle.pdf"));
        try (var opened = Loader.loadPDF(fetched.getContentAsByteArray(), passphrase)) {
            assertThat(new PDFTextStripper().getText(opened)).contains("Account", "@shop.example", "Packer");
        }
        assertThat(pages.asked(packer(), get("/your-data/" + request.id() + "/bundle.pdf"))
                        .getStatus())
                .as("a colleague's")
                .isEqualTo(404);
        forward(14);
        assertThat(pages.asked(packer, get("/your-data/" + request.id() + "/bundle.pdf"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void anErasureWaitsWhileTheyWorkThereAndThenAddressAndPasswordGo() throws Exception {
        var packer = packer();
        var owner = shops.person(shop, Role.OWNER);
        var id = takeIn.takeInFromStaff(shop, RequestKind.ERASURE, Law.UK, packer.id(), "", packer.id());
        assertThat(erase.carryOut(shop, id, office)).isFalse();
        assertThat(request(id).state()).isEqualTo(RequestState.WAITING);
        assertThat(pages.page(packer, "/your-data")).contains("When your access ends");
        finish.of(shop);
        assertThat(request(id).state()).isEqualTo(RequestState.WAITING);

        changeAccess.end(owner, packer.id());
        finish.of(shop);

        assertThat(request(id).state()).isEqualTo(RequestState.DONE);
        assertThat(staff.look(shop, request(id), office, "TEST_LOOK")).hasValueSatisfying(look -> {
            assertThat(look.email()).isEmpty();
            assertThat(look.name()).isNotEmpty();
            assertThat(look.worksHere()).isFalse();
        });
        assertThat(log.of(shop, id))
                .anyMatch(step -> step.what() == Step.LOOKED_AGAIN
                        && step.detail().equals("0 of what should be gone opens, 1 stays by law"));
        var receipt = receipts.of(shop, id).orElseThrow();
        assertThat(receipt.lines()).anyMatch(line -> line.contains("the address and the password"));
        assertThat(pages.asked(get("/receipts/" + shop + "/" + receipt.code())).getContentAsString())
                .contains("It holds: looked at just now.", "of an account of the shop");
        assertThat(pages.page(office, "/requests/" + id)).contains(receipt.code());
        assertThat(people.whoLeft(owner)).anyMatch(left -> left.id().equals(packer.id()));
        assertThatThrownBy(() -> changeAccess.giveBack(owner, packer.id())).hasMessageContaining("no such person");
        forwardAYear();
        assertThat(staff.look(shop, request(id), office, "TEST_LOOK")).isEmpty();
    }

    @Test
    void whatIsWrongInAnAccountIsPutRightAndLeadsIn() throws Exception {
        var packer = packer();
        var id = takenInByTheOffice(RequestKind.RECTIFICATION, packer);
        assertThatThrownBy(() -> staff.correct(shop, id, "A", "a@shop.example", office))
                .hasMessageContaining("not known yet");
        handle.identityKnown(shop, id, IdentityProof.KNOWN_IN_PERSON, Optional.of(office.id()));
        var fresh = "right" + STAFF.incrementAndGet() + "@shop.example";
        var done = pages.asked(
                office,
                post("/requests/" + id + "/account").param("name", "Right Name").param("email", fresh));
        assertThat(done.getRedirectedUrl()).isEqualTo("/requests/" + id);
        assertThat(log.of(shop, id).get(1).detail()).isEqualTo("the e-mail, the name");
        assertThat(people.one(shops.person(shop, Role.OWNER), packer.id()).shownEmail())
                .isEqualTo(fresh);
        var other = packer();
        var theirs = people.one(shops.person(shop, Role.OWNER), other.id()).shownEmail();
        assertThatThrownBy(() -> staff.correct(shop, id, "Right Name", theirs, office))
                .hasMessageContaining("Somebody else signs in");
        assertThatThrownBy(() -> staff.correct(shop, id, "Right Name", fresh, office))
                .hasMessageContaining("Nothing is changed");
    }

    @Test
    void anAccountIsRestrictedAndItsOwnerSignsInAllTheSame() throws Exception {
        var packer = packer();
        var id = takeIn.takeInFromStaff(shop, RequestKind.RESTRICTION, Law.UK, packer.id(), "", packer.id());
        restrict.restrict(shop, id, office);
        assertThat(request(id).state()).isEqualTo(RequestState.DONE);
        assertThat(restrict.isRestrictedAccount(shop, request(id))).isTrue();
        assertThat(pages.page(office, "/requests/" + id))
                .contains("Lift the restriction", "they sign in, each time by their own wish");
        assertThat(pages.page(packer, "/your-data")).contains("Done");
        restrict.lift(shop, id, office);
        assertThat(restrict.isRestrictedAccount(shop, request(id))).isFalse();
    }

    @Test
    void whatTheyDidInEveryModuleIsToldByNumber() throws Exception {
        var owner = shops.person(shop, Role.OWNER);
        var other = shops.person(shop, Role.OWNER, "other" + STAFF.incrementAndGet() + "-" + shop + "@shop.example");
        pages.asked(
                owner,
                post("/marketing/wordings")
                        .param("wordingKind", "CONSENT")
                        .param("words", "Demo Shop (made up) may write to me."));
        pages.asked(
                owner,
                post("/exports")
                        .param("purpose", "FACTS")
                        .param("reason", "for the test")
                        .param("fileFormat", "CSV")
                        .param("days", "7"));
        pages.asked(owner, post("/reviews/access"));
        pages.asked(owner, post("/reviews/access/people/" + other.id()).param("verdict", "KEEP"));
        pages.asked(other, post("/reviews/access/people/" + owner.id()).param("verdict", "KEEP"));
        var id = takenInByTheOffice(RequestKind.ACCESS, owner);
        assertThat(pages.page(office, "/requests/" + id))
                .contains(
                        "Words written to ask for consent",
                        "Reviews done, begun or planned",
                        "Decisions on the access of others, and of programs",
                        "Decisions on their own access, by whomever");
        var traces = hub.getBeanProvider(StaffTrace.class).stream()
                .map(StaffTrace::what)
                .toList();
        assertThat(traces).contains("files of orders made or withdrawn", "downloads of files of orders");
    }

    @Test
    void nobodyAsksForSomebodyOfAnotherShop() {
        var another = shops.open();
        var theirs = shops.person(another, Role.PACKER);
        assertThatThrownBy(() -> takenInByTheOffice(RequestKind.ACCESS, theirs)).hasMessageContaining("no such person");
    }

    private UUID takenInByTheOffice(RequestKind kind, SignedIn of) {
        return takeIn.takeInFromStaff(shop, kind, Law.UK, of.id(), "In a talk", office.id());
    }

    private SignedIn packer() {
        return shops.person(shop, Role.PACKER, "packer" + STAFF.incrementAndGet() + "-" + shop + "@shop.example");
    }
}
