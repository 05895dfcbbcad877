package app.counterfoil.hub.marketing.web;

import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.marketing.AudienceStates;
import app.counterfoil.hub.marketing.HearNewsletters;
import app.counterfoil.hub.seller.SignedIn;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done about the audiences of newsletter services. */
@Controller
class AudienceActs {

    private final AudienceStates audiences;
    private final HearNewsletters hear;

    AudienceActs(AudienceStates audiences, HearNewsletters hear) {
        this.audiences = audiences;
        this.hear = hear;
    }

    @PostMapping(MarketingPages.PATH + "/audiences/{account}/try")
    String tryAgain(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account, RedirectAttributes next) {
        audiences.tryAgain(audiences.account(me.seller(), account));
        next.addFlashAttribute("toast", "It is tried again within a minute.");
        return "redirect:" + MarketingPages.PATH;
    }

    @PostMapping(MarketingPages.PATH + "/audiences/{account}/tell")
    String tell(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account, RedirectAttributes next) {
        var audience = audiences.account(me.seller(), account);
        try {
            hear.begin(audience, MarketingPages.publicAddress());
            next.addFlashAttribute("toast", "From now on it is told at once when somebody leaves there.");
        } catch (ServiceUnusable refused) {
            next.addFlashAttribute(
                    "toast",
                    refused.wrong()
                            + " It has to reach this installation from outside, by https; until then its list is"
                            + " looked through once a day.");
        }
        return "redirect:" + MarketingPages.PATH;
    }
}
