package app.counterfoil.hub.seller.web;

import app.counterfoil.hub.seller.AccountingYear;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.seller.TypedBusiness;
import app.counterfoil.hub.shell.NavigationEntry;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the seller prints about its own business, and changing it. */
@Controller
class BusinessPage {

    private final SellerDetails details;

    BusinessPage(SellerDetails details) {
        this.details = details;
    }

    @Bean
    static NavigationEntry businessEntry() {
        return new NavigationEntry("Business", "/business", "shop", "Set up", 72);
    }

    @GetMapping("/business")
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        return shown(me, TypedBusiness.of(details.of(me.seller())), Map.of(), model);
    }

    @PostMapping("/business")
    String save(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String tradingName,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String postcode,
            @RequestParam(defaultValue = "") String vatNumber,
            Model model,
            RedirectAttributes next) {
        var typed = new TypedBusiness(tradingName, address, postcode, vatNumber);
        var errors = typed.errors();
        if (!errors.isEmpty()) {
            return shown(me, typed, errors, model);
        }
        details.save(me.seller(), typed.business());
        next.addFlashAttribute("toast", "Saved. Documents made from now on bear it.");
        return "redirect:/business";
    }

    @PostMapping("/business/accounting-year")
    String saveAccountingYear(
            @AuthenticationPrincipal SignedIn me, @RequestParam String yearEnds, Model model, RedirectAttributes next) {
        var year = AccountingYear.of(yearEnds);
        if (year.isEmpty() && !yearEnds.isBlank()) {
            var wrong = "The end of the accounting year is not one of the list. Choose it from the list.";
            return shown(me, TypedBusiness.of(details.of(me.seller())), Map.of("yearEnds", wrong), model);
        }
        details.save(me.seller(), year);
        next.addFlashAttribute(
                "toast", "Saved. It counts for invoices issued from now on; the others keep the day they have.");
        return "redirect:/business";
    }

    private String shown(SignedIn me, TypedBusiness business, Map<String, String> errors, Model model) {
        model.addAttribute("business", business);
        model.addAttribute("years", AccountingYear.offered());
        model.addAttribute(
                "yearEnds",
                details.accountingYear(me.seller()).map(AccountingYear::code).orElse(""));
        model.addAttribute("errors", errors);
        return "seller/business";
    }
}
