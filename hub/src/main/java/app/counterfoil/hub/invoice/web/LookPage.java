package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.invoice.DocumentLooks;
import app.counterfoil.hub.invoice.SampleInvoices;
import app.counterfoil.hub.invoice.document.DocumentLanguage;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.paper.Logo;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a shop says how the documents of its channels look: logo, language, a line at the foot. */
@Controller
class LookPage {

    private static final String PATH = "/invoices/look";

    private final DocumentLooks looks;
    private final SampleInvoices samples;
    private final Accounts accounts;

    LookPage(DocumentLooks looks, SampleInvoices samples, Accounts accounts) {
        this.looks = looks;
        this.samples = samples;
        this.accounts = accounts;
    }

    /**
     * A channel and what was said of it. Public for the template.
     *
     * @param account the account at the channel, or empty for all that have no look of their own
     * @param name what it is called
     * @param said what counts now, if anything was said
     */
    public record Row(String account, String name, Optional<DocumentLooks.Said> said) {}

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, @RequestParam Optional<UUID> lookOf, Model model) {
        var chosen = lookOf.map(id -> channel(me.seller(), id));
        var said = looks.of(me.seller(), lookOf);
        model.addAttribute("rows", rows(me.seller()));
        model.addAttribute("chosen", new Row(lookOf.map(UUID::toString).orElse(""), name(chosen), said));
        model.addAttribute("languages", DocumentLanguage.values());
        return "invoice/look";
    }

    private List<Row> rows(SellerId seller) {
        var said = looks.latest(seller);
        var all = new Row("", name(Optional.empty()), of(said, Optional.empty()));
        return Stream.concat(
                        Stream.of(all),
                        channels(seller).stream()
                                .map(account -> new Row(
                                        account.id().toString(), account.name(), of(said, Optional.of(account.id())))))
                .toList();
    }

    private static Optional<DocumentLooks.Said> of(List<DocumentLooks.Said> said, Optional<UUID> account) {
        return said.stream().filter(each -> each.account().equals(account)).findFirst();
    }

    private static String name(Optional<Account> chosen) {
        return chosen.map(Account::name).orElse("All channels");
    }

    private List<Account> channels(SellerId seller) {
        return accounts.of(seller).stream()
                .filter(account -> account.service().isChannel())
                .toList();
    }

    private Account channel(SellerId seller, UUID id) {
        return channels(seller).stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(NoSuchLook::new);
    }

    @PostMapping(PATH)
    String say(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Optional<UUID> lookOf,
            @RequestParam Optional<DocumentLanguage> language,
            @RequestParam(defaultValue = "") String logo,
            @RequestParam(defaultValue = "false") boolean withoutLogo,
            @RequestParam(defaultValue = "") String footer,
            RedirectAttributes next) {
        lookOf.ifPresent(id -> channel(me.seller(), id));
        var picture = logo(me.seller(), lookOf, logo, withoutLogo);
        try {
            looks.say(me.seller(), lookOf, language, picture, footer, me.id());
        } catch (Refusal refused) {
            throw NotUsable.field("footer", refused.wrong() + " " + refused.mend());
        }
        next.addFlashAttribute("toast", "Saved. It counts for documents from now on.");
        return "redirect:" + PATH + lookOf.map(id -> "?lookOf=" + id).orElse("");
    }

    /** A new one, or the one there is, unless it is to go. */
    private Optional<Logo> logo(SellerId seller, Optional<UUID> account, String typed, boolean without) {
        if (without) {
            return Optional.empty();
        }
        if (typed.isBlank()) {
            return looks.of(seller, account)
                    .flatMap(said -> looks.logo(seller, said.id()))
                    .map(Logo::of);
        }
        try {
            return Optional.of(Logo.of(Base64.getUrlDecoder().decode(typed)));
        } catch (Logo.NotALogo refused) {
            throw NotUsable.field("logo", refused.wrong() + " " + refused.mend());
        } catch (IllegalArgumentException notBase64) {
            throw NotUsable.field("logo", "This is no picture that can be read. Give a PNG or a JPEG.");
        }
    }

    @GetMapping(PATH + "/sample")
    ResponseEntity<byte[]> sample(@AuthenticationPrincipal SignedIn me, @RequestParam Optional<UUID> lookOf) {
        lookOf.ifPresent(id -> channel(me.seller(), id));
        return file(MediaType.APPLICATION_PDF, samples.pdf(me.seller(), lookOf));
    }

    @GetMapping(PATH + "/{id}/logo")
    ResponseEntity<byte[]> logo(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return file(MediaType.IMAGE_PNG, looks.logo(me.seller(), id).orElseThrow(NoSuchLook::new));
    }

    private static ResponseEntity<byte[]> file(MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }

    /** There is no such look with this seller. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class NoSuchLook extends Refusal {
        NoSuchLook() {
            super("There is no such channel or logo.", "Look at the list under Invoices, Look of documents.");
        }
    }
}
