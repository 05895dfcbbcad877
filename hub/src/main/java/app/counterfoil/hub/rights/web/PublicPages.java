package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.rights.Law;
import app.counterfoil.hub.rights.PublicDoor;
import app.counterfoil.hub.rights.RequestKind;
import app.counterfoil.hub.rights.Requester;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.hub.storage.KnowsSellers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The shop's page for people who ask about their data, open to everybody: no account, and no answer tells who is known. */
@Controller
@RequestMapping(PublicPages.PATH + "/{shop}")
class PublicPages {

    static final String PATH = "/privacy";

    private static final int LONGEST = 200;
    private static final int LONGEST_SAID = 4_000;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final PublicDoor door;
    private final SellerDetails sellers;
    private final KnowsSellers known;

    PublicPages(PublicDoor door, SellerDetails sellers, KnowsSellers known) {
        this.door = door;
        this.sellers = sellers;
        this.known = known;
    }

    /** The shop that is asked. */
    @ModelAttribute("of")
    SellerId shop(@PathVariable UUID shop) {
        var seller = new SellerId(shop);
        if (!known.allSellers().contains(seller)) {
            throw new NoSuchShop();
        }
        return seller;
    }

    @GetMapping
    String form(@ModelAttribute("of") SellerId seller, Model model) {
        model.addAttribute("shopName", sellers.of(seller).tradingName());
        model.addAttribute("kinds", RequestKind.values());
        return "rights/public-form";
    }

    @PostMapping
    String ask(
            @ModelAttribute("of") SellerId seller,
            @RequestParam RequestKind kind,
            @RequestParam Law law,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String said) {
        refuseUnless("email", EMAIL.matcher(email.strip()).matches() && email.length() <= LONGEST, "Give a whole one.");
        refuseUnless("name", name.length() <= LONGEST, "Give at most " + LONGEST + " characters.");
        refuseUnless("said", said.length() <= LONGEST_SAID, "Give at most " + LONGEST_SAID + " characters.");
        var typed = new Requester(name.strip(), email.strip(), "", "", "", List.of(), said.strip());
        var id = door.knock(seller, kind, law, typed);
        return "redirect:" + PATH + "/" + seller + (kind == RequestKind.COMPLAINT ? "/thanks" : "/code/" + id);
    }

    @GetMapping("/thanks")
    String thanks(@ModelAttribute("of") SellerId seller, Model model) {
        model.addAttribute("shopName", sellers.of(seller).tradingName());
        model.addAttribute("complaint", true);
        return "rights/public-thanks";
    }

    @GetMapping("/code/{knock}")
    String codeForm(@ModelAttribute("of") SellerId seller, @PathVariable UUID knock, Model model) {
        model.addAttribute("shopName", sellers.of(seller).tradingName());
        model.addAttribute("knock", knock);
        return "rights/public-code";
    }

    @PostMapping("/code/{knock}")
    String code(
            @ModelAttribute("of") SellerId seller,
            @PathVariable UUID knock,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        var stop =
                ServletUriComponentsBuilder.fromCurrentContextPath().path(PATH).toUriString() + "/" + seller + "/stop/";
        if (code.length() <= LONGEST && door.code(seller, knock, code, stop)) {
            model.addAttribute("shopName", sellers.of(seller).tradingName());
            model.addAttribute("complaint", false);
            return "rights/public-thanks";
        }
        model.addAttribute("isWrong", true);
        return codeForm(seller, knock, model);
    }

    @GetMapping("/stop/{secret}")
    String stopForm(@ModelAttribute("of") SellerId seller, @PathVariable String secret, Model model) {
        model.addAttribute("shopName", sellers.of(seller).tradingName());
        model.addAttribute("secret", secret);
        return "rights/public-stop";
    }

    @PostMapping("/stop/{secret}")
    String stop(@ModelAttribute("of") SellerId seller, @PathVariable String secret, Model model) {
        model.addAttribute("stopped", door.stop(seller, secret));
        return stopForm(seller, secret, model);
    }

    @GetMapping("/copy")
    String copyForm(@ModelAttribute("of") SellerId seller, Model model) {
        model.addAttribute("shopName", sellers.of(seller).tradingName());
        return "rights/public-copy";
    }

    @PostMapping("/copy")
    String askForCopy(@ModelAttribute("of") SellerId seller, @RequestParam(defaultValue = "") String email) {
        refuseUnless("email", EMAIL.matcher(email.strip()).matches() && email.length() <= LONGEST, "Give a whole one.");
        return "redirect:" + PATH + "/" + seller + "/copy/" + door.knockForCopy(seller, email.strip());
    }

    @GetMapping("/copy/{knock}")
    String copyCode(@ModelAttribute("of") SellerId seller, @PathVariable UUID knock, Model model) {
        model.addAttribute("knock", knock);
        return copyForm(seller, model);
    }

    /** The copy itself, or the form again: a code that is not right and an address without a copy look the same. */
    @PostMapping("/copy/{knock}")
    Object copy(
            @ModelAttribute("of") SellerId seller,
            @PathVariable UUID knock,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        var copy = code.length() <= LONGEST ? door.copy(seller, knock, code) : Optional.<byte[]>empty();
        if (copy.isPresent()) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .cacheControl(CacheControl.noStore())
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"your-data.pdf\"")
                    .body(copy.get());
        }
        model.addAttribute("isWrong", true);
        return copyCode(seller, knock, model);
    }

    private static void refuseUnless(String field, boolean usable, String mend) {
        if (!usable) {
            throw NotUsable.field(field, mend);
        }
    }

    @ResponseStatus(HttpStatus.NOT_FOUND)
    private static final class NoSuchShop extends Refusal {
        NoSuchShop() {
            super("There is no such page.", "Look whether the address is whole, as the shop has given it.");
        }
    }
}
