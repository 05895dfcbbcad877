package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.HeldPart;
import app.counterfoil.hub.letter.LettersGoOut;
import app.counterfoil.hub.marketing.AnswerLinks;
import app.counterfoil.hub.marketing.Consent;
import app.counterfoil.hub.marketing.ConsentState;
import app.counterfoil.hub.marketing.Consents;
import app.counterfoil.hub.marketing.Contact;
import app.counterfoil.hub.marketing.PublicAddress;
import app.counterfoil.hub.marketing.SyncAudiences;
import app.counterfoil.hub.marketing.TakeInConsent;
import app.counterfoil.hub.marketing.WordingKind;
import app.counterfoil.hub.marketing.Wordings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people ask for about their data reaches their consent to marketing, here and at the newsletter service. */
class ConsentOnRequestTest extends RightsBench {

    private static final String LIST = "a1b2c3d401";

    @Autowired
    private TakeInConsent takeInConsent;

    @Autowired
    private AnswerLinks links;

    @Autowired
    private Consents consents;

    @Autowired
    private Wordings wordings;

    @Autowired
    private SyncAudiences sync;

    @Autowired
    private LettersGoOut lettersGoOut;

    @Autowired
    private RestrictOnRequest restrict;

    @Autowired
    private Bundles bundles;

    @Autowired
    private ContactOfRequester contact;

    private Somebody testa = Somebody.fresh("Testa Demoson");
    private Consent consent;

    @BeforeEach
    void testaHasAgreed() {
        SANDBOX.mailchimp().clear();
        testa = Somebody.fresh("Testa Demoson");
        shops.connect(shop, OutsideService.MAILCHIMP);
        var words = wordings.write(shop, WordingKind.CONSENT, "Demo Shop (made up) may write to me.", Optional.empty());
        takeInConsent.bySignUp(shop, new Contact(testa.email()), words, new PublicAddress("https://hub.example"));
        lettersGoOut.of(shop);
        var mail = SANDBOX.mail().taken().stream()
                .filter(each -> each.to().contains(testa.email()))
                .reduce((first, last) -> last)
                .orElseThrow()
                .text();
        assertThat(links.confirm(
                        shop, mail.substring(mail.indexOf("/confirm/") + 9).substring(0, 24)))
                .isTrue();
        sync.of(shop);
        consent = consents.one(
                shop, consents.find(shop, office, new Contact(testa.email())).orElseThrow());
        assertThat(SANDBOX.mailchimp().statusOf(LIST, testa.email())).contains("subscribed");
    }

    @Test
    void whoeverAsksSeesTheirConsentWithItsHistoryAndWhoReceivedIt() throws Exception {
        var id = asksAndIsKnown(RequestKind.ACCESS, byEmail(testa));
        assertThat(contact.look(shop, request(id), office, "TEST"))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.title()).isEqualTo("Consent to marketing");
                    assertThat(part.lines())
                            .extracting(HeldPart.Line::text)
                            .contains(
                                    testa.email(),
                                    "Handed to Mailchimp: E-mail",
                                    "Confirmed by the link by the link in a letter")
                            .anyMatch(line -> line.contains("words: Demo Shop (made up) may write to me."));
                });
        assertThat(pages.page(office, "/requests/" + id)).contains("Consent to marketing", testa.email());
        assertThat(bundles.make(shop, id, office)).as("without any order").isNotBlank();
    }

    @Test
    void anErasureForgetsItHereAndForGoodAtTheService() {
        var id = asksAndIsKnown(RequestKind.ERASURE, byEmail(testa));
        assertThat(erase.carryOut(shop, id, office)).isTrue();
        assertThat(stateNow()).isEqualTo(ConsentState.ERASED);
        sync.of(shop);
        assertThat(SANDBOX.mailchimp().statusOf(LIST, testa.email())).isEmpty();
        assertThat(log.of(shop, id)).extracting(RequestLog.Entry::detail).contains("marketing");
        assertThat(contact.look(shop, request(id), office, "TEST")).isEmpty();
        assertThat(consents.isStopped(shop, new Contact(testa.email()))).isTrue();
    }

    @Test
    void anErasureReachesTheConsentBesideTheOrders() {
        var number = buysAtEbay(testa);
        download();
        var id = asksAndIsKnown(RequestKind.ERASURE, byEmail(testa));
        assertThat(theirs(id)).containsExactly(number);
        assertThat(erase.carryOut(shop, id, office))
                .as("the order is under way")
                .isFalse();
        assertThat(stateNow()).isEqualTo(ConsentState.ERASED);
    }

    @Test
    void aRestrictionKeepsItUnusedHereAndThereUntilItIsLifted() {
        var id = asksAndIsKnown(RequestKind.RESTRICTION, byEmail(testa));
        restrict.restrict(shop, id, office);
        assertThat(consents.isRestricted(shop, consent)).isTrue();
        sync.of(shop);
        assertThat(SANDBOX.mailchimp().statusOf(LIST, testa.email())).contains("archived");
        assertThat(contact.look(shop, request(id), office, "TEST"))
                .as("they still see it")
                .hasSize(1);
        restrict.lift(shop, id, office);
        assertThat(consents.isRestricted(shop, consent)).isFalse();
    }

    @Test
    void anObjectionHoldsFromTheMomentItIsTakenIn() {
        var id = asks(RequestKind.OBJECTION, byEmail(testa));
        assertThat(stateNow()).isEqualTo(ConsentState.OBJECTED);
        assertThat(log.of(shop, id)).extracting(RequestLog.Entry::what).contains(Step.MARKETING_ENDED);
        sync.of(shop);
        assertThat(SANDBOX.mailchimp().statusOf(LIST, testa.email())).contains("unsubscribed");
    }

    @Test
    void whoHasNeitherOrdersNorConsentIsStillToldSo() {
        var nobody = Somebody.fresh("Testa Nobody");
        var id = asksAndIsKnown(RequestKind.ERASURE, byEmail(nobody));
        assertThatThrownBy(() -> erase.carryOut(shop, id, office)).isInstanceOf(CannotBeDone.class);
        assertThat(List.of(stateNow())).containsExactly(ConsentState.LIVE);
        assertThat(consents.isStopped(shop, new Contact(nobody.email())))
                .as("what was refused has changed nothing")
                .isFalse();
    }

    private ConsentState stateNow() {
        return consents.one(shop, consent.person()).state();
    }
}
