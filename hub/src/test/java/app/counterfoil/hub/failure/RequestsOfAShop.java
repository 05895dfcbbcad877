package app.counterfoil.hub.failure;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.rights.Door;
import app.counterfoil.hub.rights.EraseOnRequest;
import app.counterfoil.hub.rights.HandleRequests;
import app.counterfoil.hub.rights.IdentityProof;
import app.counterfoil.hub.rights.Law;
import app.counterfoil.hub.rights.LookForOrders;
import app.counterfoil.hub.rights.RequestKind;
import app.counterfoil.hub.rights.RequestState;
import app.counterfoil.hub.rights.Requester;
import app.counterfoil.hub.rights.Requests;
import app.counterfoil.hub.rights.RightsRequest;
import app.counterfoil.hub.rights.TakeInRequests;
import app.counterfoil.hub.seller.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** What people ask of the shop on a folder about their data. */
final class RequestsOfAShop {

    private final BeanFactory hub;
    private final SellerId shop;
    private final SignedIn owner;

    RequestsOfAShop(BeanFactory hub, SellerId shop, SignedIn owner) {
        this.hub = hub;
        this.shop = shop;
        this.owner = owner;
    }

    /** Whose order it is wants their data erased, and gets it. */
    void takeInAndMeet(OrderFacts order) {
        var me = Optional.of(owner.id());
        var id = hub.getBean(TakeInRequests.class).takeIn(shop, erasureOf(order), me);
        hub.getBean(HandleRequests.class).identityKnown(shop, id, IdentityProof.CALLED_BACK, me);
        var unused = hub.getBean(LookForOrders.class).lookFor(shop, id, owner);
        // The made-up world has few people: others of their orders are kept for those who come after.
        hub.getBean(LookForOrders.class).theirs(shop, id, List.of(order.id().value()), owner.id());
        meet(id);
    }

    /** Those that nobody has carried out. */
    List<RightsRequest> open() {
        return hub.getBean(Requests.class).underWay(shop, 100).stream()
                .filter(each -> each.state() == RequestState.OPEN)
                .toList();
    }

    void meetOpen() {
        open().forEach(each -> meet(each.id()));
    }

    private void meet(UUID request) {
        var unused = hub.getBean(EraseOnRequest.class).carryOut(shop, request, owner);
    }

    private TakeInRequests.Incoming erasureOf(OrderFacts order) {
        var requester = new Requester("", "", "", "", "", List.of(order.channelOrderId()), "");
        return new TakeInRequests.Incoming(
                RequestKind.ERASURE,
                Door.STAFF,
                Law.UK,
                hub.getBean(BusinessClock.class).today(),
                requester);
    }
}
