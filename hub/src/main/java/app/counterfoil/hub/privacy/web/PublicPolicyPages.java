package app.counterfoil.hub.privacy.web;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.privacy.PublishedPolicies;
import app.counterfoil.hub.privacy.WhomToAsk;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.storage.KnowsSellers;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The shop's privacy policy, open to everybody, with all versions there were. */
@Controller
class PublicPolicyPages {

    private static final String PATH = "/policy/{shop}";

    private final PublishedPolicies policies;
    private final WhomToAsk whomToAsk;
    private final SellerDetails sellers;
    private final KnowsSellers known;

    PublicPolicyPages(PublishedPolicies policies, WhomToAsk whomToAsk, SellerDetails sellers, KnowsSellers known) {
        this.policies = policies;
        this.whomToAsk = whomToAsk;
        this.sellers = sellers;
        this.known = known;
    }

    @GetMapping(PATH)
    String show(@PathVariable UUID shop, Model model) {
        var seller = seller(shop);
        var shown = policies.shown(seller);
        fill(seller, model);
        model.addAttribute("text", shown.text());
        model.addAttribute("version", shown.version().orElse(null));
        model.addAttribute("leftOut", shown.leftOut());
        model.addAttribute("toAsk", whomToAsk.of(seller));
        model.addAttribute("isLatest", true);
        return "privacy/policy";
    }

    @GetMapping(PATH + "/versions/{number}")
    String version(@PathVariable UUID shop, @PathVariable int number, Model model) {
        var seller = seller(shop);
        var version = policies.one(seller, number);
        fill(seller, model);
        model.addAttribute("text", version.text());
        model.addAttribute("version", version);
        model.addAttribute("leftOut", 0L);
        model.addAttribute("toAsk", List.of());
        model.addAttribute("isLatest", false);
        return "privacy/policy";
    }

    private void fill(SellerId seller, Model model) {
        model.addAttribute("shop", seller);
        model.addAttribute(
                "here", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        model.addAttribute("shopName", sellers.of(seller).tradingName());
        model.addAttribute("versions", policies.all(seller));
    }

    private SellerId seller(UUID shop) {
        var seller = new SellerId(shop);
        if (!known.allSellers().contains(seller)) {
            throw new NoSuchShop();
        }
        return seller;
    }

    @ResponseStatus(HttpStatus.NOT_FOUND)
    private static final class NoSuchShop extends Refusal {
        NoSuchShop() {
            super("There is no such shop here.", "Ask the shop for the address of its privacy policy.");
        }
    }
}
