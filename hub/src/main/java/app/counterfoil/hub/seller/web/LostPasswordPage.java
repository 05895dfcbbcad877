package app.counterfoil.hub.seller.web;

import app.counterfoil.hub.seller.LostPassword;
import app.counterfoil.hub.seller.SetUp;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new password for an owner with the code from the console; where nobody has asked for one there is no such page. */
@Controller
class LostPasswordPage {

    private final LostPassword lostPassword;

    LostPasswordPage(LostPassword lostPassword) {
        this.lostPassword = lostPassword;
    }

    @GetMapping("/new-password")
    String show(Model model) {
        if (!lostPassword.isOpen()) {
            throw new SetUp.Closed();
        }
        model.addAttribute("errors", Map.of());
        return "seller/new-password";
    }

    @PostMapping("/new-password")
    String give(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String shop,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            Model model) {
        try {
            lostPassword.give(code, request.getRemoteAddr(), email, shop, password);
        } catch (LostPassword.NotGiven refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("errors", refused.errors());
            model.addAttribute("typedCode", code);
            model.addAttribute("typedEmail", email);
            model.addAttribute("typedShop", shop);
            return "seller/new-password";
        }
        return "redirect:/sign-in?changed";
    }
}
