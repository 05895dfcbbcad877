package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.dispatch.ShipmentState;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.order.AddressReason;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.CorrectPeople;
import app.counterfoil.hub.order.CorrectPeople.People;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderHappening;
import app.counterfoil.hub.order.PersonField;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.order.RenewRecipient;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.seller.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong is put right where it is held, is not brought back by its channel, and is told of to whoever received it. */
class CorrectedOnRequestTest extends RightsBench {

    @Autowired
    private CorrectOnRequest correct;

    @Autowired
    private OpenPeople openPeople;

    @Autowired
    private RenewRecipient renewRecipient;

    @Autowired
    private RestrictOnRequest restrict;

    @Autowired
    private Notices notices;

    @Autowired
    private Shipments shipments;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Custody custody;

    @Test
    void ofAnOpenOrderTheLabelIsVoidAndWhoReceivedTheOldAddressIsToBeTold() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        book(number);
        var id = asksAndIsKnown(RequestKind.RECTIFICATION, byEmail(testa));
        var before = recipient(number);
        var changed = correct(id, number, held -> inTown(held, "Bradford"));
        assertThat(changed).containsExactly(PersonField.ADDRESS);
        assertThat(recipient(number)).isEqualTo(inTown(before, "Bradford"));
        assertThat(shipments.ofOrder(shop, order(number).id()))
                .allMatch(parcel -> parcel.state() == ShipmentState.TO_CALL_OFF);
        assertThat(notices.of(shop, id)).extracting(Notices.Notice::recipient).containsExactly("ROYAL_MAIL");
        assertThat(log.of(shop, id).get(1))
                .extracting(RequestLog.Entry::what, RequestLog.Entry::detail, RequestLog.Entry::person)
                .containsExactly(Step.CORRECTED, "the address", Optional.of(office.id()));
        assertThat(log.of(shop, id).get(0).detail()).isEqualTo("1 of 1 open as put right");
        assertThat(timeline.of(shop, order(number).id()))
                .anyMatch(event -> event.what() == OrderHappening.CORRECTED_ON_REQUEST
                        && event.detail().equals("the address"));
    }

    @Test
    void aChannelThatRepeatsWhatWasWrongIsNotListenedToUntilItTellsSomethingElse() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        var id = asksAndIsKnown(RequestKind.RECTIFICATION, byEmail(testa));
        var present = correct.present(shop, id, order(number).id(), office);
        var right = new People(
                present.recipient().map(held -> inTown(held, "Bradford")),
                present.buyer()
                        .map(held ->
                                new Buyer("Testa Right", held.email(), held.userName(), held.note(), held.vatNumber())),
                present.changes());
        correct.correct(shop, id, order(number).id(), right, false, office);
        changesAtEbay(number, sent -> {});
        assertThat(recipient(number).town()).isEqualTo("Bradford");
        assertThat(buyer(number).name()).isEqualTo("Testa Right");
        forward(5);
        assertThat(recipient(number).town()).as("carried on").isEqualTo("Bradford");
        changesAtEbay(number, sent -> address(sent).put("city", "York"));
        assertThat(recipient(number).town()).isEqualTo("York");
        assertThat(buyer(number).name()).isEqualTo("Testa Right");
        changesAtEbay(number, sent -> sent.put("buyerCheckoutNotes", "Told now"));
        assertThat(buyer(number).note()).isEqualTo("Told now");
    }

    @Test
    void theWrongAddressIsKeptNowhereNotEvenWhereAPersonHadTypedAnotherBefore() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        renewRecipient.typed(
                shops.person(shop, Role.OWNER),
                order(number).id(),
                inTown(recipient(number), "Mistyped"),
                AddressReason.ADDRESS_CORRECTED);
        var id = asksAndIsKnown(RequestKind.RECTIFICATION, byEmail(testa));
        correct(id, number, held -> inTown(held, "Bradford"));
        assertThat(lines(id))
                .contains("1 Example Row, Bradford, " + testa.postcode())
                .noneMatch(line -> line.contains("Leeds") || line.contains("Mistyped"));
        changesAtEbay(number, sent -> {});
        assertThat(recipient(number).town()).isEqualTo("Bradford");
        changesAtEbay(number, sent -> address(sent).put("city", "York"));
        assertThat(recipient(number).town()).isEqualTo("York");
    }

    @Test
    void ofAClosedOrderItEndsWhenItWouldHaveEndedAndTheRequestIsDoneWithIt() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtAmazon(testa);
        download();
        book(number);
        leave(number);
        var id = asksAndIsKnown(RequestKind.RECTIFICATION, byEmail(testa));
        var ends = order(number).recipientEndsOn();
        var present = correct.present(shop, id, order(number).id(), office);
        var right = new People(
                present.recipient().map(held -> inTown(held, "Bradford")), Optional.empty(), present.changes());
        correct.correct(shop, id, order(number).id(), right, true, office);
        assertThat(recipient(number).town()).isEqualTo("Bradford");
        assertThat(order(number).recipientEndsOn()).isEqualTo(ends);
        assertThat(shipments.ofOrder(shop, order(number).id()))
                .noneMatch(parcel -> parcel.state() == ShipmentState.TO_CALL_OFF);
        assertThat(request(id).state()).isEqualTo(RequestState.DONE);
        forward(31);
        assertThat(openPeople.recipients(shops.person(shop, Role.OWNER), "TEST", List.of(order(number))))
                .allSatisfy((order, outcome) -> assertThat(outcome.opened()).isEmpty());
    }

    @Test
    void whatIsRestrictedMayBePutRightAndStaysRestricted() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        var restriction = asksAndIsKnown(RequestKind.RESTRICTION, byEmail(testa));
        restrict.restrict(shop, restriction, office);
        var id = asksAndIsKnown(RequestKind.RECTIFICATION, byEmail(testa));
        correct(id, number, held -> inTown(held, "Bradford"));
        assertThat(lines(id)).anyMatch(line -> line.contains("Bradford"));
        assertThat(openPeople
                        .recipients(shops.person(shop, Role.OWNER), "TEST", List.of(order(number)))
                        .get(order(number).id())
                        .opened())
                .isEmpty();
        restrict.lift(shop, restriction, office);
        assertThat(recipient(number).town()).isEqualTo("Bradford");
    }

    @Test
    void whoIsToldOnceIsToldAgainOfWhatIsPutRightLater() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        book(number);
        var id = asksAndIsKnown(RequestKind.RECTIFICATION, byEmail(testa));
        correct(id, number, held -> inTown(held, "Bradford"));
        notices.confirmed(shop, id, "ROYAL_MAIL", office.id());
        correct(id, number, held -> inTown(held, "York"));
        assertThat(notices.of(shop, id)).singleElement().satisfies(notice -> {
            assertThat(notice.toldAt()).isEmpty();
            assertThat(notice.isOver()).isFalse();
        });
    }

    @Test
    void aStatementOfTheirsStandsBesideWhatIsHeldAndEndsWithTheRequest() throws Exception {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        var id = asksAndIsKnown(RequestKind.RECTIFICATION, byEmail(testa));
        correct.add(shop, id, order(number).id(), "I have moved since.", office.id());
        assertThat(lines(id)).contains("I have moved since.");
        assertThat(pages.page(office, "/requests/" + id)).contains("I have moved since.");
        assertThat(pages.page(
                        shops.person(shop, Role.SERVICE),
                        "/orders/" + order(number).id()))
                .contains("They have added a statement", request(id).name())
                .doesNotContain("I have moved since.");
        forward(20);
        handle.done(shop, id, office.id());
        var another = asksAndIsKnown(RequestKind.ACCESS, byEmail(testa));
        assertThat(lines(another)).contains("I have moved since.");
    }

    @Test
    void nothingIsPutRightForWhomItIsNotKnownOrOfOrdersThatAreNotTheirs() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        var another = buysAtEbay(Somebody.fresh("Another Demoson"));
        download();
        var unknown = asks(RequestKind.RECTIFICATION, byEmail(testa));
        var found = lookFor.lookFor(shop, unknown, office);
        assertThat(found).isEqualTo(1);
        assertThatThrownBy(() -> correct.present(shop, unknown, order(number).id(), office))
                .hasMessageContaining("not known yet who has asked");
        var id = asksAndIsKnown(RequestKind.RECTIFICATION, byEmail(testa));
        assertThatThrownBy(() -> correct.present(shop, id, order(another).id(), office))
                .hasMessageContaining("No order is said");
        var access = asksAndIsKnown(RequestKind.ACCESS, byEmail(testa));
        assertThatThrownBy(() -> correct.add(shop, access, order(number).id(), "A", office.id()))
                .hasMessageContaining("not what was asked for");
    }

    @Test
    void whatAColleagueHasChangedMeanwhileIsNotWrittenOver() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        var id = asksAndIsKnown(RequestKind.RECTIFICATION, byEmail(testa));
        var seen = correct.present(shop, id, order(number).id(), office);
        correct(id, number, held -> inTown(held, "Bradford"));
        assertThatThrownBy(() -> correct.correct(shop, id, order(number).id(), seen, false, office))
                .isInstanceOf(CorrectPeople.FasterColleague.class);
        assertThatThrownBy(() -> correct(id, number, held -> held)).isInstanceOf(CorrectPeople.NothingToCorrect.class);
    }

    @Test
    void thePageChangesWhatWasTypedAndLeavesTheRest() throws Exception {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        var id = asksAndIsKnown(RequestKind.RECTIFICATION, byEmail(testa));
        var path = "/requests/" + id + "/orders/" + order(number).id() + "/correct";
        assertThat(pages.page(office, path)).contains("Testa Demoson", "1 Example Row", "Put right");
        var before = recipient(number);
        var refused = pages.asked(
                office, post(path).param("changes", "0").param("country", "XX").param("town", ""));
        assertThat(refused.getContentAsString())
                .contains("Nothing was changed yet.", "Write the two letters of the country", "A parcel needs it.");
        var unseen = pages.asked(office, post(path).param("town", "York"));
        assertThat(unseen.getContentAsString()).contains("was changed since you looked at it");
        assertThat(recipient(number)).isEqualTo(before);
        var done = pages.asked(
                office, post(path).param("changes", "0").param("town", "York").param("phone", before.phone()));
        assertThat(done.getRedirectedUrl()).isEqualTo("/requests/" + id);
        assertThat(recipient(number)).isEqualTo(inTown(before, "York"));
        var reasons = custody.in(shop, vault -> vault.journal().latest(50)).stream()
                .map(entry -> entry.reason())
                .toList();
        assertThat(reasons).contains("RECTIFICATION");
    }

    private Iterable<PersonField> correct(UUID id, String number, UnaryOperator<Recipient> change) {
        var present = correct.present(shop, id, order(number).id(), office);
        var right = new People(present.recipient().map(change), present.buyer(), present.changes());
        return correct.correct(shop, id, order(number).id(), right, false, office);
    }

    private static Recipient inTown(Recipient held, String town) {
        return new Recipient(
                held.name(),
                held.company(),
                held.lines(),
                town,
                held.county(),
                held.postcode(),
                held.country(),
                held.phone(),
                held.email(),
                held.instructions(),
                held.giftMessage());
    }

    private static ObjectNode address(ObjectNode sent) {
        return (ObjectNode) sent.at("/fulfillmentStartInstructions/0/shippingStep/shipTo/contactAddress");
    }

    private Recipient recipient(String number) {
        return openPeople
                .recipients(shops.person(shop, Role.OWNER), "TEST", List.of(order(number)))
                .get(order(number).id())
                .opened()
                .orElseThrow();
    }

    private Buyer buyer(String number) {
        return openPeople
                .buyers(shops.person(shop, Role.OWNER), "TEST", List.of(order(number)))
                .get(order(number).id())
                .opened()
                .orElseThrow();
    }

    private List<String> lines(UUID id) {
        var lines = new ArrayList<String>();
        heldOn.look(shop, id, office, "TEST_LOOK").forEach(order -> order.held()
                .forEach(held -> held.part().lines().forEach(line -> lines.add(line.text()))));
        return lines;
    }
}
