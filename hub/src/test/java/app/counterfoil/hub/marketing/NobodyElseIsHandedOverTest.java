package app.counterfoil.hub.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The test tries: nobody but people whose consent is live gets to a newsletter service, by whatever way. */
class NobodyElseIsHandedOverTest extends AudienceBench {

    @Autowired
    private MemberRows members;

    @Autowired
    private HandOverMember handOver;

    @Autowired
    private Newsletter newsletter;

    @Autowired
    private SellerTransactions transactions;

    /** What somebody might try, and what must come of it: nothing. */
    enum Tried {
        NEVER_ASKED,
        ASKED_NOT_CONFIRMED,
        SOFT_OPT_IN,
        WITHDRAWN,
        OBJECTED,
        ERASED,
        RESTRICTED,
        LAPSED,
        RELAY_ADDRESS,
        IMPORT_WITHOUT_EVIDENCE,
        ANOTHER_SHOPS_CONSENT,
        NO_AGREEMENT,
        AGREEMENT_WITHOUT_EMAIL,
        COUNTRY_NOT_SAFE
    }

    @ParameterizedTest
    @EnumSource(Tried.class)
    void nobodyWithoutLiveConsentGetsThere(Tried tried) {
        var email = fresh();
        attempt(tried, email);
        sync.of(shop);
        forwardAnHour();
        sync.of(shop);
        assertThat(puts()).as(tried.name()).isEmpty();
        assertThat(SANDBOX.mailchimp().members(LIST)).isEmpty();
        assertThat(disclosures.in(shop, YearMonth.from(clock.today()), Optional.of("MAILCHIMP"), 10))
                .isEmpty();
        assertThat(SANDBOX.exchanges().all())
                .filteredOn(asked -> asked.api().startsWith("mailchimp"))
                .noneMatch(asked -> (asked.request().text() + asked.request().path()).contains(email));
    }

    /** Their address opens still and their ledger has a confirmation: only how their consent stands holds them back. */
    @ParameterizedTest
    @EnumSource(
            value = ConsentState.class,
            names = {"LIVE"},
            mode = EnumSource.Mode.EXCLUDE)
    void whoIsNotedAsDueIsLookedAtOnceMore(ConsentState standing) {
        var email = fresh();
        var consent = live(email);
        transactions.run(shop, () -> members.noteLive(shop, account.id()));
        stands(consent, standing);
        handOver.all(account, newsletter, 1);
        assertThat(puts()).isEmpty();
        assertThat(disclosures.in(shop, YearMonth.from(clock.today()), Optional.of("MAILCHIMP"), 10))
                .isEmpty();
        stands(consent, ConsentState.LIVE);
        DATABASE.change("DELETE FROM counterfoil.marketing_member WHERE person_id = '" + consent.person() + "'");
    }

    private static void stands(Consent consent, ConsentState state) {
        DATABASE.change("UPDATE counterfoil.marketing_person SET state = '" + state + "' WHERE person_id = '"
                + consent.person() + "'");
    }

    private void attempt(Tried tried, String email) {
        switch (tried) {
            case NEVER_ASKED -> assertThat(consents.counts(shop)).isEmpty();
            case ASKED_NOT_CONFIRMED -> paper(email);
            case SOFT_OPT_IN -> {
                var offer = wordings.write(
                        shop, WordingKind.REFUSAL_OFFER, "Demo Shop (made up): tick to refuse.", Optional.empty());
                assertThat(takeIn(new ConsentGiven(ConsentProof.SALE, offer, clock.today(), "S-1", true, true), email)
                                .taken())
                        .isEqualTo(1);
            }
            case WITHDRAWN -> {
                live(email);
                links.withdraw(shop, withdrawSecret(email));
            }
            case OBJECTED -> {
                live(email);
                endConsent.byStaff(shop, of(email).person(), ConsentAct.OBJECTED, office.id());
            }
            case ERASED -> {
                live(email);
                endConsent.ofAddress(shop, new Contact(email), ConsentAct.ERASED, ConsentWay.RIGHTS_REQUEST);
            }
            case RESTRICTED -> restrict(live(email));
            case LAPSED -> {
                paper(email);
                forward(8);
            }
            default -> attemptOtherwise(tried, email);
        }
    }

    private void attemptOtherwise(Tried tried, String email) {
        switch (tried) {
            case RELAY_ADDRESS ->
                assertThat(whyNot(given(ConsentProof.PAPER), "x@marketplace.amazon.co.uk"))
                        .contains("made this address");
            case IMPORT_WITHOUT_EVIDENCE ->
                assertThatThrownBy(() -> takeIn(
                                new ConsentGiven(ConsentProof.IMPORT, words, clock.today(), "", true, true),
                                email,
                                fresh()))
                        .isInstanceOf(NotTaken.class);
            case ANOTHER_SHOPS_CONSENT -> {
                var mine = shop;
                var myOffice = office;
                var myWords = words;
                aShopWithWords();
                live(email);
                shop = mine;
                office = myOffice;
                words = myWords;
            }
            case NO_AGREEMENT -> {
                live(email);
                recipients.end(shop, "MAILCHIMP", office.id());
            }
            case AGREEMENT_WITHOUT_EMAIL -> {
                live(email);
                agree(Set.of(DataCategory.NAME));
            }
            default -> {
                assertThat(tried).isEqualTo(Tried.COUNTRY_NOT_SAFE);
                live(email);
                DATABASE.change("UPDATE counterfoil.disclosure_agreement SET country = 'RU', safeguard = 'NOT_NEEDED'"
                        + " WHERE recipient = 'MAILCHIMP' AND seller_id = '" + shop + "'");
            }
        }
    }
}
