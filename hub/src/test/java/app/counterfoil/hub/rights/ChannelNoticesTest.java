package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.rights.ChannelNotices.AccountDeletion;
import app.counterfoil.hub.rights.ChannelNotices.CustomerData;
import app.counterfoil.hub.rights.ChannelNotices.CustomerErasure;
import app.counterfoil.hub.rights.ChannelNotices.CustomerRedact;
import app.counterfoil.hub.rights.ChannelNotices.ShopRedact;
import app.counterfoil.hub.rights.ChannelNotices.Taken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What channels pass on is taken in once, carried out by itself, and nothing of strangers is kept. */
class ChannelNoticesTest extends RightsBench {

    private static final int STRANGERS = 2_000;

    @Autowired
    private ChannelNotices notices;

    @Autowired
    private FinishErasures finish;

    @Autowired
    private Notices recipients;

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private Custody custody;

    @Test
    void aClosedAccountIsFoundByItsNameAndErasedByItself() throws Exception {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        var atAmazon = buysAtAmazon(Somebody.fresh("Another Demoson").withUserName(testa.userName()));
        download();
        moveOrders.to(OrderState.CANCELLED, shop, List.of(order(number).id()), Optional.empty());
        var notice = new AccountDeletion(fresh(), "immutable-1", testa.userName(), "eias-1");
        assertThat(notices.take(account(OutsideService.EBAY), List.of(notice))).isEqualTo(new Taken(0, 1, 0));
        assertThat(notices.take(account(OutsideService.EBAY), List.of(notice)))
                .as("told again")
                .isEqualTo(new Taken(0, 0, 1));
        var request = requests.underWay(shop, 10).get(0);
        assertThat(request.door()).isEqualTo(Door.CHANNEL);
        assertThat(request.proof()).contains(IdentityProof.VOUCHED_BY_CHANNEL);
        assertThat(theirs(request.id())).containsExactly(number);
        assertThat(pages.page(office, "/requests")).contains("Passed on by channels", "1, the oldest until");

        finish.of(shop);

        assertThat(request(request.id()).state()).isEqualTo(RequestState.DONE);
        assertThat(heldOn.look(shop, request.id(), office, "TEST_LOOK"))
                .allMatch(order -> order.held().isEmpty());
        var others = asksAndIsKnown(RequestKind.ACCESS, byNumber(atAmazon));
        assertThat(heldOn.look(shop, others, office, "TEST_LOOK"))
                .as("the same name at another channel is somebody else's")
                .noneMatch(order -> order.held().isEmpty());
        assertThat(notices.standing(shop)).hasValueSatisfying(standing -> {
            assertThat(standing.open()).isZero();
            assertThat(standing.lastDone()).isPresent();
        });
        assertThat(pages.page(office, "/requests/" + request.id()))
                .contains("Passed on by the channel", "0 of what should be gone opens", "by itself");
    }

