package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.HeldPart;
import app.counterfoil.hub.custody.HeldPart.Line;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.seller.StaffOnRequest;
import app.counterfoil.hub.seller.StaffOnRequest.OnStaff;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Requests of the seller's own people about their accounts: what is held on them, what is put right, and what is destroyed.
 * While somebody works there nothing of their account is destroyed: the work contract needs it, and the request waits. Of
 * somebody who has left, the address and the password go; the name stays to its end, since the journal has to say who opened
 * whose data (Art 5(2), 17(3)(b)), and what they did stays by their id.
 */
@Component
public class StaffRequests {

    private static final String STAYS =
            "The journal and the logs have to say who has done what (Art 5(2), 17(3)(b)); the name ends with the account";

    private final StaffOnRequest staff;
    private final HandleRequests handle;
    private final RequestRows rows;
    private final RequestLog log;
    private final Receipts receipts;
    private final SellerTransactions transactions;

    StaffRequests(
            StaffOnRequest staff,
            HandleRequests handle,
            RequestRows rows,
            RequestLog log,
            Receipts receipts,
            SellerTransactions transactions) {
        this.staff = staff;
        this.handle = handle;
        this.rows = rows;
        this.log = log;
        this.receipts = receipts;
        this.transactions = transactions;
    }

    /**
     * What is held on somebody of the shop. Personal: it does not print.
     *
     * @param parts each part, with its fields
     * @param worksHere whether they have access
     * @param name their name
     * @param email where they sign in, or blank
     * @param stays what an erasure leaves, and why
     */
    public record Look(List<HeldPart> parts, boolean worksHere, String name, String email, String stays) {
        @Override
        public String toString() {
            return "Look[hidden]";
        }
    }

    /** What is held on whoever of the shop has asked, opened for that reader; empty if it is another request, or has ended. */
    public Optional<Look> look(SellerId seller, RightsRequest request, Reader reader, String reason) {
        var opening = new Opening(reader, Purpose.RIGHTS_REQUEST, reason);
        return request.staff()
                .flatMap(person -> staff.held(seller, opening, person))
                .map(StaffRequests::look);
    }

    private static Look look(OnStaff held) {
        var account = new HeldPart(
                "Account",
                Purpose.STAFF,
                held.endsOn(),
                List.of(
                        new Line("Name", held.name()),
                        new Line("E-mail", held.email()),
                        new Line("Password", held.email().isBlank() ? "" : "As a hash, which nobody can read"),
                        new Line("Role", held.role().title()),
                        new Line("Left", held.leftAt().map(Written::dayOf).orElse(""))));
        var parts = new ArrayList<>(List.of(account));
        if (!held.did().isEmpty()) {
            parts.add(new HeldPart(
                    "What they did, by their id",
                    Purpose.STAFF,
                    held.endsOn(),
                    held.did().entrySet().stream()
                            .map(each -> new Line(
                                    capital(each.getKey()), each.getValue().toString()))
                            .toList()));
        }
        var works = held.leftAt().isEmpty();
        return new Look(
                List.copyOf(parts),
                works,
                held.name(),
                held.email(),
                works
                        ? "While they work here the account is needed (the work contract); it waits until their access ends"
                        : STAYS);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /**
     * Puts their name and the address they sign in with right, and looks whether it opens so.
     *
     * @throws app.counterfoil.hub.measure.Refusal if it is no open request for that, or somebody else signs in with it
     */
    public void correct(SellerId seller, UUID id, String name, String email, Reader reader) {
        transactions.run(seller, () -> {
            var request = handle.toCarryOut(seller, id, RequestKind.RECTIFICATION);
            var opening = new Opening(reader, Purpose.RIGHTS_REQUEST, "RECTIFICATION");
            var changed = staff.correct(seller, opening, person(request), name, email);
            if (changed.isEmpty()) {
                throw CannotBeDone.nothingChanged();
            }
            var person = Optional.of(reader.id());
            log.write(seller, id, Step.CORRECTED, String.join(", ", changed), person);
            var unused = staff.held(seller, opening, person(request))
                    .filter(held -> held.name().equals(name) && held.email().equals(email))
                    .orElseThrow(() -> new IllegalStateException("What was corrected does not open as it was sealed."));
            log.write(
                    seller, id, Step.LOOKED_AGAIN, "%1$d of %1$d open as put right".formatted(changed.size()), person);
        });
    }

    /** Destroys what may go of whoever has left, in the running transaction; false where they still work there. */
    boolean erase(SellerId seller, RightsRequest request, Optional<UUID> by) {
        var opening = new Opening(HubJob.REQUESTS, Purpose.RIGHTS_REQUEST, "STAFF_ERASURE");
        var held = staff.held(seller, opening, person(request));
        if (held.filter(each -> each.leftAt().isEmpty()).isPresent()) {
            if (request.state() == RequestState.OPEN) {
                rows.state(seller, request.id(), RequestState.WAITING);
                log.write(seller, request.id(), Step.WAITS, "until their access ends", by);
            }
            return false;
        }
        if (held.isPresent()) {
            var subject = held.get().subject();
            if (staff.reduce(seller, opening, person(request))) {
                log.write(seller, request.id(), Step.ERASED, "address and password", by);
                receipts.makeOfAccount(seller, request, subject, held.get().endsOn());
            }
        }
        var opens = staff.held(seller, opening, person(request))
                .filter(each -> !each.email().isBlank())
                .isPresent();
        log.write(
                seller,
                request.id(),
                Step.LOOKED_AGAIN,
                "%d of what should be gone opens, %d stays by law".formatted(opens ? 1 : 0, held.isPresent() ? 1 : 0),
                by);
        handle.close(seller, request.id(), RequestState.DONE, Step.DONE, "", by);
        return true;
    }

    private static UUID person(RightsRequest request) {
        return request.staff().orElseThrow(CannotBeDone::anotherKind);
    }
}
