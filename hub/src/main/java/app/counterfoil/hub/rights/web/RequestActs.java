package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.rights.EraseOnRequest;
import app.counterfoil.hub.rights.HandleRequests;
import app.counterfoil.hub.rights.IdentityProof;
import app.counterfoil.hub.rights.LookForOrders;
import app.counterfoil.hub.rights.RefusalReason;
import app.counterfoil.hub.rights.RestrictOnRequest;
import app.counterfoil.hub.rights.Side;
import app.counterfoil.hub.rights.StaffRequests;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be done about a request. */
@Controller
@RequestMapping(RequestListPage.PATH + "/{id}")
class RequestActs {

    private static final int LONGEST = 200;
    private static final Pattern SIDE =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(BOTH|RECIPIENT|BUYER)");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,100}@[^\\s@]+\\.[^\\s@]{1,90}");

    private final HandleRequests handle;
    private final LookForOrders lookFor;
    private final EraseOnRequest erase;
    private final RestrictOnRequest restrict;
    private final StaffRequests staff;

    RequestActs(
            HandleRequests handle,
            LookForOrders lookFor,
            EraseOnRequest erase,
            RestrictOnRequest restrict,
            StaffRequests staff) {
        this.handle = handle;
        this.lookFor = lookFor;
        this.erase = erase;
        this.restrict = restrict;
        this.staff = staff;
    }

    /** Something that was done elsewhere and is written down here. */
    enum Said {
        ACKNOWLEDGED("Written down: they know that it has arrived."),
        IDENTITY_ASKED("Until they have shown who they are, the month has not begun."),
        CLARIFICATION_ASKED("Written down. By UK law the days until they answer are not counted."),
        CLARIFICATION_ANSWERED("Their answer is here; the days count again."),
        EXTENDED("Two months more."),
        WITHDRAWN("It is closed: they have taken it back."),
        DONE("It is closed.");

        private final String toast;

        Said(String toast) {
            this.toast = toast;
        }
    }

    @PostMapping("/said")
    String said(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam Said what,
            RedirectAttributes next) {
        switch (what) {
            case ACKNOWLEDGED -> handle.acknowledged(me.seller(), id, me.id());
            case IDENTITY_ASKED -> handle.identityAsked(me.seller(), id, me.id());
            case CLARIFICATION_ASKED -> handle.clarificationAsked(me.seller(), id, me.id());
            case CLARIFICATION_ANSWERED -> handle.clarificationAnswered(me.seller(), id, me.id());
            case EXTENDED -> handle.extended(me.seller(), id, me.id());
            case WITHDRAWN -> handle.withdrawn(me.seller(), id, me.id());
            case DONE -> handle.done(me.seller(), id, me.id());
        }
        return back(id, what.toast, next);
    }

    @PostMapping("/identity")
    String identity(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam IdentityProof proof,
            RedirectAttributes next) {
        handle.identityKnown(me.seller(), id, proof, Optional.of(me.id()));
        return back(id, "It is known who has asked.", next);
    }

    @PostMapping("/look")
    String look(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        var found = lookFor.lookFor(me.seller(), id, me);
        return back(
                id,
                found == 0
                        ? "No order is found by what they have given. What has ended cannot be found any more."
                        : found == 1 ? "One order is found." : found + " orders are found.",
                next);
    }

    @PostMapping("/orders")
    String orders(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<UUID> order,
            @RequestParam(defaultValue = "") List<String> side,
            RedirectAttributes next) {
        lookFor.theirs(me.seller(), id, order, sides(side), me.id());
        return back(id, order.size() == 1 ? "One order is theirs." : order.size() + " orders are theirs.", next);
    }

    /** Each as the order's id and which of its people they are. */
    private static Map<UUID, Side> sides(List<String> typed) {
        var sides = new HashMap<UUID, Side>();
        for (var each : typed) {
            var parts = SIDE.matcher(each);
            refuseUnless("side", parts.matches(), "Choose one of those in the list.");
            sides.put(UUID.fromString(parts.group(1)), Side.valueOf(parts.group(2)));
        }
        return sides;
    }

    @PostMapping("/refuse")
    String refuse(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam RefusalReason reason,
            RedirectAttributes next) {
        handle.refused(me.seller(), id, reason, me.id());
        return back(id, "Refused. Tell them why, and that they can complain to the ICO.", next);
    }

    @PostMapping("/erase")
    String erase(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        var done = erase.carryOut(me.seller(), id, me);
        return back(
                id,
                done
                        ? "Erased. Nobody can read it any more, us included."
                        : "Erased, but for what orders under way still need; that follows by itself.",
                next);
    }

    /** Puts the account of somebody of the shop right. */
    @PostMapping("/account")
    String account(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            RedirectAttributes next) {
        refuseUnless("name", !name.isBlank() && name.length() <= LONGEST, "Give 1 to " + LONGEST + " characters.");
        refuseUnless("email", email.isBlank() || EMAIL.matcher(email.strip()).matches(), "Give a whole one.");
        staff.correct(me.seller(), id, name.strip(), email.strip(), me);
        return back(id, "Put right, and looked at again.", next);
    }

    private static void refuseUnless(String field, boolean usable, String mend) {
        if (!usable) {
            throw NotUsable.field(field, mend);
        }
    }

    @PostMapping("/restrict")
    String restrict(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        restrict.restrict(me.seller(), id, me);
        return back(id, "It is kept, and not used any more.", next);
    }

    @PostMapping("/lift")
    String lift(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        restrict.lift(me.seller(), id, me);
        return back(id, "The restriction is lifted.", next);
    }

    private static String back(UUID id, String toast, RedirectAttributes next) {
        next.addFlashAttribute("toast", toast);
        return "redirect:" + RequestListPage.PATH + "/" + id;
    }
}
