package app.counterfoil.hub.seller.web;

import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.May;
import app.counterfoil.hub.shell.NavigationEntry;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works in the shop, in which role, and adding somebody. */
@Controller
class PeoplePage {

    private final PeopleOfTheShop people;
    private final AddPerson addPerson;
    private final May may;

    PeoplePage(PeopleOfTheShop people, AddPerson addPerson, May may) {
        this.people = people;
        this.addPerson = addPerson;
        this.may = may;
    }

    @Bean
    static NavigationEntry endsEntry() {
        return new NavigationEntry("What ends", "/ends", "hourglass", "Data protection", 80);
    }

    @Bean
    static NavigationEntry journalEntry() {
        return new NavigationEntry("Journal", "/journal", "eye", "Data protection", 82);
    }

    @Bean
    static NavigationEntry peopleEntry() {
        return new NavigationEntry("People", "/people", "people", "Set up", 75);
    }

    @GetMapping("/people")
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("people", people.of(me));
        model.addAttribute("left", people.whoLeft(me));
        model.addAttribute("roles", Role.values());
        model.addAttribute("mayAdd", may.act("/people"));
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
        return "seller/people";
    }

    @PostMapping("/people")
    String add(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Role role,
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam String password,
            Model model,
            RedirectAttributes next) {
        try {
            addPerson.add(me.seller(), role, name, email, password);
        } catch (AddPerson.NotAnAccount refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("errors", refused.errors());
            model.addAttribute("typedName", name);
            model.addAttribute("typedEmail", email);
            model.addAttribute("typedRole", role);
            return show(me, model);
        }
        next.addFlashAttribute("toast", "The account is ready to be used.");
        return "redirect:/people";
    }
}
