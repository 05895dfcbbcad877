package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.export.Copies;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.rights.HeldOnRequester.Fate;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.CrashPoint;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import app.counterfoil.vault.SubjectId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Destroys what is held on a requester (Art 17): at once all that nothing under way needs, the rest by itself as soon as
 * that is over. What law keeps stays. An order that is theirs is forgotten for a purpose although nothing is held for it
 * any more, so that a channel which tells of them again is not listened to.
 */
@Component
public class EraseOnRequest {

    private static final String RULE = "ERASURE_REQUEST";

    /** What is held on an order's people and no law keeps. */
    static final Set<Purpose> OF_ORDERS = EnumSet.of(Purpose.DELIVERY, Purpose.LABEL, Purpose.SERVICE);

    private final RequestRows rows;
    private final HandleRequests handle;
    private final HeldOnRequester heldOn;
    private final StaffRequests staff;
    private final PutAsideOnRequest putAside;
    private final ContactOfRequester contact;
    private final RequestLog log;
    private final Notices notices;
    private final Receipts receipts;
    private final Copies copies;
    private final Custody custody;
    private final SellerTransactions transactions;

    EraseOnRequest(
            RequestRows rows,
            HandleRequests handle,
            HeldOnRequester heldOn,
            StaffRequests staff,
            PutAsideOnRequest putAside,
            ContactOfRequester contact,
            RequestLog log,
            Notices notices,
            Receipts receipts,
            Copies copies,
            Custody custody,
            SellerTransactions transactions) {
        this.rows = rows;
        this.handle = handle;
        this.heldOn = heldOn;
        this.staff = staff;
        this.putAside = putAside;
        this.contact = contact;
        this.log = log;
        this.notices = notices;
        this.receipts = receipts;
        this.copies = copies;
        this.custody = custody;
        this.transactions = transactions;
    }

    /**
     * Carries the request out, and looks again. First what nothing under way needs becomes unreadable; the rest is made up
     * after that, so that nobody stays readable because somebody else has still to be told.
     *
     * @return whether all is done; otherwise the rest waits
     * @throws CannotBeDone if it is no open request for erasure, it is not known who has asked, or no order is theirs
     */
    public boolean carryOut(SellerId seller, UUID id, Reader reader) {
        var person = Optional.of(reader.id());
        var begun = transactions.in(seller, () -> begin(seller, id, reader));
        CrashPoint.reached("request.erased");
        if (!begun.ofStaff()) {
            transactions.run(seller, () -> finish(seller, id, begun.waits(), person));
            lookAgain(seller, id, reader);
        }
        return !begun.waits();
    }

    /** Goes on with what waits, as far as nothing needs it any more; true if all is done now. */
    boolean goOn(SellerId seller, UUID id) {
        return transactions.in(seller, () -> {
            var request = rows.locked(seller, id).filter(each -> each.state() == RequestState.WAITING);
            if (request.isEmpty()) {
                return false;
            }
            if (request.get().staff().isPresent()) {
                return staff.erase(seller, request.get(), Optional.empty());
            }
            var waits = forget(seller, id, heldOn.theirs(seller, id), Optional.empty());
            finish(seller, id, waits, Optional.empty());
            return !waits;
        });
    }

    /** What is unreadable now, and whether something waits. */
    private record Begun(boolean ofStaff, boolean waits) {}

    private Begun begin(SellerId seller, UUID id, Reader reader) {
        var person = Optional.of(reader.id());
        var request = handle.toCarryOut(seller, id, RequestKind.ERASURE, RequestKind.OBJECTION);
        if (request.staff().isPresent()) {
            return new Begun(true, !staff.erase(seller, request, person));
        }
        var theirs = heldOn.theirs(seller, request.id());
        var ofTheirAddress = contact.forget(seller, request, reader);
        int aside = putAside.forget(seller, id);
        if (theirs.isEmpty() && aside == 0 && ofTheirAddress == 0) {
            throw CannotBeDone.noOrders();
        }
        if (ofTheirAddress > 0) {
            log.write(seller, id, Step.ERASED, "marketing", person);
        }
        if (aside > 0) {
            log.write(seller, id, Step.ERASED, aside + " put aside", person);
        }
        rows.state(seller, id, RequestState.WAITING);
        var waits = forget(seller, id, theirs, person);
        if (waits) {
            log.write(seller, id, Step.WAITS, "", person);
        }
        return new Begun(false, waits);
    }

