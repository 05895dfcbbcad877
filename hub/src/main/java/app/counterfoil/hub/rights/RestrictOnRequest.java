package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.export.Copies;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.StaffOnRequest;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import app.counterfoil.vault.SubjectId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final StaffOnRequest staff;
    private final ContactOfRequester contact;
    private final RequestLog log;
    private final Notices notices;
    private final Copies copies;
    private final Custody custody;
    private final SellerTransactions transactions;

    RestrictOnRequest(
            HandleRequests handle,
            RequestRows rows,
            HeldOnRequester heldOn,
            StaffOnRequest staff,
            ContactOfRequester contact,
            RequestLog log,
            Notices notices,
            Copies copies,
            Custody custody,
            SellerTransactions transactions) {
        this.handle = handle;
        this.rows = rows;
        this.heldOn = heldOn;
        this.staff = staff;
        this.contact = contact;
        this.log = log;
        this.notices = notices;
        this.copies = copies;
        this.custody = custody;
        this.transactions = transactions;
    }

    /**
     * Restricts it, on all orders that are theirs, or on their account.
     *
     * @throws CannotBeDone if it is no open request for that, it is not known who has asked, or no order is theirs
     */
    public void restrict(SellerId seller, UUID id, Reader reader) {
        transactions.run(seller, () -> {
            var request = handle.toCarryOut(seller, id, RequestKind.RESTRICTION, RequestKind.OBJECTION);
            var subjects = subjects(seller, request);
            var ofTheirAddress = contact.restrict(seller, request, reader);
            if (subjects.isEmpty() && ofTheirAddress == 0) {
                throw CannotBeDone.noOrders();
            }
            custody.in(seller, vault -> {
                vault.restrictions().restrict(subjects, request.kind().name());
                return subjects;
            });
            var theirs = heldOn.theirs(seller, id);
            // A file in which they stand would be used past the restriction; one without them is made in a minute.
            var destroyed = copies.destroyNaming(seller, EraseOnRequest.ids(theirs), Optional.of(reader.id()));
            if (destroyed > 0) {
                log.write(seller, id, Step.FILES_DESTROYED, String.valueOf(destroyed), Optional.of(reader.id()));
            }
            notices.due(seller, id, theirs);
            log.write(seller, id, Step.RESTRICTED, String.valueOf(subjects.size()), Optional.of(reader.id()));
            if (request.kind() == RequestKind.RESTRICTION) {
                handle.close(seller, id, RequestState.DONE, Step.DONE, "", Optional.of(reader.id()));
            }
        });
    }

    /** Lifts it on all orders that are theirs, or on their account; the person was told before. */
    public void lift(SellerId seller, UUID id, Reader reader) {
        transactions.run(seller, () -> {
            var request = rows.locked(seller, id).orElseThrow(NoSuchRequest::new);
            var subjects = subjects(seller, request);
            contact.lift(seller, request, reader);
            custody.in(seller, vault -> {
                vault.restrictions().lift(subjects);
                return subjects;
            });
            log.write(seller, id, Step.LIFTED, String.valueOf(subjects.size()), Optional.of(reader.id()));
        });
    }

    /** Whether the account of whoever of the shop has asked is restricted; of orders, each says so itself. */
    public boolean isRestrictedAccount(SellerId seller, RightsRequest request) {
        return request.staff().isPresent()
                && custody.in(seller, vault -> !vault.restrictions()
                        .of(subjects(seller, request).keySet())
                        .isEmpty());
    }

    /** Whose data it is about, and which of it: of an order that names two people, the part of the one who has asked. */
    private Map<SubjectId, Set<Purpose>> subjects(SellerId seller, RightsRequest request) {
        if (request.staff().isPresent()) {
            return Map.of(staff.subject(seller, request.staff().get()), EnumSet.allOf(Purpose.class));
        }
        var sides = heldOn.sides(seller, request.id());
        var subjects = new HashMap<SubjectId, Set<Purpose>>();
        heldOn.theirs(seller, request.id())
                .forEach(order -> subjects.put(
                        order.subject(),
                        sides.getOrDefault(order.id().value(), Side.BOTH).purposes()));
        return subjects;
    }
}
