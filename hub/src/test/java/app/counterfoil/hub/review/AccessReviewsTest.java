package app.counterfoil.hub.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.review.AccessRound.LeftToDo;
import app.counterfoil.hub.seller.ApiScope;
import app.counterfoil.hub.seller.ApiToken;
import app.counterfoil.hub.seller.ApiTokens;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.vault.Purpose;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;

/** Who has access is gone through person by person; what was decided is kept with what was known then. */
class AccessReviewsTest extends ReviewBench {

    @Autowired
    private PeopleOfTheShop people;

    @Autowired
    private LastSignIns signIns;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private TokenReviews onTokens;

    @Test
    void everybodyIsDecidedOnWithWhatIsKnownOfTheirUse() {
        var officer = another(Role.DATA_PROTECTION, "officer");
        people.of(officer);
        people.of(officer);
        signIns.signedIn(new InteractiveAuthenticationSuccessEvent(
                new UsernamePasswordAuthenticationToken(officer, null, officer.getAuthorities()), getClass()));
        access.start(owner());
        access.decide(owner(), officer.id(), Verdict.KEEP);
        access.decide(owner(), owner().id(), Verdict.KEEP);
        access.close(owner());
        var decided = access.all(shop).get(0).standing();
        assertThat(decided.get(officer.id())).satisfies(each -> {
            assertThat(each.known().opened()).containsEntry(Purpose.STAFF, 4L);
            assertThat(each.known().lastSignIn()).isPresent();
            assertThat(each.alone()).isFalse();
        });
        assertThat(decided.get(owner().id()).alone()).isTrue();
        assertThat(reviews.one(shop, ReviewKind.ACCESS, "ACCESS").nextOn())
                .isEqualTo(clock.today().plusMonths(3));
        assertThat(reviews.history(owner()).get(0).note()).contains("Decided on 2 people; 0 changed.");
        assertThat(books.of(shop).flaws()).isEmpty();
    }

    @Test
    void nobodyDecidesOnThemselvesWhileThereIsAnotherOwner() {
        var other = another(Role.OWNER, "other");
        access.start(owner());
        assertThatThrownBy(() -> access.decide(owner(), owner().id(), Verdict.KEEP))
                .hasMessageContaining("Nobody decides on their own access");
        access.decide(other, owner().id(), Verdict.KEEP);
        access.decide(owner(), other.id(), Verdict.KEEP);
        access.close(owner());
        assertThat(access.all(shop).get(0).decisions()).noneMatch(AccessDecision::alone);
    }

    @Test
    void itClosesOnceWhatWasDecidedIsCarriedOut() {
        var packer = shops.person(shop, Role.PACKER);
        access.start(owner());
        access.decide(owner(), owner().id(), Verdict.KEEP);
        assertThatThrownBy(() -> access.close(owner())).hasMessageContaining("left to do about one person");
        access.decide(owner(), packer.id(), Verdict.CHANGE_ROLE);
        assertThat(left(packer.id(), Role.PACKER)).isEqualTo(LeftToDo.CHANGE_ROLE);
        assertThatThrownBy(() -> access.close(owner())).hasMessageContaining("left to do about one person");
        changeAccess.role(owner(), packer.id(), Role.SERVICE);
        assertThat(left(packer.id(), Role.SERVICE)).isEqualTo(LeftToDo.NOTHING);
        access.decide(owner(), packer.id(), Verdict.END);
        assertThatThrownBy(() -> access.close(owner())).hasMessageContaining("left to do about one person");
        changeAccess.end(owner(), packer.id());
        access.close(owner());
        assertThat(reviews.history(owner()).get(0).outcome()).isEqualTo(Outcome.CHANGED);
        assertThatThrownBy(() -> access.close(owner())).hasMessageContaining("No review of access is open");
    }

