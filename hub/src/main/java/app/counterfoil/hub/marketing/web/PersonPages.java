package app.counterfoil.hub.marketing.web;

import app.counterfoil.hub.marketing.ConsentAct;
import app.counterfoil.hub.marketing.ConsentEvent;
import app.counterfoil.hub.marketing.Consents;
import app.counterfoil.hub.marketing.EndConsent;
import app.counterfoil.hub.marketing.NotTaken;
import app.counterfoil.hub.marketing.TakeInConsent;
import app.counterfoil.hub.marketing.Wording;
import app.counterfoil.hub.marketing.Wordings;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.seller.Staff;
import app.counterfoil.hub.shell.NotUsable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person's consent with its history and its proof, and what can be done about it. */
@Controller
class PersonPages {

    private final Consents consents;
    private final TakeInConsent takeIn;
    private final EndConsent endConsent;
    private final Wordings wordings;
    private final PeopleOfTheShop people;

    PersonPages(
            Consents consents, TakeInConsent takeIn, EndConsent endConsent, Wordings wordings, PeopleOfTheShop people) {
        this.consents = consents;
        this.takeIn = takeIn;
        this.endConsent = endConsent;
        this.wordings = wordings;
        this.people = people;
    }

    static String path(UUID person) {
        return MarketingPages.PATH + "/people/" + person;
    }

    /** An entry of the ledger with the words that it is about. */
    public record Line(ConsentEvent event, Optional<Wording> wording) {}

    @GetMapping(MarketingPages.PATH + "/people/{id}")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        var consent = consents.one(me.seller(), id);
        var opened = consents.opened(me.seller(), me, List.of(consent));
        model.addAttribute("consent", consent);
        model.addAttribute("address", MarketingPages.address(consent, opened));
        model.addAttribute("restricted", consents.isRestricted(me.seller(), consent));
        model.addAttribute(
                "lines",
                consents.history(me.seller(), id).stream()
                        .map(event ->
                                new Line(event, event.wording().flatMap(wording -> wordings.one(me.seller(), wording))))
                        .toList());
        model.addAttribute("names", people.of(me).stream().collect(Collectors.toMap(Staff::id, Staff::shownName)));
        return "marketing/person";
    }

    @PostMapping(MarketingPages.PATH + "/people/{id}/ask")
    String ask(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        try {
            takeIn.askAgain(me.seller(), id, me.id(), MarketingPages.publicAddress());
            next.addFlashAttribute("toast", "A letter with a new link is on its way.");
        } catch (NotTaken refused) {
            next.addFlashAttribute("refused", refused);
        }
        return "redirect:" + path(id);
    }

    @PostMapping(MarketingPages.PATH + "/people/{id}/end")
    String end(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam ConsentAct act,
            RedirectAttributes next) {
        if (act != ConsentAct.WITHDRAWN && act != ConsentAct.OBJECTED) {
            throw NotUsable.field("act", "Say whether they have withdrawn or objected.");
        }
        endConsent.byStaff(me.seller(), id, act, me.id());
        next.addFlashAttribute("toast", "It has ended. The address is destroyed, and nobody can take it in again.");
        return "redirect:" + path(id);
    }
}
