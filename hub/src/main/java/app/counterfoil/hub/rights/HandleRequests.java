package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What moves a request's clock, and what closes it without being carried out. */
@Component
public class HandleRequests {

    private final RequestRows rows;
    private final RequestLog log;
    private final Statements statements;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    HandleRequests(
            RequestRows rows,
            RequestLog log,
            Statements statements,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock) {
        this.rows = rows;
        this.log = log;
        this.statements = statements;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Somebody has confirmed to the requester that it has arrived. */
    public void acknowledged(SellerId seller, UUID id, UUID person) {
        transactions.run(seller, () -> {
            open(seller, id);
            log.write(seller, id, Step.ACKNOWLEDGED, "", Optional.of(person));
        });
    }

    /** The requester is asked to show who they are: until they have, the month does not begin. */
    public void identityAsked(SellerId seller, UUID id, UUID person) {
        transactions.run(seller, () -> {
            if (!open(seller, id).clock().awaitsIdentity()) {
                rows.identityAsked(seller, id, clock.today());
                log.write(seller, id, Step.IDENTITY_ASKED, "", Optional.of(person));
            }
        });
    }

    /**
     * The requester has shown who they are.
     *
     * @param person who says so; empty where a code has shown it
     */
    public void identityKnown(SellerId seller, UUID id, IdentityProof proof, Optional<UUID> person) {
        transactions.run(seller, () -> {
            open(seller, id);
            rows.identityKnown(seller, id, clock.today(), proof);
            log.write(seller, id, Step.IDENTITY_KNOWN, proof.name(), person);
        });
    }

    /** The requester is asked what they mean: by UK law the days until they answer are not counted. */
    public void clarificationAsked(SellerId seller, UUID id, UUID person) {
        transactions.run(seller, () -> {
            if (!open(seller, id).clock().awaitsClarification()) {
                rows.clarificationAsked(seller, id, clock.today());
                log.write(seller, id, Step.CLARIFICATION_ASKED, "", Optional.of(person));
            }
        });
    }

    /**
     * The requester has said what they mean.
     *
     * @throws CannotBeDone if nothing was asked
     */
    public void clarificationAnswered(SellerId seller, UUID id, UUID person) {
        transactions.run(seller, () -> {
            if (!open(seller, id).clock().awaitsClarification()) {
                throw CannotBeDone.nothingAwaited();
            }
            rows.clarificationAnswered(seller, id, clock.today());
            log.write(seller, id, Step.CLARIFICATION_ANSWERED, "", Optional.of(person));
        });
    }

    /**
     * The requester was told that it takes two months more, and why.
     *
     * @throws CannotBeDone if the first month is over, or it was extended before
     */
    public void extended(SellerId seller, UUID id, UUID person) {
        transactions.run(seller, () -> {
            if (!open(seller, id).clock().isExtendable(clock.today())) {
                throw CannotBeDone.tooLateToExtend();
            }
            rows.extended(seller, id, clock.today());
            log.write(seller, id, Step.EXTENDED, "", Optional.of(person));
        });
    }

    /** It is refused; the requester is told why, and where to complain. */
    public void refused(SellerId seller, UUID id, RefusalReason reason, UUID person) {
        transactions.run(seller, () -> {
            open(seller, id);
            rows.refusedBecause(seller, id, reason);
            close(seller, id, RequestState.REFUSED, Step.REFUSED, reason.name(), Optional.of(person));
        });
    }

    /** The requester has taken it back. */
    public void withdrawn(SellerId seller, UUID id, UUID person) {
        transactions.run(seller, () -> {
            open(seller, id);
            close(seller, id, RequestState.WITHDRAWN, Step.WITHDRAWN, "", Optional.of(person));
        });
    }

    /** It is dealt with: the requester has been answered. */
    public void done(SellerId seller, UUID id, UUID person) {
        transactions.run(seller, () -> {
            open(seller, id);
            close(seller, id, RequestState.DONE, Step.DONE, "", Optional.of(person));
        });
    }

    /** Closes it, in the running transaction, and seals who has asked to the end of what is kept of it. */
    void close(SellerId seller, UUID id, RequestState state, Step step, String detail, Optional<UUID> person) {
        var request = rows.one(seller, id).orElseThrow(NoSuchRequest::new);
        var ends = clock.today().plusYears(TakeInRequests.YEARS_KEPT);
        rows.state(seller, id, state);
        rows.closed(seller, id, ends);
        var opening = new Opening(HubJob.RETENTION, Purpose.RIGHTS_REQUEST, "REQUEST_CLOSED");
        custody.in(seller, vault -> vault.carryOn(opening, Requester.KIND, Map.of(request.requester(), ends)));
        statements.carryOn(seller, request, opening, ends);
        log.write(seller, id, step, detail, person);
    }

    /**
     * The request, locked.
     *
     * @throws CannotBeDone if it is not open any more
     */
    RightsRequest open(SellerId seller, UUID id) {
        var request = rows.locked(seller, id).orElseThrow(NoSuchRequest::new);
        if (request.state() != RequestState.OPEN) {
            throw CannotBeDone.closed();
        }
        return request;
    }

    /**
     * The request, locked, of somebody who has shown who they are.
     *
     * @throws CannotBeDone if they have not, it is something else or not open any more
     */
    RightsRequest toCarryOut(SellerId seller, UUID id, RequestKind... kinds) {
        var request = open(seller, id);
        if (request.proof().isEmpty()) {
            throw CannotBeDone.awaitsIdentity();
        }
        if (request.carryOutFrom().filter(clock.now()::isBefore).isPresent()) {
            throw CannotBeDone.holdsStill();
        }
        for (var kind : kinds) {
            if (request.kind() == kind) {
                return request;
            }
        }
        throw CannotBeDone.anotherKind();
    }
}
