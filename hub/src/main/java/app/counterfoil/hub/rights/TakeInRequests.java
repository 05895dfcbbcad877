package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.StaffOnRequest;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes in what a person asks for. Who has asked is sealed; the clock runs from the day of receipt. */
@Component
public class TakeInRequests {

    /** So long it is kept how a request was dealt with, from its closing on. */
    static final int YEARS_KEPT = 3;

    private final RequestRows rows;
    private final RequestLog log;
    private final HandleRequests handle;
    private final StaffOnRequest staffOnRequest;
    private final ContactOfRequester contact;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    TakeInRequests(
            RequestRows rows,
            RequestLog log,
            HandleRequests handle,
            StaffOnRequest staffOnRequest,
            ContactOfRequester contact,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.rows = rows;
        this.log = log;
        this.handle = handle;
        this.staffOnRequest = staffOnRequest;
        this.contact = contact;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What comes in.
     *
     * @param kind what is asked for
     * @param door how it came in
     * @param law by which law it is dealt with
     * @param receivedOn the day of receipt
     * @param requester who has asked
     */
    public record Incoming(RequestKind kind, Door door, Law law, LocalDate receivedOn, Requester requester) {
        @Override
        public String toString() {
            return "Incoming[" + kind + ", " + door + "]";
        }
    }

    /**
     * Takes it in.
     *
     * @param person who writes it down; empty for what comes in by itself
     * @return its id
     * @throws CannotBeDone if it was received on a day to come
     */
    public UUID takeIn(SellerId seller, Incoming incoming, Optional<UUID> person) {
        return takeIn(seller, incoming, Optional.empty(), person);
    }

    /**
     * Takes in what somebody of the shop, or who has worked there, asks about their own account. Whoever asks while they are
     * signed in has shown who they are.
     *
     * @param staff who asks
     * @param said what they say, or empty
     * @param person who writes it down: themselves, or somebody else
     * @return its id
     * @throws Refusal if there never was such a person, or nothing of them can be opened any more
     */
    public UUID takeInFromStaff(SellerId seller, RequestKind kind, Law law, UUID staff, String said, UUID person) {
        return transactions.in(seller, () -> {
            var unused = staffOnRequest.subject(seller, staff);
            var opening = new Opening(HubJob.REQUESTS, Purpose.RIGHTS_REQUEST, "STAFF_REQUEST");
            var held = staffOnRequest.held(seller, opening, staff).orElseThrow(CannotBeDone::nothingHeld);
            var requester = new Requester(held.name(), held.email(), "", "", "", List.of(), said);
            var isTheirs = staff.equals(person);
            var door = isTheirs ? Door.SIGNED_IN : Door.STAFF;
            var id = takeIn(
                    seller,
                    new Incoming(kind, door, law, clock.today(), requester),
                    Optional.of(staff),
                    Optional.of(person));
            if (isTheirs) {
                handle.identityKnown(seller, id, IdentityProof.SIGNED_IN, Optional.of(person));
            }
            return id;
        });
    }

    private UUID takeIn(SellerId seller, Incoming incoming, Optional<UUID> staff, Optional<UUID> person) {
        if (incoming.receivedOn().isAfter(clock.today())) {
            throw CannotBeDone.dayNotUsable();
        }
        var id = UUID.randomUUID();
        var subject = SubjectId.random();
        // It closes today at the earliest, so it is kept until then for certain; closing it later moves the day.
        var ends = clock.today().plusYears(YEARS_KEPT);
        transactions.run(seller, () -> {
            custody.in(seller, vault -> {
                vault.seal(List.of(new Sealing<>(Requester.KIND, id, subject, ends, incoming.requester())));
                return id;
            });
            rows.add(
                    seller,
                    new RequestRows.New(
                            id,
                            incoming.kind(),
                            incoming.door(),
                            incoming.law(),
                            subject,
                            incoming.receivedOn(),
                            person,
                            staff,
                            ends));
            log.write(seller, id, Step.TAKEN_IN, incoming.door().name(), person);
            if (incoming.kind() == RequestKind.OBJECTION
                    && staff.isEmpty()
                    && contact.objected(seller, incoming.requester()) > 0) {
                log.write(seller, id, Step.MARKETING_ENDED, "", Optional.empty());
            }
        });
        return id;
    }
}
