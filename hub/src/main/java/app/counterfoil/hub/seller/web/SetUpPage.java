package app.counterfoil.hub.seller.web;

import app.counterfoil.hub.seller.SetUp;
import app.counterfoil.hub.seller.TypedBusiness;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opening a shop with the code from the console; without one going on, there is no such page. */
@Controller
class SetUpPage {

    private final SetUp setUp;

    SetUpPage(SetUp setUp) {
        this.setUp = setUp;
    }

    @GetMapping("/set-up")
    String show(Model model) {
        if (!setUp.isOpen()) {
            throw new SetUp.Closed();
        }
        model.addAttribute("business", TypedBusiness.empty());
        model.addAttribute("errors", Map.of());
        return "seller/set-up";
    }

    @PostMapping("/set-up")
    String open(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String tradingName,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String postcode,
            @RequestParam(defaultValue = "") String vatNumber,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            Model model) {
        var business = new TypedBusiness(tradingName, address, postcode, vatNumber);
        try {
            setUp.open(code, request.getRemoteAddr(), business, name, email, password);
        } catch (SetUp.NotTakenIn refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("errors", refused.errors());
            model.addAttribute("business", business);
            model.addAttribute("typedCode", code);
            model.addAttribute("typedName", name);
            model.addAttribute("typedEmail", email);
            return "seller/set-up";
        }
        return "redirect:/sign-in?opened";
    }
}
