package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.counterfoil.hub.custody.HeldPart;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.invoice.IssueDueInvoices;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.retention.CaseReference;
import app.counterfoil.hub.retention.LegalHoldReason;
import app.counterfoil.hub.retention.LegalHolds;
import app.counterfoil.hub.retention.ReviewPeriod;
import app.counterfoil.hub.rights.HeldOnRequester.Fate;
import app.counterfoil.hub.rights.HeldOnRequester.Held;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.vault.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An erasure destroys what nothing needs, waits for what does, leaves what law keeps, and looks again. */
class ErasedOnRequestTest extends RightsBench {

    @Autowired
    private OpenPeople openPeople;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private IssueDueInvoices issueDueInvoices;

    @Autowired
    private LegalHolds legalHolds;

    @Autowired
    private FinishErasures finish;

    @Autowired
    private Notices notices;

    @Autowired
    private Receipts receipts;

    @Autowired
    private MoveOrders moveOrders;

    @Test
    void ofAnOrderThatHasLeftAllGoesButWhatLawKeepsAndWhatAClaimNeeds() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtAmazon(testa);
        download();
        book(number);
        leave(number);
        issueInvoices.forOrder(shop, order(number).id(), true, Optional.empty());
        issueDueInvoices.search(shop);
        legalHolds.hold(
                shop,
                order(number).id().value(),
                LegalHoldReason.PAYMENT_DISPUTED,
                new CaseReference("QB-2026-000123"),
                shops.person(shop, Role.OWNER),
                ReviewPeriod.LONGEST);
        var id = asksAndIsKnown(RequestKind.ERASURE, byEmail(testa));
        var before = held(id);
        assertThat(before)
                .extracting(held -> held.part().title(), Held::fate)
                .contains(
                        tuple("Recipient and address", Fate.GOES),
                        tuple("Buyer", Fate.GOES),
                        tuple("Courier's label", Fate.GOES),
                        tuple("Customer named on the invoice", Fate.STAYS),
                        tuple("Buyer, copied for a legal claim", Fate.STAYS));
        assertThat(before.stream().map(Held::part).map(HeldPart::toString)).noneMatch(text -> text.contains("Testa"));

        assertThat(erase.carryOut(shop, id, office)).isTrue();

