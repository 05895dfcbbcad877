package app.counterfoil.hub.seller.web;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.seller.ChangeAccess;
import app.counterfoil.hub.seller.ChangePassword;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One of the seller's people: what they do, a new first password, and the end of their access. */
@Controller
class PersonPage {

    private final PeopleOfTheShop people;
    private final ChangeAccess changeAccess;
    private final ChangePassword changePassword;

    PersonPage(PeopleOfTheShop people, ChangeAccess changeAccess, ChangePassword changePassword) {
        this.people = people;
        this.changeAccess = changeAccess;
        this.changePassword = changePassword;
    }

    @GetMapping("/people/{id}")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        model.addAttribute("person", people.one(me, id));
        model.addAttribute("roles", Role.values());
        model.addAttribute("isMe", id.equals(me.id()));
        return "seller/person";
    }

    @PostMapping("/people/{id}/role")
    String role(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam Role role,
            Model model,
            RedirectAttributes next) {
        people.one(me, id);
        try {
            changeAccess.role(me, id, role);
        } catch (ChangeAccess.NoOwnerLeft refused) {
            return refused(me, id, "role", refused, model);
        }
        next.addFlashAttribute("toast", "The role is changed; they sign in anew to use it.");
        return "redirect:/people";
    }

    @PostMapping("/people/{id}/password")
    String password(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes next) {
        people.one(me, id);
        try {
            changePassword.of(me, id, password);
        } catch (ChangePassword.NotThisPassword refused) {
            return refused(me, id, "password", refused, model);
        }
        next.addFlashAttribute("toast", "The password is changed; whoever had signed in with the old one is out.");
        return "redirect:/people";
    }

    @PostMapping("/people/{id}/sign-out")
    String signOut(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        people.one(me, id);
        changeAccess.signOut(me, id);
        next.addFlashAttribute("toast", "They are signed out everywhere; with their password they come in again.");
        return "redirect:/people";
    }

    @PostMapping("/people/{id}/end")
    String end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next) {
        people.one(me, id);
        try {
            if (!sure) {
                throw new NotSure();
            }
            changeAccess.end(me, id);
        } catch (NotSure | ChangeAccess.NotTheOwnAccess | ChangeAccess.NoOwnerLeft refused) {
            return refused(me, id, "end", refused, model);
        }
        next.addFlashAttribute("toast", "Their access has ended, and so have their sessions.");
        return "redirect:/people";
    }

    @PostMapping("/people/{id}/back")
    String back(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        try {
            changeAccess.giveBack(me, id);
            next.addFlashAttribute("toast", "They have access again, with the password they had.");
        } catch (ChangeAccess.AddressTaken refused) {
            next.addFlashAttribute("refused", refused);
        }
        return "redirect:/people";
    }

    private String refused(SignedIn me, UUID id, String part, Refusal refused, Model model) {
        model.addAttribute("refusedPart", part);
        model.addAttribute("refused", refused);
        return show(me, id, model);
    }

    /** The end of somebody's access is not one click away. */
    private static final class NotSure extends Refusal {
        NotSure() {
            super("Nothing was ended yet.", "Tick the box that says that you are sure.");
        }
    }
}