    @Test
    void ofAnOrderUnderWayTheAddressWaitsAndTheChannelNeedNotBeTold() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        book(number);
        notices.take(
                account(OutsideService.EBAY), List.of(new AccountDeletion(fresh(), testa.userName(), "", "eias-2")));
        finish.of(shop);
        var request = requests.underWay(shop, 10).get(0);
        assertThat(request.state()).isEqualTo(RequestState.WAITING);
        assertThat(recipients.of(shop, request.id()))
                .filteredOn(notice -> notice.recipient().equals("EBAY"))
                .allMatch(notice -> notice.leftOut().equals(Optional.of(NoticeLeftOut.KNOWS_ALREADY)));
        assertThat(notices.standing(shop).orElseThrow().open()).isEqualTo(1);
    }

    /** eBay tells every app of every account that is closed there: about 1,500 a day, nearly all of them strangers. */
    @Test
    void ofTwoThousandStrangersNothingIsKeptButThatTheyCame() {
        buysAtEbay(Somebody.fresh("Testa Demoson"));
        download();
        var before = custody.in(shop, vault -> vault.journal().latest(10_000)).size();
        var told = IntStream.range(0, STRANGERS)
                .mapToObj(at -> new AccountDeletion(fresh(), "id-of-stranger-" + at, "stranger-" + at, "eias-" + at))
                .toList();
        assertThat(notices.take(account(OutsideService.EBAY), told)).isEqualTo(new Taken(STRANGERS, 0, 0));
        assertThat(notices.take(account(OutsideService.EBAY), told)).isEqualTo(new Taken(0, 0, STRANGERS));
        assertThat(requests.underWay(shop, 10)).isEmpty();
        assertThat(notices.standing(shop)).hasValueSatisfying(standing -> {
            assertThat(standing.all()).isEqualTo(STRANGERS);
            assertThat(standing.strangers()).isEqualTo(STRANGERS);
        });
        assertThat(custody.in(shop, vault -> vault.journal().latest(10_000)).size() - before)
                .as("searches in the journal")
                .isLessThanOrEqualTo(2);
        forwardAYear();
        assertThat(notices.standing(shop)).as("a year later").isEmpty();
    }

    @Test
    void aCustomersRedactNamesOrdersAndTouchesNoOthers() {
        var testa = Somebody.fresh("Testa Demoson");
        var named = buysAtEbay(testa);
        var other = buysAtEbay(testa);
        download();
        notices.take(account(OutsideService.EBAY), List.of(new CustomerRedact(fresh(), testa.email(), List.of(named))));
        assertThat(theirs(requests.underWay(shop, 10).get(0).id()))
                .containsExactly(named)
                .doesNotContain(other);
    }

    @Test
    void aCopyThatIsAskedForThereWaitsForAPersonAndAnErasureByAddressFindsAll() {
        var testa = Somebody.fresh("Testa Demoson");
        var one = buysAtAmazon(testa);
        var two = buysAtAmazon(testa);
        download();
        notices.take(account(OutsideService.AMAZON), List.of(new CustomerData(fresh(), testa.email(), List.of())));
        finish.of(shop);
        var copy = requests.underWay(shop, 10).get(0);
        assertThat(copy.kind()).isEqualTo(RequestKind.ACCESS);
        assertThat(copy.state()).isEqualTo(RequestState.OPEN);
        assertThat(theirs(copy.id())).containsExactlyInAnyOrder(one, two);
        notices.take(
                account(OutsideService.AMAZON),
                List.of(new CustomerErasure(fresh(), testa.email().toUpperCase(Locale.ROOT))));
        assertThat(requests.underWay(shop, 10)).hasSize(2).anyMatch(each -> each.kind() == RequestKind.ERASURE);
    }

    @Test
    void aShopThatLeavesTakesAllItsBuyersAndNobodyOfAnotherAccount() {
        var leaving = shops.connect(shop, OutsideService.EBAY, 2);
        var left = buysAtSecondEbay(Somebody.fresh("Testa Demoson"));
        var also = buysAtSecondEbay(Somebody.fresh("Another Demoson"));
        var stays = buysAtEbay(Somebody.fresh("Third Demoson"));
        download();
        download(leaving);
        moveOrders.to(
                OrderState.CANCELLED,
                shop,
                List.of(order(left).id(), order(also).id()),
                Optional.empty());
        assertThat(notices.take(leaving, List.of(new ShopRedact(fresh()))).requests())
                .isEqualTo(1);
        finish.of(shop);
        var request = requests.closed(shop, 10).get(0);
        assertThat(theirs(request.id())).containsExactlyInAnyOrder(left, also);
        assertThat(heldOn.look(shop, request.id(), office, "TEST_LOOK"))
                .allMatch(order -> order.held().isEmpty());
        var others = asksAndIsKnown(RequestKind.ACCESS, byNumber(stays));
        assertThat(heldOn.look(shop, others, office, "TEST_LOOK"))
                .noneMatch(order -> order.held().isEmpty());
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
