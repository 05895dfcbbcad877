package app.counterfoil.hub.vatreturn.web;

import app.counterfoil.hub.invoice.VatStandings;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.hub.tax.VatScheme;
import app.counterfoil.hub.vatreturn.ImportPurchases;
import app.counterfoil.hub.vatreturn.NotAPurchase;
import app.counterfoil.hub.vatreturn.Purchase;
import app.counterfoil.hub.vatreturn.PurchaseKind;
import app.counterfoil.hub.vatreturn.Purchases;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the seller has bought: noted one by one, or imported from a file after a look at it. */
@Controller
class PurchasesPage {

    private static final String PATH = VatPage.PATH + "/purchases";
    private static final int MOST = 200;

    /** A file goes through the form once more when it is confirmed. */
    private static final int MOST_CHARACTERS = 120_000;

    private final Purchases purchases;
    private final ImportPurchases importPurchases;
    private final VatStandings standings;
    private final BusinessClock clock;

    PurchasesPage(Purchases purchases, ImportPurchases importPurchases, VatStandings standings, BusinessClock clock) {
        this.purchases = purchases;
        this.importPurchases = importPurchases;
        this.standings = standings;
        this.clock = clock;
    }

    /** What is typed on the page. */
    public record Typed(PurchaseKind kind, String day, String paidOn, String reference, String net, String vat) {}

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        if (!model.containsAttribute("typed")) {
            model.addAttribute(
                    "typed", new Typed(PurchaseKind.BOUGHT, clock.today().toString(), "", "", "", ""));
        }
        model.addAttribute("noted", purchases.latest(me.seller(), MOST));
        model.addAttribute("kinds", PurchaseKind.values());
        model.addAttribute("today", clock.today());
        model.addAttribute("cash", standings.on(me.seller(), clock.today()).scheme() == VatScheme.CASH);
        return "vatreturn/purchases";
    }

    @PostMapping(PATH)
    String note(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam PurchaseKind purchaseKind,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> paidOn,
            @RequestParam String documentNumber,
            @RequestParam String net,
            @RequestParam String vat,
            Model model,
            RedirectAttributes next) {
        try {
            purchases.note(
                    me.seller(),
                    new Purchase(
                            UUID.randomUUID(),
                            purchaseKind,
                            day,
                            paidOn,
                            documentNumber.strip(),
                            money(net, "net"),
                            money(vat, "vat")),
                    me.id());
        } catch (NotAPurchase refused) {
            model.addAttribute("refused", refused);
            model.addAttribute(
                    "typed",
                    new Typed(
                            purchaseKind,
                            day.toString(),
                            paidOn.map(LocalDate::toString).orElse(""),
                            documentNumber,
                            net,
                            vat));
            return show(me, model);
        }
        next.addFlashAttribute("toast", "Noted.");
        return "redirect:" + PATH;
    }

    private static Money money(String typed, String field) {
        try {
            return Money.of(typed.strip().replace("£", "").replace(",", ""), "GBP");
        } catch (Refusal none) {
            throw NotUsable.field(field, "Write an amount in pounds, such as 1234.50.");
        }
    }

    /**
     * Shows what a file says; nothing is noted yet. The page's own script has read it: a file that is sent as one would be
     * written to the disk on its way.
     */
    @PostMapping(PATH + "/file")
    String look(@AuthenticationPrincipal SignedIn me, @RequestParam String purchaseFile, Model model) {
        try {
            var rows = importPurchases.read(me.seller(), usable(purchaseFile));
            model.addAttribute("read", rows);
            model.addAttribute(
                    "fresh", rows.stream().filter(ImportPurchases.Row::isNew).count());
            model.addAttribute("fileText", purchaseFile);
            return "vatreturn/import";
        } catch (NotAPurchase refused) {
            model.addAttribute("refused", refused);
            return show(me, model);
        }
    }

    @PostMapping(PATH + "/import")
    String importAll(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String purchaseFile,
            Model model,
            RedirectAttributes next) {
        try {
            var noted = importPurchases.noted(me.seller(), usable(purchaseFile), me.id());
            next.addFlashAttribute("toast", noted == 1 ? "1 purchase noted." : "%,d purchases noted.".formatted(noted));
            return "redirect:" + PATH;
        } catch (NotAPurchase refused) {
            model.addAttribute("refused", refused);
            return show(me, model);
        }
    }

    private static String usable(String file) {
        if (file.isBlank() || file.length() > MOST_CHARACTERS || file.indexOf('\0') >= 0) {
            throw NotUsable.field(
                    "purchaseFile", "Choose a CSV file of at most 120 kB; a larger one can be cut in pieces.");
        }
        return file;
    }

    @PostMapping(PATH + "/{id}/paid")
    String paid(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate paidOn,
            RedirectAttributes next) {
        if (paidOn.isAfter(clock.today())) {
            throw NotUsable.field("paidOn", "Write a day that is not ahead.");
        }
        purchases.paid(me.seller(), id, paidOn);
        next.addFlashAttribute("toast", "Noted as paid.");
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/{id}/withdraw")
    String takeBack(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        purchases.takeBack(me.seller(), id);
        next.addFlashAttribute("toast", "Taken back. It counts in no return.");
        return "redirect:" + PATH;
    }
}
