package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.vault.journal.JournalEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** One person's orders are found over all channels, blind, and nobody else's. */
class FoundOrdersTest extends RightsBench {

    @Autowired
    private Custody custody;

    @Test
    void onePersonIsFoundOverTwoChannelsFromOneOrderNumberOn() {
        var testa = Somebody.fresh("Testa Demoson");
        var first = buysAtAmazon(testa);
        // The same phone under another relay address and user name, then that user name with another phone.
        var second = buysAtEbay(testa.withEmail("other" + testa.email()));
        var third = buysAtEbay(Somebody.fresh("T. Demoson").withUserName(testa.userName()));
        var relayed = buysAtAmazon(Somebody.fresh("Testa D.").withEmail(testa.email()));
        var stranger = buysAtEbay(Somebody.fresh("Testa Demoson"));
        download();
        var id = asks(RequestKind.ACCESS, byNumber(first));
        assertThat(lookFor.lookFor(shop, id, office)).isEqualTo(3);
        assertThat(theirs(id)).containsExactlyInAnyOrder(first, relayed);
        assertThat(clues(id, second)).contains(Clue.NAME_AND_PHONE);
        say(id, first, relayed, second);
        assertThat(lookFor.lookFor(shop, id, office)).isEqualTo(4);
        assertThat(theirs(id))
                .containsExactlyInAnyOrder(first, relayed, second, third)
                .doesNotContain(stranger);
        assertThat(clues(id, third)).containsExactly(Clue.USER_NAME);
    }

    /** Whoever orders types the recipient; whoever asks types what they like. Only the mailbox is shown to be theirs. */
    @Test
    void aThiefWhoHasOrderedToTheirVictimGetsTheirOwnOrdersAlone() {
        var victim = Somebody.fresh("Victoria Demoson");
        var first = buysAtEbay(victim);
        var second = buysAtAmazon(victim);
        var thief = victim.withEmail("thief" + victim.email()).withUserName("thief" + victim.userName());
        var bait = buysAtEbay(thief);
        download();
        var id = asks(
                RequestKind.ACCESS,
                new Requester(
                        victim.name(),
                        thief.email(),
                        victim.phone(),
                        victim.postcode(),
                        victim.userName(),
                        List.of(),
                        ""));
        assertThat(lookFor.lookFor(shop, id, office)).isEqualTo(3);
        assertThat(theirs(id)).containsExactly(bait).doesNotContain(first, second);
        assertThat(lookFor.lookFor(shop, id, office)).as("again").isEqualTo(3);
        assertThat(theirs(id)).containsExactly(bait);
    }

    /** A name that somebody has at one channel is free for anybody at another. */
    @Test
    void theSameUserNameAtAnotherChannelIsNobodysProof() {
        var victim = Somebody.fresh("Viktor Demoson");
        var sold = buysAtEbay(victim);
        var mallory = Somebody.fresh("Mallory Demoson").withUserName(victim.userName());
        var own = buysAtAmazon(mallory);
        download();
        var id = asks(RequestKind.ACCESS, byEmail(mallory));
        assertThat(lookFor.lookFor(shop, id, office)).isPositive();
        assertThat(theirs(id)).containsExactly(own);
        var named = asks(RequestKind.ACCESS, new Requester("", "", "", "", victim.userName(), List.of(), ""));
        assertThat(lookFor.lookFor(shop, named, office)).isPositive();
        assertThat(theirs(named)).isEmpty();
        assertThat(clues(named, sold)).containsExactly(Clue.USER_NAME);
    }

    @Test
    void sameNameAndPostcodeAreShownAndNotTakenForTheirsUnasked() {
        var testa = Somebody.fresh("Quentin Namesake");
        var own = buysAtAmazon(testa);
        var namesake =
                new Somebody(testa.name(), "namesake", "namesake@relay.example", "07700 911111", testa.postcode());
        var other = buysAtEbay(namesake);
        download();
        var id = asks(
                RequestKind.ACCESS,
                new Requester(testa.name(), testa.email(), "", testa.postcode(), "", List.of(), ""));
        assertThat(lookFor.lookFor(shop, id, office)).isEqualTo(2);
        assertThat(theirs(id)).containsExactly(own);
        assertThat(clues(id, other)).containsExactly(Clue.NAME_AND_POSTCODE);
        lookFor.theirs(
                shop, id, List.of(order(own).id().value(), order(other).id().value()), office.id());
        assertThat(theirs(id)).containsExactlyInAnyOrder(own, other);
        var again = lookFor.lookFor(shop, id, office);
        assertThat(again).isEqualTo(2);
        assertThat(theirs(id)).as("what somebody has said stays").containsExactlyInAnyOrder(own, other);
    }

