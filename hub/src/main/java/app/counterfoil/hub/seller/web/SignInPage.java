package app.counterfoil.hub.seller.web;

import app.counterfoil.hub.seller.LostPassword;
import app.counterfoil.hub.seller.SetUp;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInPage {

    /** What the page may be asked to say; only words without a value, such as {@code /sign-in?left}. */
    private static final List<String> WORDS = List.of(
            "refused", "wait", "busy", "which", "left", "opened", "changed", "ended", "long", "everywhere", "late");

    private final SetUp setUp;
    private final LostPassword lostPassword;

    SignInPage(SetUp setUp, LostPassword lostPassword) {
        this.setUp = setUp;
        this.lostPassword = lostPassword;
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
        model.addAttribute("newPassword", lostPassword.isOpen());
        return "seller/sign-in";
    }
}
