package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.export.Copies;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Restricts the use of what is held on a requester (Art 18), also while an objection of theirs is decided on (Art 18(1)(d)),
 * and lifts it again, which the person is told before (Art 18(3)). The vault refuses every use but for tax, for claims and
 * for the person themselves.
 */
@Component
public class RestrictOnRequest {

    private final HandleRequests handle;
    private final RequestRows rows;
    private final HeldOnRequester heldOn;
    private final RequestLog log;
    private final Notices notices;
    private final Copies copies;
    private final Custody custody;
    private final SellerTransactions transactions;

    RestrictOnRequest(
            HandleRequests handle,
            RequestRows rows,
            HeldOnRequester heldOn,
            RequestLog log,
            Notices notices,
            Copies copies,
            Custody custody,
            SellerTransactions transactions) {
        this.handle = handle;
        this.rows = rows;
        this.heldOn = heldOn;
        this.log = log;
        this.notices = notices;
        this.copies = copies;
        this.custody = custody;
        this.transactions = transactions;
    }

    /**
     * Restricts it, on all orders that are theirs.
     *
     * @throws CannotBeDone if it is no open request for that, it is not known who has asked, or no order is theirs
     */
    public void restrict(SellerId seller, UUID id, UUID person) {
        transactions.run(seller, () -> {
            var request = handle.toCarryOut(seller, id, RequestKind.RESTRICTION, RequestKind.OBJECTION);
            var theirs = heldOn.theirs(seller, id);
            if (theirs.isEmpty()) {
                throw CannotBeDone.noOrders();
            }
            custody.in(seller, vault -> {
                theirs.forEach(order -> vault.restrictions()
                        .restrict(order.subject(), request.kind().name()));
                return theirs;
            });
            // A file in which they stand would be used past the restriction; one without them is made in a minute.
            var destroyed = copies.destroyNaming(seller, EraseOnRequest.ids(theirs), Optional.of(person));
            if (destroyed > 0) {
                log.write(seller, id, Step.FILES_DESTROYED, String.valueOf(destroyed), Optional.of(person));
            }
            notices.due(seller, id, theirs);
            log.write(seller, id, Step.RESTRICTED, String.valueOf(theirs.size()), Optional.of(person));
            if (request.kind() == RequestKind.RESTRICTION) {
                handle.close(seller, id, RequestState.DONE, Step.DONE, "", Optional.of(person));
            }
        });
    }

    /** Lifts it on all orders that are theirs; the person was told before. */
    public void lift(SellerId seller, UUID id, UUID person) {
        transactions.run(seller, () -> {
            var unused = rows.locked(seller, id).orElseThrow(NoSuchRequest::new);
            var theirs = heldOn.theirs(seller, id);
            custody.in(seller, vault -> {
                theirs.forEach(order -> vault.restrictions().lift(order.subject()));
                return theirs;
            });
            log.write(seller, id, Step.LIFTED, String.valueOf(theirs.size()), Optional.of(person));
        });
    }
}
