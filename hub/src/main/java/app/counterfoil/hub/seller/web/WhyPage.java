package app.counterfoil.hub.seller.web;

import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.retention.WhyStillHere;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Why something is still here, or when and by which rule it ended: asked by a number, a name or an id. */
@Controller
class WhyPage {

    private static final String PATH = "/ends/why";
    private static final int LONGEST = 100;

    private final List<WhyStillHere> keepers;
    private final PeopleOfTheShop people;

    WhyPage(ObjectProvider<WhyStillHere> keepers, PeopleOfTheShop people) {
        this.keepers = keepers.orderedStream().toList();
        this.people = people;
    }

    /** Somebody of the shop who can be asked about. */
    public record Colleague(UUID id, String name) {}

    @GetMapping(PATH)
    String form(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("colleagues", colleagues(me));
        return "seller/why";
    }

    /** Posted, since what is typed may be anything, and an address is written down in many places. */
    @PostMapping(PATH)
    String answer(@AuthenticationPrincipal SignedIn me, @RequestParam String number, Model model) {
        var asked = number.strip();
        if (asked.isEmpty() || asked.length() > LONGEST) {
            throw NotUsable.field("number", "Give a number, a name like R-7 or an id.");
        }
        model.addAttribute("number", asked);
        model.addAttribute("answers", answers(me, asked));
        return form(me, model);
    }

    /** The first who knows it answers: the keeper of an order says more of it than whoever knows the ids of all records. */
    private List<WhyStillHere.Answer> answers(SignedIn me, String asked) {
        return keepers.stream()
                .map(keeper -> keeper.about(me.seller(), asked))
                .filter(answers -> !answers.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Colleague> colleagues(SignedIn me) {
        var all = new ArrayList<Colleague>();
        people.of(me).forEach(each -> all.add(new Colleague(each.id(), each.shownName())));
        people.whoLeft(me)
                .forEach(each -> all.add(
                        new Colleague(each.id(), each.shownName() + " (left " + Written.dayOf(each.leftAt()) + ")")));
        return all;
    }
}
