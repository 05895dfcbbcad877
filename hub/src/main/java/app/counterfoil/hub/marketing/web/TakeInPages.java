package app.counterfoil.hub.marketing.web;

import app.counterfoil.hub.marketing.ConsentGiven;
import app.counterfoil.hub.marketing.ConsentProof;
import app.counterfoil.hub.marketing.Contact;
import app.counterfoil.hub.marketing.NotTaken;
import app.counterfoil.hub.marketing.TakeInConsent;
import app.counterfoil.hub.marketing.Wording;
import app.counterfoil.hub.marketing.WordingKind;
import app.counterfoil.hub.marketing.Wordings;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody of the shop writes down who has agreed, with the proof; and the words that people are shown. */
@Controller
class TakeInPages {

    private static final int LONGEST = 60_000;

    private final TakeInConsent takeIn;
    private final Wordings wordings;
    private final BusinessClock clock;

    TakeInPages(TakeInConsent takeIn, Wordings wordings, BusinessClock clock) {
        this.takeIn = takeIn;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping(MarketingPages.PATH + "/people/new")
    String form(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("proofs", ConsentProof.byStaff());
        model.addAttribute("wordings", all(me));
        model.addAttribute("today", clock.today());
        return "marketing/new-consent";
    }

    @PostMapping(MarketingPages.PATH + "/people")
    String takeIn(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam ConsentProof consentProof,
            @RequestParam UUID wording,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate givenOn,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "false") boolean ownGoods,
            @RequestParam(defaultValue = "false") boolean refusalOffered,
            @RequestParam(defaultValue = "") String addresses,
            Model model,
            RedirectAttributes next) {
        if (addresses.isBlank() || addresses.length() > LONGEST) {
            throw NotUsable.field("addresses", "Give from one to 500, each on a line of its own.");
        }
        var given = new ConsentGiven(consentProof, wording, givenOn, evidence, ownGoods, refusalOffered);
        var people = addresses
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Contact::new)
                .toList();
        try {
            var outcome = takeIn.byStaff(me.seller(), people, given, me.id(), MarketingPages.publicAddress());
            next.addFlashAttribute("refusedLines", outcome.refused());
            next.addFlashAttribute("toast", toast(consentProof, outcome));
            return "redirect:" + MarketingPages.PATH;
        } catch (NotTaken refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("wrongField", refused.field());
            model.addAttribute("typed", given);
            model.addAttribute("addresses", addresses);
            return form(me, model);
        }
    }

    private static String toast(ConsentProof proof, TakeInConsent.TakenIn outcome) {
        var what = proof == ConsentProof.SALE
                ? " taken in as soft opt-in."
                : " asked by letter to confirm. Nothing comes of it until they do.";
        return (outcome.taken() == 1 ? "One person was" : outcome.taken() + " people were") + what;
    }

    @GetMapping(MarketingPages.PATH + "/wordings")
    String wordings(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("wordings", all(me));
        model.addAttribute("kinds", WordingKind.values());
        return "marketing/wordings";
    }

    @PostMapping(MarketingPages.PATH + "/wordings")
    String write(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam WordingKind wordingKind,
            @RequestParam(defaultValue = "") String words,
            Model model,
            RedirectAttributes next) {
        try {
            var unused = wordings.write(me.seller(), wordingKind, words, Optional.of(me.id()));
        } catch (NotTaken refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("typedKind", wordingKind);
            model.addAttribute("typedWords", words);
            return wordings(me, model);
        }
        next.addFlashAttribute("toast", "Written. People are shown these words from now on.");
        return "redirect:" + MarketingPages.PATH + "/wordings";
    }

    private List<Wording> all(SignedIn me) {
        return Arrays.stream(WordingKind.values())
                .flatMap(kind -> wordings.all(me.seller(), kind).stream())
                .toList();
    }
}
