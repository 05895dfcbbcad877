package app.counterfoil.hub.breach;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.dispatch.ParcelWishes;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom an incident is about is counted by what the system has written itself, to the person. */
class FoundScopeTest extends BreachBench {

    private static final ParcelWish WISH = new ParcelWish("TPN24", "smallParcel", new Weight(450));

    @Autowired
    private BookShipments bookShipments;

    @Test
    void anAccountIsAnsweredForByExactlyWhatItOpenedInThatTime() {
        var held = downloaded(shop, OutsideService.EBAY);
        var packer = shops.person(shop, Role.PACKER);
        var other = shops.person(shop, Role.SERVICE);
        open(packer, held.subList(0, 1));
        var from = clock.now();
        open(packer, held.subList(1, 4));
        open(packer, held.subList(1, 3));
        open(other, held.subList(4, 6));
        var found = count(incident(), openedBy(packer, from));
        assertThat(found.people()).isEqualTo(3);
        assertThat(found.records()).isEqualTo(3);
        assertThat(found.readable()).isEqualTo(3);
        assertThat(found.purposes()).containsExactly(Purpose.DELIVERY);
        assertThat(found.categories()).contains("Delivery address", "Gift message");
        assertThat(found.orders()).containsExactlyInAnyOrderElementsOf(ids(held.subList(1, 4)));
        assertThat(found.contract()).isFalse();
    }

    @Test
    void nobodyOfAnotherShopIsCounted() {
        var mine = downloaded(shop, OutsideService.EBAY);
        var theirs = shops.open("Other Shop (made up)", "");
        var others = downloaded(theirs, OutsideService.EBAY);
        open(shops.person(theirs, Role.PACKER), others.subList(0, 5));
        open(shops.person(shop, Role.PACKER), mine.subList(0, 2));
        var everything = new Question(Asked.TIME, Instant.EPOCH, later(), Optional.empty(), Optional.empty(), "");
        var found = count(incident(), everything);
        assertThat(found.orders()).containsExactlyInAnyOrderElementsOf(ids(mine.subList(0, 2)));
    }

    @Test
    void whoWasForgottenSinceIsCountedAsAPersonWhoseRecordNoLongerOpens() {
        var held = downloaded(shop, OutsideService.AMAZON);
        var packer = shops.person(shop, Role.PACKER);
        var from = clock.now();
        open(packer, held.subList(0, 3));
        forget(held.get(0));
        var found = count(incident(), openedBy(packer, from));
        assertThat(found.people()).isEqualTo(3);
        assertThat(found.readable()).isEqualTo(2);
        assertThat(found.forgotten()).isEqualTo(1);
        assertThat(found.ended()).isZero();
        assertThat(found.contract()).isTrue();
        assertThat(found.orders()).hasSize(3);
    }

    @Test
    void aRecipientIsAnsweredForByTheLedgerOfWhatItWasGiven() {
        var held = downloaded(shop, OutsideService.EBAY);
        shops.connect(shop, OutsideService.ROYAL_MAIL);
        var ready = shops.ready(shop).limit(3).toList();
        assertThat(bookShipments.book(
                        owner(), ready.stream().map(OrderFacts::id).toList(), ParcelWishes.all(WISH), done -> {}))
                .allMatch(BookShipments.Result::isBooked);
        forget(ready.get(0));
        var found = count(incident(), about(Asked.RECIPIENT, OutsideService.ROYAL_MAIL));
        assertThat(found.people()).isEqualTo(3);
        assertThat(found.records()).isEqualTo(3);
        assertThat(found.readable()).isEqualTo(2);
        assertThat(found.categories()).contains("Name", "Delivery address").doesNotContain("Order number");
        assertThat(found.orders()).containsExactlyInAnyOrderElementsOf(ids(ready));
        assertThat(held.size()).isGreaterThan(3);
    }

    @Test
    void aChannelIsAnsweredForByItsOrdersAlone() {
        var ebay = downloaded(shop, OutsideService.EBAY);
        var amazon = downloaded(shop, OutsideService.AMAZON);
        forget(amazon.get(0));
        var found = count(incident(), about(Asked.CHANNEL, OutsideService.AMAZON));
        assertThat(found.orders()).containsAll(ids(amazon)).doesNotContainAnyElementsOf(ids(ebay));
        assertThat(found.contract()).isTrue();
        assertThat(found.forgotten()).isPositive();
        assertThat(found.records()).isEqualTo(found.readable() + found.ended() + found.forgotten());
        var before = new Question(
                Asked.CHANNEL,
                Instant.EPOCH,
                Instant.EPOCH.plus(Duration.ofDays(1)),
                Optional.empty(),
                Optional.of(OutsideService.AMAZON),
                "");
        assertThat(count(incident(), before).people()).isZero();
    }

    private void open(SignedIn reader, List<OrderFacts> some) {
        openPeople.recipients(reader, "ORDER_PAGE", some);
    }

    private void forget(OrderFacts order) {
        List<SubjectId> whom = List.of(order.subject());
        custody.in(shop, vault -> vault.forget(whom, Set.of(Purpose.DELIVERY, Purpose.SERVICE), "ERASURE_REQUEST"));
    }

    private static List<UUID> ids(List<OrderFacts> some) {
        return some.stream().map(order -> order.id().value()).toList();
    }
}
