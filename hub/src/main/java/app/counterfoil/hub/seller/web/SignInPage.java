package app.counterfoil.hub.seller.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInPage {

    @GetMapping("/")
    String start() {
        return "redirect:/orders";
    }

    @GetMapping("/sign-in")
    String show(
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(required = false) @Nullable String left,
            Model model) {
        model.addAttribute("refused", refused != null);
        model.addAttribute("left", left != null);
        return "seller/sign-in";
    }
}
