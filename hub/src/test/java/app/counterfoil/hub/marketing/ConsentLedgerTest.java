package app.counterfoil.hub.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.sandbox.ebay.EbayOrderJson;
import app.counterfoil.sandbox.world.Sale;
import app.counterfoil.vault.PurposeNotCarried;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has agreed to what, how it is proven, and how it ends: nobody comes in but with a proof and by their own mailbox. */
class ConsentLedgerTest extends MarketingBench {

    @Autowired
    private SellerTransactions transactions;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Custody custody;

    @Test
    void whoHasAgreedOnPaperIsLiveOnceTheyHaveConfirmedItThemselves() {
        var email = fresh();
        assertThat(paper(email).taken()).isEqualTo(1);
        var asked = of(email);
        assertThat(asked.state()).isEqualTo(ConsentState.AWAITING);
        var mail = mailTo(email);
        assertThat(mail.text()).contains("Demo Shop (made up) may write to me about its own goods.");
        assertThat(links.confirm(shop, confirmSecret(email))).isTrue();
        assertThat(stateOf(email)).isEqualTo(ConsentState.LIVE);
        assertThat(acts(asked.person())).containsExactly(ConsentAct.GIVEN, ConsentAct.ASKED, ConsentAct.CONFIRMED);
        assertThat(consents.history(shop, asked.person()).get(0)).satisfies(event -> {
            assertThat(event.proof()).contains(ConsentProof.PAPER);
            assertThat(event.evidence()).isEqualTo("BOX-7/12");
            assertThat(event.wording()).contains(words);
            assertThat(event.givenOn()).contains(clock.today());
            assertThat(event.staff()).contains(office.id());
        });
    }

    @Test
    void aLetterCanBeEndedByOneClickOfTheMailProgram() {
        var email = fresh();
        signsUp(email);
        assertThat(mailTo(email).raw())
                .contains("List-Unsubscribe: <https://hub.example/unsubscribe/")
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    }

    @Test
    void withdrawingDestroysTheAddressAndLeavesTheProof() {
        var email = fresh();
        var consent = live(email);
        links.withdraw(shop, withdrawSecret(email));
        assertThat(consents.one(shop, consent.person()).state()).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(acts(consent.person())).endsWith(ConsentAct.CONFIRMED, ConsentAct.WITHDRAWN);
        assertThat(consents.isStopped(shop, new Contact(email.toUpperCase(Locale.ROOT))))
                .isTrue();
        assertThat(DATABASE.count(
                        "SELECT count(*) FROM counterfoil.vault_record WHERE subject_id = '" + consent.subject() + "'"))
                .isZero();
        assertThat(consents.find(shop, office, new Contact(email)))
                .as("the proof is found by the address that the person gives")
                .contains(consent.person());
        links.withdraw(shop, "no-such-link");
    }

    @Test
    void whoWantsNoMarketingIsTakenInByNobodyButThemselves() {
        var email = fresh();
        live(email);
        endConsent.byStaff(shop, of(email).person(), ConsentAct.OBJECTED, office.id());
        assertThat(whyNot(given(ConsentProof.PAPER), email)).contains("wants no marketing");
        assertThat(whyNot(given(ConsentProof.IMPORT), email)).contains("wants no marketing");
        assertThat(whyNot(soft(), email)).contains("wants no marketing");
        signsUp(email);
        assertThat(consents.isStopped(shop, new Contact(email)))
                .as("signing up alone changes nothing")
                .isTrue();
        assertThat(links.confirm(shop, confirmSecret(email))).isTrue();
        assertThat(stateOf(email)).isEqualTo(ConsentState.LIVE);
        assertThat(consents.isStopped(shop, new Contact(email))).isFalse();
    }

    @Test
    void aMarketplacesAddressIsNeverForMarketing() {
        var email = fresh();
        var order = EbayOrderJson.of(sale(email), 1);
        SANDBOX.world().account("ebay-1").orElseThrow().put(order.get("orderId").asString(), order);
        shops.download(shop, OutsideService.EBAY);
        assertThat(whyNot(given(ConsentProof.PAPER), email)).contains("A marketplace has given this address");
        assertThat(whyNot(soft(), email)).contains("A marketplace has given this address");
        for (var relay : List.of("abc@marketplace.amazon.co.uk", "x@Members.eBay.com")) {
            assertThat(whyNot(given(ConsentProof.PAPER), relay)).contains("made this address for one order");
            assertThatThrownBy(() -> signsUp(relay)).isInstanceOf(NotTaken.class);
        }
        assertThat(consents.counts(shop)).isEmpty();
    }

