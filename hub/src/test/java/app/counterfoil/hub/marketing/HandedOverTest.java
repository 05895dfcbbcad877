package app.counterfoil.hub.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Only people whose consent is live get to a newsletter service, by whatever way it is tried. */
class HandedOverTest extends AudienceBench {

    @Test
    void whoHasConfirmedIsHandedOverOnceAndItStandsInTheLedger() {
        var email = fresh();
        var consent = live(email);
        sync.of(shop);
        sync.of(shop);
        assertThat(SANDBOX.mailchimp().statusOf(LIST, email)).contains("subscribed");
        assertThat(puts()).singleElement().satisfies(asked -> assertThat(
                        asked.request().text())
                .contains("\"email_address\":\"" + email + "\"", "\"status_if_new\":\"subscribed\"", "timestamp_opt")
                .doesNotContain("\"status\":"));
        assertThat(disclosures.in(shop, YearMonth.from(clock.today()), Optional.of("MAILCHIMP"), 10))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.what().categories()).containsExactly(DataCategory.EMAIL);
                    assertThat(entry.what().subject()).isEqualTo(consent.subject());
                    assertThat(entry.what().account()).isEqualTo(account.id());
                });
        assertThat(counts()).containsExactlyEntriesOf(Map.of(MemberState.THERE, 1L));
    }

    @Test
    void whatKeepsAllFromBeingHandedOverIsSaidAndGoesOnOnceItIsMended() throws Exception {
        var email = fresh();
        live(email);
        recipients.end(shop, "MAILCHIMP", office.id());
        sync.of(shop);
        assertThat(pages.page(office, "/marketing")).contains("no agreement with it is on file");
        recipients.agree(shop, OutsideService.MAILCHIMP.usualAgreement(clock.today()), Optional.empty());
        sync.of(shop);
        assertThat(SANDBOX.mailchimp().statusOf(LIST, email)).contains("subscribed");
        assertThat(pages.page(office, "/marketing"))
                .contains("In the audience")
                .doesNotContain("no agreement with it is on file");
    }

    @Test
    void whoWithdrawsIsStoppedThereAndWhoIsErasedIsDeletedForGood() {
        var withdraws = fresh();
        var erased = fresh();
        live(withdraws);
        live(erased);
        sync.of(shop);
        links.withdraw(shop, withdrawSecret(withdraws));
        endConsent.ofAddress(shop, new Contact(erased), ConsentAct.ERASED, ConsentWay.RIGHTS_REQUEST);
        sync.of(shop);
        assertThat(SANDBOX.mailchimp().statusOf(LIST, withdraws)).contains("unsubscribed");
        assertThat(SANDBOX.mailchimp().statusOf(LIST, erased)).isEmpty();
        assertThat(asked("DELETE")).as("an archived member could be woken").isEmpty();
        assertThat(counts()).containsExactlyEntriesOf(Map.of(MemberState.GONE, 2L));
        assertThat(DATABASE.count("SELECT count(*) FROM counterfoil.vault_record WHERE kind LIKE 'marketing.%'"
                        + " AND seller_id = '" + shop + "'"))
                .as("neither an address nor a name is kept")
                .isZero();
        endConsent.ofAddress(shop, new Contact(withdraws), ConsentAct.ERASED, ConsentWay.RIGHTS_REQUEST);
        sync.of(shop);
        assertThat(SANDBOX.mailchimp().statusOf(LIST, withdraws))
                .as("erased after they had withdrawn")
                .isEmpty();
    }

    @Test
    void whoIsForgottenThereIsNotTriedAgainAndTheShopIsTold() throws Exception {
        var email = fresh();
        live(email);
        sync.of(shop);
        endConsent.ofAddress(shop, new Contact(email), ConsentAct.ERASED, ConsentWay.RIGHTS_REQUEST);
        sync.of(shop);
        forward(1);
        live(email);
        sync.of(shop);
        var tried = puts().size();
        forwardAnHour();
        sync.of(shop);
        assertThat(puts()).hasSize(tried);
        assertThat(counts()).containsEntry(MemberState.REFUSED, 1L);
        assertThat(pages.page(office, "/marketing")).contains("deleted for good at the newsletter service");
    }

    @Test
    void whoHasLeftThereIsNeverSubscribedAgainByUsButAskedWhenTheyComeBack() {
        var email = fresh();
        live(email);
        sync.of(shop);
        SANDBOX.mailchimp().unsubscribe(LIST, email);
        forward(1);
        sync.of(shop);
        assertThat(consents.isStopped(shop, new Contact(email)))
                .as("found in its list")
                .isTrue();
        assertThat(acts(consents.find(shop, office, new Contact(email)).orElseThrow()))
                .endsWith(ConsentAct.WITHDRAWN);
        forward(1);
        live(email);
        sync.of(shop);
        assertThat(SANDBOX.mailchimp().statusOf(LIST, email)).contains("pending");
        assertThat(puts()).noneMatch(asked -> asked.request().text().contains("\"status\":\"subscribed\""));
        assertThat(stateOf(email)).isEqualTo(ConsentState.LIVE);
    }

    @Test
    void whoHadLeftThereBeforeAndIsOnlyFoundByTheirHandOverIsWithdrawn() {
        var stranger = fresh();
        SANDBOX.mailchimp().unsubscribe(LIST, stranger);
        sync.of(shop);
        var email = fresh();
        live(email);
        sync.of(shop);
        SANDBOX.mailchimp().unsubscribe(LIST, email);
        assertThat(stateOf(email))
                .as("not told yet, and looked through a moment ago")
                .isEqualTo(ConsentState.LIVE);
        forward(1);
        sync.of(shop);
        assertThat(consents.isStopped(shop, new Contact(email))).isTrue();
    }

    @Test
    void whoseUseIsRestrictedIsKeptAsideThereAndGoesBackAfterwards() {
        var email = fresh();
        var consent = live(email);
        sync.of(shop);
        restrict(consent);
        sync.of(shop);
        assertThat(SANDBOX.mailchimp().statusOf(LIST, email)).contains("archived");
        assertThat(counts()).containsEntry(MemberState.PAUSED, 1L);
        custody.in(shop, vault -> {
            vault.restrictions().lift(consent.subject());
            return consent;
        });
        sync.of(shop);
        assertThat(SANDBOX.mailchimp().statusOf(LIST, email)).contains("pending");
    }

    /** The service has taken them, and the answer is lost: they have ended it by the time it is asked again. */
    @Test
    void whoWithdrawsWhileTheyAreHandedOverIsStoppedThere() {
        var email = fresh();
        live(email);
        var link = withdrawSecret(email);
        SANDBOX.faults().switchOn(new Faults.Switched("mailchimp-put", Fault.TRUNCATED_JSON, 1, 1));
        sync.of(shop);
        assertThat(SANDBOX.mailchimp().statusOf(LIST, email)).contains("subscribed");
        links.withdraw(shop, link);
        sync.of(shop);
        assertThat(SANDBOX.mailchimp().statusOf(LIST, email)).contains("unsubscribed");
    }

    /** Somebody presses the link in the very moment in which the service is called. */
    @Test
    void aWithdrawalDuringTheCallComesAfterIt() {
        var email = fresh();
        var consent = live(email);
        var link = withdrawSecret(email);
        DATABASE.change("INSERT INTO counterfoil.marketing_member"
                + " (seller_id, account_id, person_id, member_id, state, due_at, claimed_until, tries) VALUES ('" + shop
                + "', '" + account.id() + "', '" + consent.person() + "', gen_random_uuid(), 'DUE', '"
                + clock.now().plusSeconds(120) + "', '" + clock.now().plusSeconds(120) + "', 1)");
        links.withdraw(shop, link);
        sync.of(shop);
        assertThat(asked("PATCH"))
                .as("the call that may put them in is not over")
                .isEmpty();
        DATABASE.change("UPDATE counterfoil.marketing_farewell SET due_at = '"
                + clock.now().minusSeconds(1) + "'");
        sync.of(shop);
        assertThat(asked("PATCH")).hasSize(1);
    }

    static Stream<Fault> faults() {
        return Stream.of(Fault.SERVER_ERROR, Fault.UNAVAILABLE, Fault.TOO_MANY_WITH_RETRY_AFTER, Fault.HTML);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aServiceInTroubleIsAskedAgainLaterAndNothingIsLost(Fault fault) throws Exception {
        var email = fresh();
        live(email);
        SANDBOX.faults().switchOn(new Faults.Switched("mailchimp-put", fault, 1, 1));
        sync.of(shop);
        assertThat(pages.page(office, "/marketing")).contains("Mailchimp");
        assertThat(states.of(shop).get(0).stopped()).isPresent();
        assertThat(SANDBOX.mailchimp().statusOf(LIST, email)).isEmpty();
        forwardAnHour();
        sync.of(shop);
        assertThat(SANDBOX.mailchimp().statusOf(LIST, email)).contains("subscribed");
        assertThat(states.of(shop).get(0).stopped()).isEmpty();
    }

    @Test
    void aShopThatHasItsKeyRevokedIsToldAndItsWithdrawalsGoOutOnceItHasANewOne() {
        var email = fresh();
        live(email);
        sync.of(shop);
        links.withdraw(shop, withdrawSecret(email));
        SANDBOX.faults().switchOn(new Faults.Switched("mailchimp-patch", Fault.SERVER_ERROR, 1, 3));
        sync.of(shop);
        assertThat(states.of(shop).get(0).farewells()).isEqualTo(1);
        SANDBOX.faults().clear();
        states.tryAgain(account);
        sync.of(shop);
        assertThat(SANDBOX.mailchimp().statusOf(LIST, email)).contains("unsubscribed");
        assertThat(states.of(shop).get(0).farewells()).isZero();
    }
}
