package app.counterfoil.hub.seller.web;

import app.counterfoil.hub.seller.ChangeAccess;
import app.counterfoil.hub.seller.ChangePassword;
import app.counterfoil.hub.seller.SignedIn;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changing one's own password. */
@Controller
class PasswordPage {

    private final ChangePassword changePassword;
    private final ChangeAccess changeAccess;

    PasswordPage(ChangePassword changePassword, ChangeAccess changeAccess) {
        this.changePassword = changePassword;
        this.changeAccess = changeAccess;
    }

    @GetMapping("/password")
    String show(Model model) {
        model.addAttribute("errors", Map.of());
        return "seller/password";
    }

    @PostMapping("/password")
    String change(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            Model model) {
        try {
            changePassword.own(me, old, password);
        } catch (ChangePassword.NotThisPassword refused) {
            model.addAttribute("errors", Map.of(refused.field(), refused.wrong() + " " + refused.mend()));
            return "seller/password";
        }
        return "redirect:/sign-in?changed";
    }

    @PostMapping("/password/sign-out")
    String signOutEverywhere(@AuthenticationPrincipal SignedIn me) {
        changeAccess.signOut(me, me.id());
        return "redirect:/sign-in?everywhere";
    }
}
