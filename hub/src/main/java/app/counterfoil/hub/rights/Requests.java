package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells which requests there are and who has asked. */
@Component
public class Requests {

    private static final Set<RequestState> UNDER_WAY = EnumSet.of(RequestState.OPEN, RequestState.WAITING);
    private static final Set<RequestState> CLOSED =
            EnumSet.complementOf(EnumSet.of(RequestState.OPEN, RequestState.WAITING));

    private final RequestRows rows;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    Requests(RequestRows rows, Custody custody, SellerTransactions transactions, BusinessClock clock) {
        this.rows = rows;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Those that are not closed, the longest received first. */
    public List<RightsRequest> underWay(SellerId seller, int most) {
        return transactions.in(seller, () -> rows.in(seller, UNDER_WAY, most));
    }

    /** Those that are closed, the latest first. */
    public List<RightsRequest> closed(SellerId seller, int most) {
        return transactions.in(seller, () -> rows.in(seller, CLOSED, most));
    }

    /**
     * A request.
     *
     * @throws app.counterfoil.hub.measure.Refusal if it is not the seller's
     */
    public RightsRequest one(SellerId seller, UUID id) {
        return transactions.in(seller, () -> rows.one(seller, id)).orElseThrow(NoSuchRequest::new);
    }

    /** Those of somebody of the shop about their own account, the latest first. */
    public List<RightsRequest> ofStaff(SellerId seller, UUID staff) {
        return transactions.in(seller, () -> rows.ofStaff(seller, staff));
    }

    /** The orders it may be about. */
    public List<FoundOrder> orders(SellerId seller, UUID id) {
        return transactions.in(seller, () -> rows.orders(seller, id));
    }

    /** How many are overdue. */
    public long overdue(SellerId seller) {
        return underWay(seller, Integer.MAX_VALUE).stream()
                .filter(request -> request.isOverdue(clock.today()))
                .count();
    }

    /** Who has asked, opened for somebody whose role carries rights requests; it stands in the journal. */
    public Outcome<Requester> requester(SellerId seller, RightsRequest request, Reader reader) {
        var opening = new Opening(reader, Purpose.RIGHTS_REQUEST, "REQUEST_PAGE");
        return custody.in(seller, vault -> vault.openOne(opening, Requester.KIND, request.requester()));
    }
}
