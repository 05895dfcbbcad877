package app.counterfoil.hub.accounting.web;

import app.counterfoil.hub.accounting.Chart;
import app.counterfoil.hub.accounting.ConfirmBooks;
import app.counterfoil.hub.accounting.EntryWay;
import app.counterfoil.hub.accounting.Heading;
import app.counterfoil.hub.accounting.LedgerAccounts;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.seller.SignedIn;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/** How sales are entered into the books of an account: proposed, and confirmed or changed by a person. */
@Controller
class BooksForm {

    private static final String FORM = BookkeepingPage.PATH + "/{account}/codes";

    private final LedgerAccounts ledgers;
    private final ConfirmBooks confirmBooks;
    private final BusinessClock clock;

    BooksForm(LedgerAccounts ledgers, ConfirmBooks confirmBooks, BusinessClock clock) {
        this.ledgers = ledgers;
        this.confirmBooks = confirmBooks;
        this.clock = clock;
    }

    /** A part of sales, and what can be chosen for it. */
    public record Part(Heading heading, List<Chart.Code> choices, String chosen) {}

    @GetMapping(FORM)
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable("account") UUID id, Model model) {
        var account = ledgers.of(me.seller(), id);
        var confirmed = confirmBooks.confirmed(account);
        Map<Heading, String> chosen = new EnumMap<>(Heading.class);
        confirmed.ifPresent(books -> books.codes().forEach((heading, code) -> chosen.put(heading, code.code())));
        model.addAttribute("isConfirmed", confirmed.isPresent());
        var choice = new ConfirmBooks.Choice(
                confirmed.map(books -> books.way()).orElse(EntryWay.SUMMARY),
                // What was entered before is known, and an earlier day would only look for it anew.
                confirmed.map(books -> books.since()).orElse(clock.today()),
                chosen);
        return form(account, choice, Optional.empty(), model);
    }

    /** Each part of sales is a field of its own, named as it is stored. */
    @PostMapping(FORM)
    String confirm(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable("account") UUID id,
            @RequestParam EntryWay entryWay,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate firstDay,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            RedirectAttributes next) {
        var account = ledgers.of(me.seller(), id);
        Map<Heading, String> chosen = new EnumMap<>(Heading.class);
        Arrays.stream(Heading.values())
                .forEach(heading -> chosen.put(
                        heading,
                        Optional.ofNullable(form.getFirst(heading.name())).orElse("")));
        var choice = new ConfirmBooks.Choice(entryWay, firstDay, chosen);
        try {
            confirmBooks.of(account, choice, me.id());
        } catch (ConfirmBooks.NotConfirmed | ServiceUnusable refused) {
            model.addAttribute("isConfirmed", confirmBooks.confirmed(account).isPresent());
            return form(account, choice, Optional.of(refused), model);
        }
        next.addFlashAttribute("toast", "It is confirmed. Each day is entered once it is over.");
        return "redirect:" + BookkeepingPage.PATH;
    }

    private String form(Account account, ConfirmBooks.Choice choice, Optional<Refusal> refused, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("choice", choice);
        model.addAttribute("ways", EntryWay.ofSales());
        refused.ifPresent(why -> model.addAttribute("refused", why));
        try {
            var chart = ledgers.chart(account);
            model.addAttribute("accounts", parts(chart, choice, Heading.ofAccounts()));
            model.addAttribute("settlements", parts(chart, choice, Heading.ofSettlements()));
            model.addAttribute("vat", parts(chart, choice, Heading.ofVat()));
        } catch (ServiceUnusable away) {
            model.addAttribute("refused", away);
        }
        return "accounting/codes";
    }

    private static List<Part> parts(Chart chart, ConfirmBooks.Choice choice, List<Heading> headings) {
        return headings.stream()
                .map(heading -> new Part(
                        heading,
                        chart.choices(heading),
                        choice.codes().getOrDefault(heading, chart.proposal().getOrDefault(heading, ""))))
                .toList();
    }
}
