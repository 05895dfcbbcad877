package app.counterfoil.hub.register.web;

import app.counterfoil.hub.register.KeptPart;
import app.counterfoil.hub.register.KnownToRegister;
import app.counterfoil.hub.register.ProcessingRegister;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the shop does with people's data, as the system is now: to be read, and to be shown to whoever asks. */
@Controller
class RegisterPage {

    static final String PATH = "/register";

    private final ProcessingRegister register;
    private final KnownToRegister known;

    RegisterPage(ProcessingRegister register, KnownToRegister known) {
        this.register = register;
        this.known = known;
    }

    @Bean
    static NavigationEntry registerEntry() {
        return new NavigationEntry("Register", PATH, "note", "Data protection", 80);
    }

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("register", register.of(me));
        model.addAttribute("contacts", KeptPart.contacts());
        model.addAttribute("drift", known.drift());
        return "register/register";
    }
}
