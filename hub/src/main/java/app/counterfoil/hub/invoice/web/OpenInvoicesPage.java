package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.CustomerNumbers;
import app.counterfoil.hub.invoice.ExchangeRates;
import app.counterfoil.hub.invoice.InvoicesDue;
import app.counterfoil.hub.invoice.IssueDueInvoices;
import app.counterfoil.hub.invoice.LookUpNumbers;
import app.counterfoil.hub.invoice.PlacesDecided;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SignedIn;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person does about invoices that could not be issued: decide a place, enter a rate, put aside, try again. */
@Controller
class OpenInvoicesPage {

    private final InvoicesDue open;
    private final IssueDueInvoices issueDue;
    private final PlacesDecided places;
    private final CustomerNumbers numbers;
    private final ExchangeRates rates;
    private final Orders orders;

    private final LookUpNumbers lookUp;

    OpenInvoicesPage(
            InvoicesDue open,
            IssueDueInvoices issueDue,
            PlacesDecided places,
            CustomerNumbers numbers,
            ExchangeRates rates,
            Orders orders,
            LookUpNumbers lookUp) {
        this.lookUp = lookUp;
        this.open = open;
        this.issueDue = issueDue;
        this.places = places;
        this.numbers = numbers;
        this.rates = rates;
        this.orders = orders;
    }

    @PostMapping("/invoices/open/try")
    String tryAll(@AuthenticationPrincipal SignedIn me, RedirectAttributes next) {
        open.tryNow(me.seller());
        issueDue.issue(me.seller());
        next.addFlashAttribute("toast", "Tried again. What is still listed says why.");
        return "redirect:/invoices";
    }

    @PostMapping("/orders/{id}/invoice/aside")
    String aside(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        open.putAside(me.seller(), known(me, id));
        next.addFlashAttribute("toast", "Put aside. No invoice is issued here unless you ask for it.");
        return "redirect:/orders/" + id;
    }

    @PostMapping("/orders/{id}/invoice/place")
    String place(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam boolean inside,
            RedirectAttributes next) {
        places.decide(me.seller(), known(me, id), inside, me.id());
        open.tryNow(me.seller());
        next.addFlashAttribute("toast", "Decided. The invoice follows from that.");
        return "redirect:/orders/" + id;
    }

    @PostMapping("/orders/{id}/invoice/number")
    String number(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam boolean registered,
            RedirectAttributes next) {
        numbers.found(me.seller(), known(me, id), registered, me.id());
        open.tryNow(me.seller());
        next.addFlashAttribute("toast", "Noted. The invoice follows from that.");
        return "redirect:/orders/" + id;
    }

    @PostMapping("/orders/{id}/invoice/number/ask")
    String ask(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        try {
            var found = lookUp.of(me.seller(), known(me, id), me.id());
            open.tryNow(me.seller());
            next.addFlashAttribute(
                    "toast",
                    found.registered() ? "It is registered. The invoice follows from that." : "It is not registered.");
        } catch (NoSuchOrder none) {
            throw none;
        } catch (Refusal refused) {
            next.addFlashAttribute("refused", refused);
        }
        return "redirect:/orders/" + id;
    }

    @GetMapping("/invoices/rates")
    String rates(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("rates", rates.of(me.seller()));
        return "invoice/rates";
    }

    @PostMapping("/invoices/rates")
    String enter(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String currency,
            @RequestParam String month,
            @RequestParam String units,
            Model model,
            RedirectAttributes next) {
        try {
            rates.enter(me.seller(), currency, month, units);
            open.tryNow(me.seller());
            next.addFlashAttribute("toast", "Saved. What waited for it is issued by itself.");
        } catch (Refusal refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("currency", currency);
            model.addAttribute("month", month);
            model.addAttribute("units", units);
            return rates(me, model);
        }
        return "redirect:/invoices/rates";
    }

    private OrderId known(SignedIn me, UUID id) {
        return orders.one(me.seller(), new OrderId(id))
                .orElseThrow(NoSuchOrder::new)
                .id();
    }
}