    @Test
    void whoCameOrLeftOrGotAnotherRoleSinceItBeganIsShown() throws Exception {
        var packer = shops.person(shop, Role.PACKER);
        var service = shops.person(shop, Role.SERVICE);
        access.start(owner());
        access.decide(owner(), service.id(), Verdict.KEEP);
        changeAccess.end(owner(), packer.id());
        changeAccess.role(owner(), service.id(), Role.BOOKKEEPER);
        another(Role.PACKER, "late");
        assertThat(pages.page(owner(), "/reviews/access"))
                .contains(
                        "Came after the review began",
                        "Was Customer service when the review began",
                        "Role changed since: decide again",
                        "Packer, had access when the review began, and has it no more");
        assertThatThrownBy(() -> access.close(owner())).hasMessageContaining("about 3 people");
    }

    @Test
    void dataProtectionSeesItAndDecidesNothing() throws Exception {
        var officer = another(Role.DATA_PROTECTION, "officer");
        access.start(owner());
        assertThat(pages.page(officer, "/reviews/access"))
                .contains("To be decided")
                .doesNotContain("Decide</button>");
        var tried = pages.asked(
                officer, post("/reviews/access/people/" + owner().id()).param("verdict", "KEEP"));
        assertThat(tried.getStatus()).isEqualTo(403);
        assertThat(access.all(shop).get(0).decisions()).isEmpty();
    }

    @Test
    void theEvidenceIsTakenAlongWithoutABuyerAndPeopleByTheirIds() throws Exception {
        access.start(owner());
        access.decide(owner(), owner().id(), Verdict.KEEP);
        access.close(owner());
        reviews.record(owner(), ReviewKind.POLICY, "PRIVACY", fits(30));
        assertThat(pages.page(owner(), "/reviews/evidence.json"))
                .contains(
                        "\"verdict\" : \"KEEP\"",
                        "\"alone\" : true",
                        "\"code\" : \"PRIVACY\"",
                        owner().id().toString())
                .doesNotContain("Demo Owner");
        assertThat(pages.page(owner(), "/reviews/evidence.csv"))
                .contains("Privacy policy", "It fits as it is")
                .doesNotContain("Demo Owner");
    }

    @Test
    void aProgramsTokenIsKeptOrWithdrawnBeforeItCloses() throws Exception {
        tokens.make(owner(), "Help desk", Set.of(ApiScope.RIGHTS_REQUESTS), 90);
        tokens.make(owner(), "Old files", Set.of(ApiScope.EXPORT_DELIVERY), 365);
        var old = token("Old files");
        access.start(owner());
        access.decide(owner(), owner().id(), Verdict.KEEP);
        assertThat(pages.page(owner(), "/reviews/access"))
                .contains(
                        "Help desk", "Make files of whom parcels go to", "Something is left to decide about a program");
        assertThatThrownBy(() -> access.close(owner())).hasMessageContaining("2 tokens of programs");
        onTokens.decide(owner(), token("Help desk").id(), Verdict.KEEP);
        assertThatThrownBy(() -> onTokens.decide(owner(), old.id(), Verdict.CHANGE_ROLE))
                .hasMessageContaining("no role");
        assertThatThrownBy(() -> access.close(owner())).hasMessageContaining("A token of a program");
        onTokens.decide(owner(), old.id(), Verdict.END);
        assertThat(token("Old files").standsOn(clock.today())).isFalse();
        assertThatThrownBy(() -> onTokens.decide(owner(), old.id(), Verdict.KEEP))
                .hasMessageContaining("nothing");
        access.close(owner());
        assertThat(reviews.history(owner()).get(0).note()).contains("Decided on 1 person and 2 tokens; 1 changed.");
        assertThat(pages.page(owner(), "/reviews/access"))
                .contains("Program Old files: Access ends", "Program Help desk: Keeps it");
        assertThat(pages.page(owner(), "/reviews/evidence.json"))
                .contains("\"token\" : \"" + old.id(), "\"EXPORT_DELIVERY\"", "\"verdict\" : \"END\"")
                .doesNotContain("Old files");
        assertThat(books.of(shop).flaws()).isEmpty();
    }

    private ApiToken token(String name) {
        return tokens.all(shop).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private LeftToDo left(UUID person, Role now) {
        return access.open(shop).orElseThrow().leftToDo(person, Optional.of(now));
    }
}