        assertThat(held(id)).allMatch(held -> held.fate() == Fate.STAYS).isNotEmpty();
        assertThat(request(id).state()).isEqualTo(RequestState.DONE);
        assertThat(steps(id)).containsSubsequence(Step.LOOKED_AGAIN, Step.DONE, Step.ERASED);
        assertThat(log.of(shop, id).get(0).detail()).startsWith("0 of what should be gone opens, 0 waits, ");
        assertThat(recipient(number)).isInstanceOf(Outcome.Forgotten.class);
        download();
        assertThat(recipient(number)).as("told again by its channel").isInstanceOf(Outcome.Forgotten.class);
    }

    @Test
    void ofAnOpenOrderTheAddressWaitsAndGoesByItselfWhenItHasLeft() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        book(number);
        var id = asksAndIsKnown(RequestKind.ERASURE, byEmail(testa));
        assertThat(held(id))
                .filteredOn(held -> held.fate() == Fate.WAITS)
                .extracting(Held::because)
                .containsExactlyInAnyOrder("the order is still to be sent", "its parcel has not left");
        assertThat(erase.carryOut(shop, id, office)).isFalse();
        assertThat(request(id).state()).isEqualTo(RequestState.WAITING);
        assertThat(held(id))
                .extracting(held -> held.part().title())
                .doesNotContain("Buyer")
                .contains("Courier's label");
        finish.of(shop);
        assertThat(recipient(number)).isInstanceOf(Outcome.Opened.class);

        leave(number);
        finish.of(shop);
        assertThat(request(id).state()).as("its invoice is still to be issued").isEqualTo(RequestState.WAITING);
        issueDueInvoices.search(shop);
        issueDueInvoices.issue(shop);
        finish.of(shop);

        assertThat(request(id).state()).isEqualTo(RequestState.DONE);
        assertThat(recipient(number)).isInstanceOf(Outcome.Forgotten.class);
        assertThat(held(id)).allMatch(held -> held.fate() == Fate.STAYS);
        assertThat(log.of(shop, id).get(0))
                .extracting(RequestLog.Entry::what, RequestLog.Entry::person)
                .as("looked again by itself")
                .containsExactly(Step.LOOKED_AGAIN, Optional.of(HubJob.RETENTION.id()));
    }

    /** Forgotten for their label as well, they could never be sent what they have bought. */
    @Test
    void whatIsStillToBeSentCanBeSentAfterTheErasure() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        var id = asksAndIsKnown(RequestKind.ERASURE, byEmail(testa));
        assertThat(erase.carryOut(shop, id, office)).isFalse();
        book(number);
        leave(number);
        issueDueInvoices.search(shop);
        issueDueInvoices.issue(shop);
        finish.of(shop);
        assertThat(request(id).state()).isEqualTo(RequestState.DONE);
        assertThat(held(id)).allMatch(held -> held.fate() == Fate.STAYS);
    }

    @Test
    void whoeverReceivedSomethingIsToBeToldAndFollowedUp() throws Exception {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        book(number);
        leave(number);
        issueDueInvoices.search(shop);
        issueDueInvoices.issue(shop);
        var id = asksAndIsKnown(RequestKind.ERASURE, byEmail(testa));
        assertThat(erase.carryOut(shop, id, office)).isTrue();
        assertThat(notices.of(shop, id)).extracting(Notices.Notice::recipient).containsExactly("ROYAL_MAIL");
        notices.told(shop, id, "ROYAL_MAIL", office.id());
        assertThat(pages.page(office, "/requests/" + id))
                .contains("Told", "They have confirmed")
                .doesNotContain("ask again");
        forward(14);
        assertThat(pages.page(office, "/requests/" + id)).contains("Two weeks without an answer: ask again");
        notices.confirmed(shop, id, "ROYAL_MAIL", office.id());
        assertThat(notices.of(shop, id)).allMatch(Notices.Notice::isOver);
        assertThat(log.of(shop, id).get(0).detail()).isEqualTo("ROYAL_MAIL");
        assertThatThrownBy(() -> notices.told(shop, id, "AMAZON", office.id())).hasMessageContaining("no such request");
    }

    @Test
    void theReceiptNamesNobodyAndIsHeldAgainstTheLedgerByWhoeverHasIt() throws Exception {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        moveOrders.to(OrderState.CANCELLED, shop, List.of(order(number).id()), Optional.empty());
        var id = asksAndIsKnown(RequestKind.ERASURE, byEmail(testa));
        assertThat(receipts.of(shop, id)).isEmpty();
        erase.carryOut(shop, id, office);
        var receipt = receipts.of(shop, id).orElseThrow();
        assertThat(String.join(" ", receipt.lines()))
                .contains("of 1 order: all that was held for delivery, label, customer service.")
                .doesNotContain("Testa", testa.email(), number);
        assertThat(stranger("/receipts/" + shop + "/" + receipt.code())).contains("It holds: looked at just now.");
        var subject = "'" + order(number).subject().value() + "'";
        change("DELETE FROM counterfoil.vault_subject_secret WHERE subject_id = " + subject
                + " AND purpose = 'SERVICE'");
        assertThat(stranger("/receipts/" + shop + "/" + receipt.code())).contains("It does not hold.");
        change("INSERT INTO counterfoil.vault_subject_secret (seller_id, subject_id, purpose, destroyed_on, rule)"
                + " VALUES ('" + shop + "', " + subject + ", 'SERVICE', '" + clock.today() + "', 'ERASURE_REQUEST')");
        assertThat(receipts.check(shop, "abcd")).isEmpty();
        assertThat(receipts.check(shops.open(), receipt.code())).isEmpty();
    }

    @Test
    void anOrderThatIsCancelledWaitsForNothing() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        moveOrders.to(OrderState.CANCELLED, shop, List.of(order(number).id()), Optional.empty());
        var id = asksAndIsKnown(RequestKind.ERASURE, byEmail(testa));
        assertThat(erase.carryOut(shop, id, office)).isTrue();
        assertThat(held(id)).isEmpty();
    }

    @Test
    void othersKeepWhatTheyHave() {
        var testa = Somebody.fresh("Testa Demoson");
        var mine = buysAtAmazon(testa);
        var theirs = buysAtAmazon(Somebody.fresh("Another Demoson"));
        download();
        moveOrders.to(
                OrderState.CANCELLED,
                shop,
                List.of(order(mine).id(), order(theirs).id()),
                Optional.empty());
        erase.carryOut(shop, asksAndIsKnown(RequestKind.ERASURE, byEmail(testa)), office);
        assertThat(recipient(mine)).isInstanceOf(Outcome.Forgotten.class);
        assertThat(recipient(theirs)).isInstanceOf(Outcome.Opened.class);
    }

    @Test
    void nothingIsDestroyedBeforeItIsKnownWhoHasAsked() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        var id = asks(RequestKind.ERASURE, byEmail(testa));
        var unused = lookFor.lookFor(shop, id, office);
        assertThatThrownBy(() -> erase.carryOut(shop, id, office))
                .isInstanceOf(CannotBeDone.class)
                .hasMessageContaining("not known yet who has asked");
        assertThat(recipient(number)).isInstanceOf(Outcome.Opened.class);
    }

    @Test
    void whatWasAskedForIsDoneAndNothingElse() {
        var testa = Somebody.fresh("Testa Demoson");
        buysAtEbay(testa);
        download();
        var access = asksAndIsKnown(RequestKind.ACCESS, byEmail(testa));
        assertThatThrownBy(() -> erase.carryOut(shop, access, office)).hasMessageContaining("not what was asked for");
        var nobody = asksAndIsKnown(RequestKind.ERASURE, byNumber("999-0000000-0000000"));
        assertThatThrownBy(() -> erase.carryOut(shop, nobody, office)).hasMessageContaining("No order is said");
        handle.refused(shop, nobody, RefusalReason.NOTHING_HELD, office.id());
        assertThatThrownBy(() -> erase.carryOut(shop, nobody, office)).hasMessageContaining("closed");
    }

    private List<Held> held(UUID id) {
        return heldOn.look(shop, id, office, "TEST_LOOK").stream()
                .flatMap(order -> order.held().stream())
                .toList();
    }

    private List<Step> steps(UUID id) {
        return log.of(shop, id).stream().map(RequestLog.Entry::what).toList();
    }

    private Outcome<?> recipient(String number) {
        var order = order(number);
        return openPeople
                .recipients(shops.person(shop, Role.OWNER), "TEST", List.of(order))
                .get(order.id());
    }
}