    /** A household, an office, a shop that takes parcels in: one number, many people. */
    @Test
    void samePhoneUnderAnotherNameIsShownAndLeadsNoFurther() {
        var testa = Somebody.fresh("Testa Demoson");
        var own = buysAtAmazon(testa);
        var other = Somebody.fresh("Another Demoson").withPhone(testa.phone());
        var sharing = buysAtAmazon(other);
        var elsewhere = buysAtEbay(other.withPhone("07700 900999"));
        download();
        var id = asks(RequestKind.ACCESS, byEmail(testa));
        assertThat(lookFor.lookFor(shop, id, office)).isEqualTo(2);
        assertThat(theirs(id)).containsExactly(own);
        assertThat(clues(id, sharing)).containsExactly(Clue.PHONE);
        assertThat(requests.orders(shop, id))
                .extracting(FoundOrder::order)
                .doesNotContain(order(elsewhere).id().value());
    }

    /** A gift: who has bought it and who receives it are two data subjects under one order. */
    @Test
    void anOrderThatNamesTwoPeopleIsMarked() throws Exception {
        var testa = Somebody.fresh("Testa Demoson");
        var gift = buysAtAmazon(
                testa, order -> ((ObjectNode) order.at("/recipient/deliveryAddress")).put("name", "Auntie Demoson"));
        var own = buysAtAmazon(testa);
        download();
        var id = asksAndIsKnown(RequestKind.ACCESS, byEmail(testa));
        assertThat(heldOn.look(shop, id, office, "TEST_LOOK"))
                .filteredOn(HeldOnRequester.OfOrder::namesTwo)
                .extracting(of -> of.order().channelOrderId())
                .containsExactly(gift)
                .doesNotContain(own);
        assertThat(pages.page(office, "/requests/" + id)).contains("An order names two people", "Two people");
    }

    @Test
    void aNumberThatIsNobodysFindsNothing() {
        var id = asks(RequestKind.ACCESS, byNumber("999-0000000-0000000"));
        assertThat(lookFor.lookFor(shop, id, office)).isZero();
        assertThat(lookFor.lookFor(
                        shop, asks(RequestKind.ACCESS, new Requester("Testa", "", "", "", "", List.of(), "")), office))
                .isZero();
    }

    @Test
    void eachSearchAndEachLookStandsInTheJournalAsOneForARightsRequest() {
        var testa = Somebody.fresh("Testa Demoson");
        buysAtAmazon(testa);
        download();
        var id = asksAndIsKnown(RequestKind.ACCESS, byEmail(testa));
        assertThat(heldOn.look(shop, id, office, "TEST_LOOK")).hasSize(1);
        var reasons = custody.in(shop, vault -> vault.journal().latest(50)).stream()
                .filter(entry -> entry.reader().equals(office.id()))
                .collect(Collectors.groupingBy(JournalEntry::reason, Collectors.counting()));
        assertThat(reasons.keySet()).contains("LOOK_FOR_ORDERS", "TEST_LOOK");
    }

    @Test
    void whoDoesNotAnswerForTheDataLooksForNobody() {
        var id = asks(RequestKind.ACCESS, byNumber("1"));
        assertThatThrownBy(() -> lookFor.lookFor(shop, id, shops.person(shop, Role.SERVICE)))
                .hasMessageContaining("role");
    }

    private void say(UUID id, String... numbers) {
        var chosen =
                Arrays.stream(numbers).map(number -> order(number).id().value()).toList();
        lookFor.theirs(shop, id, chosen, office.id());
    }

    private Set<Clue> clues(UUID id, String number) {
        var wanted = order(number).id().value();
        return requests.orders(shop, id).stream()
                .filter(found -> found.order().equals(wanted))
                .findFirst()
                .orElseThrow()
                .foundBy();
    }
}
