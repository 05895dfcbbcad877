package app.counterfoil.hub.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.disclosure.Agreement;
import app.counterfoil.hub.disclosure.RecipientRole;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.hub.disclosure.Safeguard;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.retention.ChangePolicy;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Purpose;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The register tells of a shop what the system does, at the moment it is asked, and what is missing in it. */
class RegisterPagesTest extends RegisterBench {

    @Autowired
    private ProcessingRegister register;

    @Autowired
    private Recipients recipients;

    @Autowired
    private ChangePolicy changePolicy;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private BusinessClock clock;

    @Test
    void everyPurposeIsToldWithWhomItIsAboutAndWhatIsReallySealed() {
        var activities = register.of(owner()).activities();
        assertThat(activities).extracting(Activity::purpose).containsExactly(Purpose.values());
        assertThat(of(Purpose.DELIVERY).categories()).contains("Delivery address", "Gift message");
        assertThat(of(Purpose.DELIVERY).opensFor()).containsExactly("Owner", "Packer", "Customer service");
        assertThat(of(Purpose.TAX_RECORD).people()).containsExactly("Buyers");
        assertThat(of(Purpose.TAX_RECORD).onErasure()).contains("Art 17(3)");
        assertThat(of(Purpose.STAFF).categories()).contains("Hash of the password", "How to reach them");
        assertThat(of(Purpose.MARKETING).people()).containsExactly("People who have agreed to marketing");
    }

    @Test
    void aPolicyThatTheSellerHasShortenedShowsAtOnce() throws Exception {
        assertThat(of(Purpose.DELIVERY).retention()).startsWith("90 days").contains("Amazon orders: 30 days");
        changePolicy.decide(shop, Purpose.DELIVERY, 25, owner().id());
        assertThat(of(Purpose.DELIVERY).retention()).startsWith("25 days").doesNotContain("Amazon");
        assertThat(pages.page(owner(), "/register")).contains("25 days after dispatch");
        assertThat(register.activities(shops.open()).get(0).retention()).startsWith("90 days");
    }

    @Test
    void aRecipientWhoseAgreementHasEndedIsShownAsSuchOnceItIsConnected() throws Exception {
        connect(OutsideService.ROYAL_MAIL);
        assertThat(pages.page(owner(), "/register")).doesNotContain("No agreement on file");
        recipients.end(shop, "ROYAL_MAIL", owner().id());
        assertThat(pages.page(owner(), "/register"))
                .contains("Royal Mail has no agreement on file.", "No agreement on file");
        assertThat(register.of(owner()).recipients())
                .filteredOn(each -> each.agreement().isEmpty())
                .extracting(Receiver::categories)
                .containsExactly("Nothing");
    }

    @Test
    void aCountryAbroadIsToldWithWhatProtectsTheDataThereAndSinceWhen() {
        var usual = OutsideService.EBAY.usualAgreement(clock.today());
        recipients.agree(
                shop,
                new Agreement(
                        "EBAY",
                        RecipientRole.PROCESSOR,
                        clock.today(),
                        new Country("IN"),
                        Safeguard.IDTA,
                        Optional.of(clock.today()),
                        usual.categories(),
                        usual.reviewOn()),
                Optional.empty());
        assertThat(of(Purpose.DELIVERY).transfers().orElseThrow())
                .contains("Luxembourg (Amazon): None needed", "India (eBay): International Data Transfer Agreement")
                .contains(", " + clock.today().getDayOfMonth() + " ");
    }

    @Test
    void aReviewThatIsOverdueIsMissing() throws Exception {
        trainingClock.forward(366, turned -> {});
        try {
            assertThat(pages.page(owner(), "/register"))
                    .contains("The review of the agreement with Amazon is overdue.");
        } finally {
            shop = shops.open();
        }
        assertThat(pages.page(owner(), "/register")).doesNotContain("overdue");
    }

    @Test
    void theRegisterOfOneShopNeverNamesAnother() throws Exception {
        var other = shops.open("Other Shop (made up)", "");
        say(owner(), "Owner of the first");
        for (var path : new String[] {"/register", "/register/processing.json", "/register/contacts/CONTACT"}) {
            assertThat(pages.page(shops.person(other, Role.OWNER), path))
                    .as(path)
                    .doesNotContain("Owner of the first")
                    .doesNotContain(owner().seller().toString());
            assertThat(pages.page(owner(), path)).as(path).doesNotContain("Other Shop");
        }
    }

    @Test
    void onlyOwnersAndDataProtectionReadAndChangeIt() throws Exception {
        for (var role : Role.values()) {
            var may = role == Role.OWNER || role == Role.DATA_PROTECTION;
            var person = shops.person(shop, role);
            assertThat(pages.asked(person, get("/register")).getStatus())
                    .as(role.title())
                    .isEqualTo(may ? 200 : 403);
            var said = pages.asked(person, post("/register/contacts/CONTACT").param("name", "A role"));
            assertThat(said.getStatus()).as(role.title()).isEqualTo(may ? 302 : 403);
        }
    }

    /** Each measure names tests; one that is renamed or gone proves nothing. */
    @Test
    void everyMeasureIsProvedByTestsThatThereAre() throws Exception {
        try (var files = Files.walk(Path.of(".."))) {
            var tests = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
            for (var measure : SecurityMeasure.values()) {
                assertThat(measure.proof()).isNotEmpty().allMatch(tests::contains, "a test that there is");
            }
        }
    }

    private void say(SignedIn person, String name) throws Exception {
        pages.asked(person, post("/register/contacts/CONTACT").param("name", name));
    }

    private Activity of(Purpose purpose) {
        return register.activities(shop).stream()
                .filter(each -> each.purpose() == purpose)
                .findFirst()
                .orElseThrow();
    }
}