    /** Forgets what nothing needs, all purposes at once; tells whether something is needed still. */
    private boolean forget(SellerId seller, UUID id, List<OrderFacts> theirs, Optional<UUID> person) {
        var needed = heldOn.needed(seller, theirs);
        var sides = heldOn.sides(seller, id);
        var due = new EnumMap<Purpose, List<SubjectId>>(Purpose.class);
        var waits = false;
        for (var purpose : OF_ORDERS) {
            var needing = needed.getOrDefault(purpose, Map.of());
            var of = of(purpose, theirs, sides);
            waits |= of.stream().anyMatch(order -> needing.containsKey(order.id()));
            due.put(
                    purpose,
                    of.stream()
                            .filter(order -> !needing.containsKey(order.id()))
                            .map(OrderFacts::subject)
                            .toList());
        }
        // All purposes at once: each time the ledger is forced to the disk, and the people are locked, once more.
        var erased = custody.in(seller, vault -> vault.forget(due, RULE));
        if (!erased.isEmpty()) {
            log.write(seller, id, Step.ERASED, inWords(erased), person);
            rows.secondLookDue(seller, id, true);
        }
        return waits;
    }

    /** Files that name them are destroyed, whoever received something is to be told, and what does not wait is closed. */
    private void finish(SellerId seller, UUID id, boolean waits, Optional<UUID> person) {
        var request = rows.locked(seller, id).orElseThrow(NoSuchRequest::new);
        var theirs = heldOn.theirs(seller, id);
        var sides = heldOn.sides(seller, id);
        var destroyed = copies.destroyNaming(seller, ids(theirs), person);
        if (destroyed > 0) {
            log.write(seller, id, Step.FILES_DESTROYED, String.valueOf(destroyed), person);
        }
        if (rows.isSecondLookDue(seller, id) || destroyed > 0) {
            notices.due(seller, id, of(Purpose.DELIVERY, theirs, sides));
        }
        if (!waits && request.state() == RequestState.WAITING) {
            handle.close(seller, id, RequestState.DONE, Step.DONE, "", person);
        }
    }

    static List<UUID> ids(List<OrderFacts> orders) {
        return orders.stream().map(order -> order.id().value()).toList();
    }

    /** Those of the orders of which the requester is whom data for that purpose is about. */
    static List<OrderFacts> of(Purpose purpose, List<OrderFacts> theirs, Map<UUID, Side> sides) {
        return theirs.stream()
                .filter(order ->
                        sides.getOrDefault(order.id().value(), Side.BOTH).has(purpose))
                .toList();
    }

    /** Looks whether what should be gone opens, and writes it down. */
    void lookAgain(SellerId seller, UUID id, Reader reader) {
        transactions.run(seller, () -> {
            rows.secondLookDue(seller, id, false);
            var held = heldOn.look(seller, id, reader, "LOOK_AGAIN");
            log.write(seller, id, Step.LOOKED_AGAIN, found(held), Optional.of(reader.id()));
            rows.one(seller, id)
                    .filter(request -> request.state() == RequestState.DONE)
                    .ifPresent(request -> receipts.make(seller, request, held));
        });
    }

    private static String found(List<HeldOnRequester.OfOrder> looked) {
        var held = looked.stream()
                .flatMap(order -> order.held().stream())
                .collect(Collectors.groupingBy(HeldOnRequester.Held::fate, Collectors.counting()));
        return "%d of what should be gone opens, %d waits, %d stays by law"
                .formatted(
                        held.getOrDefault(Fate.GOES, 0L),
                        held.getOrDefault(Fate.WAITS, 0L),
                        held.getOrDefault(Fate.STAYS, 0L));
    }

    private static String inWords(Map<Purpose, Integer> erased) {
        return erased.entrySet().stream()
                .map(each -> each.getKey().title().toLowerCase(Locale.ROOT) + " of " + each.getValue()
                        + (each.getValue() == 1 ? " order" : " orders"))
                .collect(Collectors.joining(", "));
    }
}
