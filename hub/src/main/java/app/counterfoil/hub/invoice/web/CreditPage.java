package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.CreditWish;
import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.invoice.IssueCreditNotes;
import app.counterfoil.hub.invoice.RefundsToCredit;
import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.invoice.web.InvoicesPage.NoSuchInvoice;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a refund that was paid is credited: all that is left of an invoice, an amount, or so much of each line. */
@Controller
class CreditPage {

    private static final String PATH = "/invoices/{id}/credit";

    private final IssueCreditNotes creditNotes;
    private final Invoices invoices;
    private final RefundsToCredit refunds;
    private final Orders orders;
    private final BusinessClock clock;

    CreditPage(
            IssueCreditNotes creditNotes,
            Invoices invoices,
            RefundsToCredit refunds,
            Orders orders,
            BusinessClock clock) {
        this.creditNotes = creditNotes;
        this.invoices = invoices;
        this.refunds = refunds;
        this.orders = orders;
        this.clock = clock;
    }

    /** How much is credited, as the form says it. Public for the form. */
    public enum CreditPart {
        /** All that is left. */
        REST,
        /** An amount. */
        AMOUNT,
        /** So much of each line. */
        LINES
    }

    /**
     * What a person has typed. Public for the template.
     *
     * @param part how much is credited
     * @param amount the amount, as typed
     * @param lines of each line, as typed; none before anything is
     * @param paidBackOn the day
     * @param reason why
     */
    public record Typed(
            CreditPart part, String amount, List<String> lines, LocalDate paidBackOn, CreditReason reason) {}

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        var left = left(me, id);
        var order = orders.one(me.seller(), left.invoice().order()).orElseThrow(NoSuchOrder::new);
        var several = left.invoice().isConsolidated();
        var open = several ? Optional.<Money>empty() : refunds.open(me.seller(), order);
        var all = open.isEmpty() || open.get().equals(left.left());
        return form(
                me,
                left,
                new Typed(
                        several ? CreditPart.LINES : all ? CreditPart.REST : CreditPart.AMOUNT,
                        open.map(Money::decimal).orElse(""),
                        List.of(),
                        clock.today(),
                        CreditReason.RETURNED),
                model);
    }

    private IssueCreditNotes.Left left(SignedIn me, UUID id) {
        return creditNotes.left(me.seller(), id).orElseThrow(NoSuchInvoice::new);
    }

    private String form(SignedIn me, IssueCreditNotes.Left left, Typed typed, Model model) {
        model.addAttribute("left", left);
        model.addAttribute("typed", typed);
        model.addAttribute("reasons", CreditReason.values());
        model.addAttribute("today", clock.today());
        var told = orders
                .of(me.seller(), invoices.ordersOf(me.seller(), left.invoice().id()))
                .stream()
                .flatMap(order -> refunds.open(me.seller(), order).stream()
                        .map(open -> order.service().shortTitle() + " says that " + open.shown()
                                + (left.invoice().isConsolidated() ? " of order " + order.channelOrderId() : "")
                                + " was paid back and is not credited yet."))
                .collect(Collectors.joining(" "));
        if (!told.isEmpty()) {
            model.addAttribute("told", told);
        }
        return "invoice/credit";
    }

    @PostMapping(PATH)
    String issue(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam CreditPart creditPart,
            @RequestParam(defaultValue = "") String creditAmount,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate paidBackOn,
            @RequestParam CreditReason creditReason,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            RedirectAttributes next) {
        var left = left(me, id);
        var lines = form.getOrDefault("creditLine", List.of());
        try {
            var wish = new CreditWish(part(left, creditPart, creditAmount, lines), paidBackOn, creditReason);
            var note = creditNotes.of(me.seller(), id, wish, me.id());
            next.addFlashAttribute(
                    "toast",
                    note.title() + " " + note.number() + " of "
                            + note.gross().negated().shown() + " is issued.");
            return "redirect:/orders/" + note.order().value();
        } catch (NotUsable | NoSuchOrder plain) {
            throw plain;
        } catch (Refusal refused) {
            model.addAttribute("refused", refused);
            return form(me, left, new Typed(creditPart, creditAmount, lines, paidBackOn, creditReason), model);
        }
    }

    private static CreditWish.Part part(
            IssueCreditNotes.Left left, CreditPart part, String amount, List<String> lines) {
        return switch (part) {
            case REST -> new CreditWish.Rest();
            case AMOUNT ->
                new CreditWish.Amount(money(left, "creditAmount", amount)
                        .orElseThrow(() -> NotUsable.field("creditAmount", "Enter the amount that was paid back.")));
            case LINES -> {
                if (lines.size() != left.lines().size()) {
                    throw NotUsable.field(
                            "creditLine", "Give an amount for each line of the invoice, or leave it empty.");
                }
                yield new CreditWish.Lines(lines.stream()
                        .map(typed -> money(left, "creditLine", typed)
                                .orElse(Money.zero(left.left().currency())))
                        .toList());
            }
        };
    }

    /** Empty if nothing was typed. */
    private static Optional<Money> money(IssueCreditNotes.Left left, String field, String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Money.of(typed.strip(), left.left().currency().getCurrencyCode()));
        } catch (Refusal unreadable) {
            throw NotUsable.field(field, "Write it like 12.99, without the sign of the currency.");
        }
    }
}