    @Test
    void aSoftOptInHasRulesOfItsOwnAndIsNoConsent() {
        var email = fresh();
        var offer = wordings.write(
                shop, WordingKind.REFUSAL_OFFER, "Demo Shop (made up): tick here to get no mail.", Optional.empty());
        assertThatThrownBy(() -> takeIn(with(ConsentProof.SALE, offer, false, true), email))
                .hasMessageContaining("own similar goods");
        assertThatThrownBy(() -> takeIn(with(ConsentProof.SALE, offer, true, false), email))
                .hasMessageContaining("way to refuse");
        assertThatThrownBy(() -> takeIn(given(ConsentProof.SALE), email))
                .as("words of consent are no offer to refuse")
                .isInstanceOf(NotTaken.class);
        takeIn(soft(), email);
        assertThat(stateOf(email)).isEqualTo(ConsentState.SOFT);
        letters.of(shop);
        assertThat(SANDBOX.mail().taken()).isEmpty();
        takeIn.askAgain(shop, of(email).person(), office.id(), ADDRESS);
        assertThat(links.confirm(shop, confirmSecret(email))).isTrue();
        assertThat(stateOf(email)).isEqualTo(ConsentState.LIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Pat Example", "SMITH-1", "07700900123456", "x"})
    void nobodyIsBroughtAlongWithoutEvidence(String evidence) {
        var given = new ConsentGiven(ConsentProof.IMPORT, words, clock.today(), evidence, false, false);
        assertThatThrownBy(() -> takeIn(given, fresh(), fresh()))
                .isInstanceOfSatisfying(
                        NotTaken.class, refused -> assertThat(refused.field()).isEqualTo("evidence"));
        assertThat(consents.counts(shop)).isEmpty();
    }

    @Test
    void oneBadLineKeepsNobodyElseOutAndIsNotRepeated() {
        var outcome = paper(fresh(), "secretname", fresh());
        assertThat(outcome.taken()).isEqualTo(2);
        assertThat(outcome.refused()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(2);
            assertThat(line.toString()).doesNotContain("secretname");
        });
        assertThat(paper(of(fresh2()).toString()).taken()).isZero();
    }

    private String fresh2() {
        var email = fresh();
        paper(email);
        assertThat(whyNot(given(ConsentProof.PAPER), email)).contains("was asked already");
        return email;
    }

    @Test
    void whoDoesNotConfirmWithinSevenDaysIsForgotten() {
        var email = fresh();
        paper(email);
        var consent = of(email);
        var late = confirmSecret(email);
        forward(8);
        assertThat(consents.one(shop, consent.person()).state()).isEqualTo(ConsentState.LAPSED);
        assertThat(links.confirm(shop, late)).isFalse();
        assertThat(DATABASE.count(
                        "SELECT count(*) FROM counterfoil.vault_record WHERE subject_id = '" + consent.subject() + "'"))
                .isZero();
        assertThat(DATABASE.count("SELECT count(*) FROM counterfoil.marketing_person WHERE contact_token <> 0"
                        + " AND person_id = '" + consent.person() + "'"))
                .isZero();
        assertThat(paper(email).taken()).as("they have refused nothing").isEqualTo(1);
    }

    @Test
    void aLaterConsentStandsInThePlaceOfTheEarlier() {
        var email = fresh();
        var first = live(email);
        var second = live(email);
        assertThat(second.person()).isNotEqualTo(first.person());
        assertThat(consents.one(shop, first.person()).state()).isEqualTo(ConsentState.REPLACED);
        assertThat(consents.isStopped(shop, new Contact(email))).isFalse();
    }

    @Test
    void theAddressGoesOnAsLongAsTheyAgreeAndIsCarriedOnInTime() {
        var email = fresh();
        var consent = live(email);
        assertThat(consent.endsOn()).isEqualTo(clock.today().plusYears(2));
        DATABASE.change("UPDATE counterfoil.marketing_person SET ends_on = '"
                + clock.today().plusDays(20) + "' WHERE person_id = '" + consent.person() + "'");
        forward(1);
        assertThat(of(email).endsOn()).isEqualTo(clock.today().plusYears(2));
    }

    @Test
    void wordsAreKeptVersionByVersionAndNameTheShop() {
        assertThatThrownBy(() -> wordings.write(shop, WordingKind.CONSENT, "We may write to you.", Optional.empty()))
                .isInstanceOf(NotTaken.class);
        var second = wordings.write(
                shop, WordingKind.CONSENT, "Yes, Demo Shop (made up) may write to me.", Optional.of(office.id()));
        assertThat(wordings.all(shop, WordingKind.CONSENT))
                .extracting(Wording::number)
                .containsExactly(2, 1);
        assertThat(wordings.current(shop, WordingKind.CONSENT).orElseThrow().id())
                .isEqualTo(second);
        assertThat(wordings.one(shops.open(), second)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE marketing_wording SET words = 'other'",
                "DELETE FROM marketing_wording",
                "UPDATE marketing_event SET what = 'CONFIRMED'",
                "DELETE FROM marketing_event",
                "DELETE FROM marketing_stop"
            })
    void theApplicationChangesNothingThatWasSaid(String sql) {
        assertThatThrownBy(() -> transactions.run(shop, () -> db.sql(sql).update()))
                .hasStackTraceContaining("42501");
    }

    @Test
    void onlyWhoAnswersForDataOpensAddressesAndItStandsInTheJournal() {
        var consent = live(fresh());
        for (var role : Role.values()) {
            var reader = shops.person(shop, role);
            if (role == Role.OWNER || role == Role.DATA_PROTECTION) {
                assertThat(consents.opened(shop, reader, List.of(consent))).hasSize(1);
                assertThat(DATABASE.count("SELECT count(*) FROM counterfoil.vault_journal WHERE reader_id = '"
                                + reader.id() + "' AND reason = 'MARKETING_PAGE'"))
                        .isPositive();
            } else {
                assertThatThrownBy(() -> consents.opened(shop, reader, List.of(consent)))
                        .isInstanceOf(PurposeNotCarried.class);
            }
        }
    }

    @Test
    void anotherShopKnowsNothingOfIt() {
        var email = fresh();
        var consent = live(email);
        var other = shops.open();
        var stranger = shops.person(other, Role.OWNER);
        assertThat(consents.find(other, stranger, new Contact(email))).isEmpty();
        assertThatThrownBy(() -> consents.one(other, consent.person())).isInstanceOf(Refusal.class);
        assertThat(links.confirm(other, "x")).isFalse();
        links.withdraw(other, withdrawSecret(email));
        assertThat(stateOf(email)).isEqualTo(ConsentState.LIVE);
        endConsent.ofAddress(other, new Contact(email), ConsentAct.OBJECTED, ConsentWay.RIGHTS_REQUEST);
        assertThat(consents.isStopped(other, new Contact(email))).isTrue();
        assertThat(consents.isStopped(shop, new Contact(email))).isFalse();
        assertThat(DATABASE.count("SELECT count(DISTINCT token) FROM counterfoil.marketing_stop WHERE seller_id = '"
                        + other + "'"))
                .isEqualTo(1);
    }

    @Test
    void whoseUseIsRestrictedCanStillEndIt() {
        var email = fresh();
        var consent = live(email);
        var link = withdrawSecret(email);
        custody.in(shop, vault -> {
            vault.restrictions().restrict(consent.subject(), "RESTRICTION");
            return consent;
        });
        assertThat(consents.isRestricted(shop, consent)).isTrue();
        links.withdraw(shop, link);
        assertThat(consents.one(shop, consent.person()).state()).isEqualTo(ConsentState.WITHDRAWN);
    }

    @Test
    void theBooksNameAConsentThatWasChangedPastTheProgram() {
        var email = fresh();
        paper(email);
        var person = of(email).person();
        DATABASE.change("UPDATE counterfoil.marketing_person SET state = 'LIVE' WHERE person_id = '" + person + "'");
        assertThat(flaws()).singleElement().asString().contains(person.toString(), "LIVE", "GIVEN");
        DATABASE.change(
                "UPDATE counterfoil.marketing_person SET state = 'AWAITING' WHERE person_id = '" + person + "'");
        DATABASE.change("DELETE FROM counterfoil.vault_record WHERE kind = 'marketing.contact' AND record_id = '"
                + person + "'");
        assertThat(flaws()).singleElement().asString().contains("address of consent " + person + " is not there");
        DATABASE.change(
                "UPDATE counterfoil.marketing_person SET ends_on = '2020-01-01' WHERE person_id = '" + person + "'");
    }

    private ConsentGiven soft() {
        var offer = wordings.current(shop, WordingKind.REFUSAL_OFFER)
                .map(Wording::id)
                .orElseGet(() -> wordings.write(
                        shop, WordingKind.REFUSAL_OFFER, "Demo Shop (made up): tick to refuse.", Optional.empty()));
        return with(ConsentProof.SALE, offer, true, true);
    }

    private ConsentGiven with(ConsentProof proof, UUID wording, boolean ownGoods, boolean refusalOffered) {
        return new ConsentGiven(proof, wording, clock.today(), "S-1042", ownGoods, refusalOffered);
    }

    private static Sale sale(String email) {
        return new Sale(
                77_001,
                SANDBOX.world().clock().instant().minusSeconds(600),
                new Sale.Buyer("Testa Demoson", "testa", email, Optional.empty(), Optional.empty()),
                new Sale.Destination("1 Example Row", "", "Leeds", "", "LS1 9ZZ", "GB", "07700 900123"),
                List.of(new Sale.Line("MUG", "A mug", 1, 1_200, 0)),
                300,
                "GBP",
                "",
                "",
                Sale.State.UNSHIPPED,
                false,
                Set.of());
    }
}
