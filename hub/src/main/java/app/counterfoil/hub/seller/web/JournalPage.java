package app.counterfoil.hub.seller.web;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.seller.ApiTokens;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.journal.JournalEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who opened what, for which purpose and why; and whether the journal is as it was written. */
@Controller
class JournalPage {

    private static final int MOST = 200;

    private final Custody custody;
    private final PeopleOfTheShop people;
    private final ApiTokens tokens;

    JournalPage(Custody custody, PeopleOfTheShop people, ApiTokens tokens) {
        this.custody = custody;
        this.people = people;
        this.tokens = tokens;
    }

    @GetMapping("/journal")
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        var names = new HashMap<UUID, String>();
        people.of(me).forEach(person -> names.put(person.id(), person.name().shownTo(name -> name)));
        people.whoLeft(me)
                .forEach(person -> names.put(person.id(), person.name().shownTo(name -> name) + " (left)"));
        tokens.all(me.seller()).forEach(token -> names.put(token.id(), "Program: " + token.name()));
        for (var job : HubJob.values()) {
            names.put(
                    job.id(),
                    "Counterfoil: " + job.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        List<JournalEntry> entries =
                custody.in(me.seller(), vault -> vault.journal().latest(MOST));
        var check = custody.in(me.seller(), vault -> vault.journal().check());
        model.addAttribute("entries", entries);
        model.addAttribute("names", names);
        model.addAttribute("flaws", check.flaws());
        return "seller/journal";
    }
}
