package app.counterfoil.hub.marketing.web;

import app.counterfoil.hub.marketing.AnswerLinks;
import app.counterfoil.hub.marketing.PublicAddress;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.storage.KnowsSellers;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where people withdraw, open to everybody who has the link, without an account or a token of a form: a mail program posts
 * to it by itself when its reader presses its button (RFC 8058). Looking at it ends nothing, since mail is read by machines
 * too. A link that leads to nobody is answered alike.
 */
@Controller
@RequestMapping(PublicAddress.UNSUBSCRIBE + "/{shop}/{secret}")
class UnsubscribePage {

    private final AnswerLinks links;
    private final SellerDetails sellers;
    private final KnowsSellers known;
    private final EvenAnswers even;

    UnsubscribePage(AnswerLinks links, SellerDetails sellers, KnowsSellers known, EvenAnswers even) {
        this.links = links;
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
    String form(@ModelAttribute("of") SellerId seller, @PathVariable String secret, Model model) {
        model.addAttribute("shopName", sellers.of(seller).tradingName());
        model.addAttribute("secret", secret);
        return "marketing/unsubscribe";
    }

    @PostMapping
    String end(@ModelAttribute("of") SellerId seller, @PathVariable String secret, Model model) {
        even.after(() -> links.withdraw(seller, secret));
        model.addAttribute("ended", true);
        return form(seller, secret, model);
    }
}
