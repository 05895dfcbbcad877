package app.counterfoil.hub.marketing.web;

import app.counterfoil.hub.marketing.AudienceStates;
import app.counterfoil.hub.marketing.Consent;
import app.counterfoil.hub.marketing.ConsentState;
import app.counterfoil.hub.marketing.Consents;
import app.counterfoil.hub.marketing.Contact;
import app.counterfoil.hub.marketing.PublicAddress;
import app.counterfoil.hub.marketing.WordingKind;
import app.counterfoil.hub.marketing.Wordings;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NavigationEntry;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.vault.Outcome;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** How many have agreed to marketing, and who: numbers open nobody, the list opens a page of addresses. */
@Controller
class MarketingPages {

    static final String PATH = "/marketing";

    private static final int PER_PAGE = 50;
    private static final int LONGEST = 254;

    private final Consents consents;
    private final Wordings wordings;
    private final AudienceStates audiences;

    MarketingPages(Consents consents, Wordings wordings, AudienceStates audiences) {
        this.consents = consents;
        this.wordings = wordings;
        this.audiences = audiences;
    }

    @Bean
    static NavigationEntry marketingEntry() {
        return new NavigationEntry("Marketing", PATH, "mail", "Data protection", 88);
    }

    /** A state and how many stand in it. */
    public record Count(ConsentState state, long people) {}

    /** Somebody in the list. */
    public record Row(Consent consent, String address) {
        @Override
        public String toString() {
            return "Row[" + consent.person() + "]";
        }
    }

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        var counts = consents.counts(me.seller());
        model.addAttribute(
                "counts",
                Arrays.stream(ConsentState.values())
                        .map(state -> new Count(state, counts.getOrDefault(state, 0L)))
                        .filter(count -> count.people() > 0)
                        .toList());
        model.addAttribute("stopped", consents.stopped(me.seller()));
        model.addAttribute(
                "words", wordings.current(me.seller(), WordingKind.CONSENT).orElse(null));
        model.addAttribute("audiences", audiences.of(me.seller()));
        model.addAttribute("signUpPage", publicAddress().base() + PublicAddress.NEWSLETTER + "/" + me.seller());
        return "marketing/marketing";
    }

    @GetMapping(PATH + "/people")
    String people(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "LIVE") ConsentState state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        if (page < 0 || page > 1_000_000) {
            throw NotUsable.field("page", "Go back to the list.");
        }
        var found = consents.in(me.seller(), state, page * PER_PAGE, PER_PAGE + 1);
        var shown = found.subList(0, Math.min(PER_PAGE, found.size()));
        var opened = consents.opened(me.seller(), me, shown);
        model.addAttribute(
                "rows",
                shown.stream()
                        .map(consent -> new Row(consent, address(consent, opened)))
                        .toList());
        model.addAttribute("state", state);
        model.addAttribute("states", ConsentState.values());
        model.addAttribute("page", page);
        model.addAttribute("hasMore", found.size() > PER_PAGE);
        return "marketing/people";
    }

    /** The address is looked for blind, and stands in no address of ours. */
    @PostMapping(PATH + "/search")
    String search(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String email,
            RedirectAttributes next) {
        if (email.isBlank() || email.length() > LONGEST) {
            throw NotUsable.field("email", "Give the whole address.");
        }
        var contact = new Contact(email.strip());
        var found = consents.find(me.seller(), me, contact);
        if (found.isPresent()) {
            return "redirect:" + PersonPages.path(found.get());
        }
        next.addFlashAttribute(
                "toast",
                consents.isStopped(me.seller(), contact)
                        ? "This person wants no marketing. Nothing else is known of them here."
                        : "Nobody with that address has agreed, was asked or has refused.");
        return "redirect:" + PATH;
    }

    /** What can be shown of somebody, in the place of an address that is gone as well. */
    static String address(Consent consent, Map<UUID, Outcome<Contact>> opened) {
        if (consent.state().isOver()) {
            return "Address destroyed";
        }
        var outcome = opened.get(consent.person());
        if (outcome instanceof Outcome.Opened<Contact> known) {
            return known.content().email();
        }
        return outcome instanceof Outcome.Restricted<Contact> ? "Use restricted" : "Cannot be opened";
    }

    static PublicAddress publicAddress() {
        return new PublicAddress(
                ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
    }
}
