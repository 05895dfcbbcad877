package app.counterfoil.hub.seller.web;

import app.counterfoil.hub.seller.SetUp;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInPage {

    /** What the page may be asked to say; only words without a value, such as {@code /sign-in?left}. */
    private static final List<String> WORDS = List.of("refused", "wait", "left", "opened", "changed", "ended");

    private final SetUp setUp;

    SignInPage(SetUp setUp) {
        this.setUp = setUp;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/orders";
    }

    @GetMapping("/sign-in")
    String show(HttpServletRequest request, Model model) {
        model.addAttribute(
                "said",
                WORDS.stream()
                        .filter(word -> request.getParameter(word) != null)
                        .findFirst()
                        .orElse(""));
        model.addAttribute("setUp", setUp.isOpen());
        return "seller/sign-in";
    }
}
