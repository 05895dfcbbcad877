package app.counterfoil.hub.marketing.web;

import app.counterfoil.hub.letter.SendLetters;
import app.counterfoil.hub.marketing.AnswerLinks;
import app.counterfoil.hub.marketing.Contact;
import app.counterfoil.hub.marketing.PublicAddress;
import app.counterfoil.hub.marketing.TakeInConsent;
import app.counterfoil.hub.marketing.WordingKind;
import app.counterfoil.hub.marketing.Wordings;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.hub.storage.KnowsSellers;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The shop's page on which people sign up for its mail, open to everybody: no answer tells who is known. */
@Controller
@RequestMapping(PublicAddress.NEWSLETTER + "/{shop}")
class SignUpPages {

    private final TakeInConsent takeIn;
    private final AnswerLinks links;
    private final Wordings wordings;
    private final SellerDetails sellers;
    private final KnowsSellers known;
    private final EvenAnswers even;

    SignUpPages(
            TakeInConsent takeIn,
            AnswerLinks links,
            Wordings wordings,
            SellerDetails sellers,
            KnowsSellers known,
            EvenAnswers even) {
        this.takeIn = takeIn;
        this.links = links;
        this.wordings = wordings;
        this.sellers = sellers;
        this.known = known;
        this.even = even;
    }

    /** The shop that it is about. */
    @ModelAttribute("of")
    SellerId shop(@PathVariable UUID shop) {
        return NoSuchShop.orElse(known, shop);
    }

    @GetMapping
    String form(@ModelAttribute("of") SellerId seller, Model model) {
        model.addAttribute("shopName", sellers.of(seller).tradingName());
        model.addAttribute(
                "words", wordings.current(seller, WordingKind.CONSENT).orElse(null));
        return "marketing/sign-up";
    }

    @PostMapping
    String signUp(
            @ModelAttribute("of") SellerId seller,
            @RequestParam(defaultValue = "") String email,
            @RequestParam UUID wording,
            @RequestParam(defaultValue = "false") boolean agree) {
        if (!SendLetters.isAddress(email.strip())) {
            throw NotUsable.field("email", "Give a whole one, like name@example.com.");
        }
        if (!agree) {
            throw NotUsable.field("agree", "Tick it if you agree; without it nothing is kept.");
        }
        even.after(() -> takeIn.bySignUp(seller, new Contact(email.strip()), wording, MarketingPages.publicAddress()));
        return "redirect:" + PublicAddress.NEWSLETTER + "/" + seller + "/thanks";
    }

    @GetMapping("/thanks")
    String thanks(@ModelAttribute("of") SellerId seller, Model model) {
        model.addAttribute("shopName", sellers.of(seller).tradingName());
        return "marketing/thanks";
    }

    @GetMapping("/confirm/{secret}")
    String confirmForm(@ModelAttribute("of") SellerId seller, @PathVariable String secret, Model model) {
        model.addAttribute("shopName", sellers.of(seller).tradingName());
        model.addAttribute("secret", secret);
        return "marketing/confirm";
    }

    @PostMapping("/confirm/{secret}")
    String confirm(@ModelAttribute("of") SellerId seller, @PathVariable String secret, Model model) {
        even.after(() -> model.addAttribute("confirmed", links.confirm(seller, secret)));
        return confirmForm(seller, secret, model);
    }
}
