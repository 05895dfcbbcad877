package app.counterfoil.hub.privacy.web;

import app.counterfoil.hub.privacy.PublishedPolicies;
import app.counterfoil.hub.privacy.WhomToAsk;
import app.counterfoil.hub.seller.SignedIn;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The privacy policy as it would be published now, what would change, and the act of publishing it. */
@Controller
class PublishPolicyPage {

    private static final String PATH = PromisesPage.PATH + "/policy";

    private final PublishedPolicies policies;
    private final WhomToAsk whomToAsk;

    PublishPolicyPage(PublishedPolicies policies, WhomToAsk whomToAsk) {
        this.policies = policies;
        this.whomToAsk = whomToAsk;
    }

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        var draft = policies.draft(me.seller());
        var versions = policies.all(me.seller());
        var latest = versions.stream().findFirst();
        model.addAttribute("draft", draft);
        model.addAttribute("versions", versions);
        model.addAttribute("latest", latest.orElse(null));
        model.addAttribute(
                "added", latest.map(each -> draft.without(each.text())).orElse(List.of()));
        model.addAttribute(
                "removed", latest.map(each -> each.text().without(draft)).orElse(List.of()));
        model.addAttribute("toAsk", whomToAsk.now(me.seller()));
        model.addAttribute("shop", me.seller());
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/policy/" + me.seller())
                        .toUriString());
        return "privacy/publish-policy";
    }

    @PostMapping(PATH)
    String publish(@AuthenticationPrincipal SignedIn me, RedirectAttributes next) {
        var version = policies.publish(me);
        next.addFlashAttribute("toast", "Version " + version.number() + " is published.");
        return "redirect:" + PATH;
    }
}
