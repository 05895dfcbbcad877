package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** A gift names two people: what tells of one is neither given to nor destroyed for the other (Art 15(4)). */
class TwoPeopleTest extends RightsBench {

    @Autowired
    private Bundles bundles;

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private Receipts receipts;

    @Autowired
    private CorrectOnRequest correct;

    @Autowired
    private RestrictOnRequest restrict;

    @Autowired
    private OpenPeople openPeople;

    private Somebody giver = Somebody.fresh("Giva Demoson");
    private String number = "";

    @BeforeEach
    void aGift() {
        giver = Somebody.fresh("Giva Demoson");
        number = buysAtAmazon(
                giver, order -> ((ObjectNode) order.at("/recipient/deliveryAddress")).put("name", "Receva Mustermann"));
        download();
        moveOrders.to(OrderState.CANCELLED, shop, List.of(order(number).id()), Optional.empty());
    }

    @Test
    void theRecipientsCopyTellsNothingOfTheGiver() throws IOException {
        var id = asksAndIs(RequestKind.ACCESS, Side.RECIPIENT);
        assertThat(titles(id)).containsExactly("Recipient and address");
        var passphrase = bundles.make(shop, id, office);
        try (var opened = Loader.loadPDF(bundles.fetch(shop, id, office), passphrase)) {
            assertThat(new PDFTextStripper().getText(opened))
                    .contains("Receva Mustermann")
                    .doesNotContain("Giva", giver.email(), "15.00");
        }
        assertThat(titles(asksAndIs(RequestKind.ACCESS, Side.BUYER))).containsExactly("Buyer");
    }

    @Test
    void anErasureTakesOnlyThePartOfWhoHasAsked() throws Exception {
        var id = asksAndIs(RequestKind.ERASURE, Side.BUYER);
        assertThat(erase.carryOut(shop, id, office)).isTrue();
        var both = asksAndIs(RequestKind.ACCESS, Side.BOTH);
        assertThat(titles(both)).containsExactly("Recipient and address");
        var receipt = receipts.of(shop, id).orElseThrow();
        assertThat(receipt.lines()).anyMatch(line -> line.startsWith("Of 1 order that name two people"));
        assertThat(stranger("/receipts/" + shop + "/" + receipt.code()))
                .contains("It holds")
                .doesNotContain("Giva", "Receva");
    }

    @Test
    void aRestrictionHoldsForThePartOfWhoHasAskedAndTheParcelGoesOn() {
        var order = order(number);
        var id = asksAndIs(RequestKind.RESTRICTION, Side.BUYER);
        restrict.restrict(shop, id, office);
        assertThat(openPeople.buyers(owner(), "ORDER_PAGE", List.of(order)).get(order.id()))
                .isInstanceOf(Outcome.Restricted.class);
        assertThat(openPeople.recipients(owner(), "ORDER_PAGE", List.of(order)).get(order.id()))
                .isInstanceOf(Outcome.Opened.class);
        assertThat(heldOn.look(shop, id, office, "TEST_LOOK")).allMatch(HeldOnRequester.OfOrder::restricted);
        var ofTheOther = asksAndIs(RequestKind.RESTRICTION, Side.RECIPIENT);
        assertThat(heldOn.look(shop, ofTheOther, office, "TEST_LOOK")).noneMatch(HeldOnRequester.OfOrder::restricted);
        restrict.restrict(shop, ofTheOther, office);
        restrict.lift(shop, id, office);
        assertThat(openPeople.recipients(owner(), "ORDER_PAGE", List.of(order)).get(order.id()))
                .as("who has asked for it themselves")
                .isInstanceOf(Outcome.Restricted.class);
        assertThat(openPeople.buyers(owner(), "ORDER_PAGE", List.of(order)).get(order.id()))
                .isInstanceOf(Outcome.Opened.class);
    }

    @Test
    void onlyTheirOwnPartIsPutRight() {
        var id = asksAndIs(RequestKind.RECTIFICATION, Side.BUYER);
        var present = correct.present(shop, id, order(number).id(), office);
        assertThat(present.recipient()).isEmpty();
        assertThat(present.buyer()).isPresent();
    }

    @Test
    void thePageAsksWhichOfTheTwoItIs() throws Exception {
        var id = asksAndIsKnown(RequestKind.ACCESS, byNumber(number));
        assertThat(pages.page(office, "/requests/" + id))
                .contains("An order names two people", "Which of its two people has asked");
        var order = order(number).id().value();
        pages.asked(
                office,
                post("/requests/" + id + "/orders")
                        .param("order", order.toString())
                        .param("side", order + ".RECIPIENT"));
        assertThat(pages.page(office, "/requests/" + id)).doesNotContain("An order names two people", "Giva");
    }

    private SignedIn owner() {
        return shops.person(shop, Role.OWNER);
    }

    private List<String> titles(UUID id) {
        return heldOn.look(shop, id, office, "TEST_LOOK").stream()
                .flatMap(order -> order.held().stream())
                .map(held -> held.part().title())
                .toList();
    }

    private UUID asksAndIs(RequestKind kind, Side side) {
        var id = asksAndIsKnown(kind, byNumber(number));
        var order = order(number).id().value();
        lookFor.theirs(shop, id, List.of(order), Map.of(order, side), office.id());
        return id;
    }
}
