package app.counterfoil.hub.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.breach.Asked;
import app.counterfoil.hub.breach.Breaches;
import app.counterfoil.hub.breach.Cause;
import app.counterfoil.hub.breach.Ground;
import app.counterfoil.hub.breach.Harm;
import app.counterfoil.hub.breach.Incident;
import app.counterfoil.hub.breach.PeopleLetter;
import app.counterfoil.hub.breach.PeopleTold;
import app.counterfoil.hub.breach.Question;
import app.counterfoil.hub.breach.Reach;
import app.counterfoil.hub.breach.WriteToPeople;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.rights.Door;
import app.counterfoil.hub.rights.Law;
import app.counterfoil.hub.rights.RequestKind;
import app.counterfoil.hub.rights.Requester;
import app.counterfoil.hub.rights.Requests;
import app.counterfoil.hub.rights.TakeInRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is behind no order is written to after a breach all the same, and by it nobody is sent marketing. */
class ToldOfABreachTest extends AudienceBench {

    @Autowired
    private Breaches breaches;

    @Autowired
    private WriteToPeople write;

    @Autowired
    private PeopleTold told;

    @Autowired
    private TakeInRequests takeInRequests;

    @Autowired
    private Requests requests;

    @Test
    void whoWasHandedToTheNewsletterServiceIsWrittenToAndWhoWasErasedIsNotReached() throws Exception {
        var stays = fresh();
        var goes = fresh();
        live(stays);
        var gone = live(goes);
        sync.of(shop);
        endConsent.ofAddress(shop, new Contact(goes), ConsentAct.ERASED, ConsentWay.RIGHTS_REQUEST);
        var id = incident();
        var found = breaches.scope(office, id, asked(Asked.RECIPIENT, Optional.of(OutsideService.MAILCHIMP)))
                .found();
        assertThat(found.people()).isEqualTo(2);
        assertThat(found.contacts()).hasSize(2);
        assertThat(found.orders()).as("there was none").isEmpty();
        assertThat(found.readable()).isEqualTo(1);
        assertThat(found.others()).isZero();
        var ahead = told.ahead(shop, breaches.one(shop, id));
        assertThat(ahead.contacts()).isEqualTo(1);
        assertThat(ahead.forgotten() + ahead.ended()).isEqualTo(1);
        assertThat(write.draft(office, breaches.one(shop, id)).text())
                .contains("If you have signed up to hear from us: E-mail");
        write(id);
        assertThat(lettersTo(stays)).isEqualTo(1);
        assertThat(lettersTo(goes)).isZero();
        assertThat(told.so(shop, id).unreached())
                .containsOnlyKeys(gone.subject().value())
                .doesNotContainValue(Reach.NOWHERE);
        assertThat(pages.page(office, "/breaches/" + id + "/people")).contains("Somebody who signed up to marketing");
    }

    @Test
    void whoHasAskedAboutTheirDataIsWrittenToOnceHoweverOftenTheyStandThere() {
        var email = fresh();
        asks(email, RequestKind.ACCESS);
        asks(email.toUpperCase(Locale.ROOT), RequestKind.PORTABILITY);
        asks("", RequestKind.ACCESS);
        live(email);
        assertThat(requests.underWay(shop, 10)).hasSize(3).allSatisfy(request -> assertThat(
                        requests.requester(shop, request, office).opened())
                .isPresent());
        var id = incident();
        var found =
                breaches.scope(office, id, asked(Asked.TIME, Optional.empty())).found();
        assertThat(found.contacts()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(write.draft(office, breaches.one(shop, id)).text())
                .contains("If you have asked us about your data: ", "What they asked for");
        write(id);
        write.write(office, id, (done, all, sentence) -> {});
        assertThat(lettersTo(email)).isEqualTo(1);
        assertThat(told.so(shop, id).unreached()).containsValue(Reach.NOWHERE);
    }

    private void asks(String email, RequestKind kind) {
        var requester = new Requester("Testa Demoson", email, "", "", "", List.of("DEMO-1"), "What do you hold?");
        takeInRequests.takeIn(
                shop,
                new TakeInRequests.Incoming(kind, Door.STAFF, Law.UK, clock.today(), requester),
                Optional.of(office.id()));
    }

    private UUID incident() {
        var now = clock.now();
        return breaches.open(
                office,
                new Incident.Told(
                        false, Set.of(Harm.CONFIDENTIALITY), Cause.SIGN_IN_MISUSED, Optional.empty(), now, now));
    }

    private Question asked(Asked asked, Optional<OutsideService> service) {
        var later = clock.now().plus(Duration.ofMinutes(1));
        return new Question(asked, Instant.EPOCH, later, Optional.empty(), service, "");
    }

    private void write(UUID id) {
        write.word(office, id, new PeopleLetter("About your data " + shop, "A password was guessed."));
        breaches.decide(office, id, Ground.RISK_HIGH);
        write.write(office, id, (done, all, sentence) -> {});
        letters.of(shop);
    }

    private long lettersTo(String email) {
        return SANDBOX.mail().taken().stream()
                .filter(mail -> mail.subject().equals("About your data " + shop))
                .filter(mail -> mail.to().stream().anyMatch(email::equalsIgnoreCase))
                .count();
    }
}
