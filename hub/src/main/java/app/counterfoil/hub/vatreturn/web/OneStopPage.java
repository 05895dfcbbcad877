package app.counterfoil.hub.vatreturn.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.hub.vatreturn.onestop.EuroRates;
import app.counterfoil.hub.vatreturn.onestop.FrozenOneStopReturn;
import app.counterfoil.hub.vatreturn.onestop.OneStopReturns;
import app.counterfoil.hub.vatreturn.onestop.OneStopShop;
import app.counterfoil.hub.vatreturn.onestop.TaxPeriod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tax periods of the One Stop Shops, and the exchange rates that their returns are turned into euros with. */
@Controller
class OneStopPage {

    static final String PATH = VatPage.PATH + "/one-stop-shop";

    private static final String RATES = PATH + "/rates";
    private static final int MOST_CHARACTERS = 1_000_000;

    private final OneStopReturns returns;
    private final EuroRates rates;
    private final BusinessClock clock;

    OneStopPage(OneStopReturns returns, EuroRates rates, BusinessClock clock) {
        this.returns = returns;
        this.rates = rates;
        this.clock = clock;
    }

    /** A scheme and its periods, the latest first. */
    public record Scheme(OneStopShop shop, List<Row> rows) {}

    /** A period, and its return if one was submitted. */
    public record Row(TaxPeriod period, Optional<FrozenOneStopReturn> made, boolean over, boolean overdue) {}

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute(
                "schemes",
                Arrays.stream(OneStopShop.values())
                        .map(shop -> new Scheme(shop, rows(me.seller(), shop)))
                        .filter(scheme -> !scheme.rows().isEmpty())
                        .toList());
        return "vatreturn/onestop";
    }

    private List<Row> rows(SellerId seller, OneStopShop shop) {
        var today = clock.today();
        var submitted = returns.all(seller, shop).stream()
                .filter(FrozenOneStopReturn::stands)
                .toList();
        var rows = new ArrayList<Row>();
        for (var period : returns.begun(seller, shop)) {
            var made = submitted.stream()
                    .filter(each -> each.period().equals(period))
                    .findFirst();
            rows.add(new Row(
                    period,
                    made,
                    period.isOver(today),
                    made.isEmpty() && period.due().isBefore(today)));
        }
        Collections.reverse(rows);
        return List.copyOf(rows);
    }

    @GetMapping(RATES)
    String rates(@AuthenticationPrincipal SignedIn me, Model model) {
        var wanted = returns.wanted(me.seller());
        model.addAttribute("rates", rates.of(me.seller()));
        model.addAttribute("wanted", wanted);
        if (!model.containsAttribute("currency")) {
            model.addAttribute(
                    "currency", wanted.isEmpty() ? "" : wanted.get(0).currency().getCurrencyCode());
            model.addAttribute("month", wanted.isEmpty() ? "" : wanted.get(0).month());
        }
        return "vatreturn/onestop-rates";
    }

    @PostMapping(RATES)
    String enter(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String currency,
            @RequestParam String month,
            @RequestParam String euroUnits,
            Model model,
            RedirectAttributes next) {
        try {
            var rate = rates.enter(me.seller(), currency, month, euroUnits, me.id());
            next.addFlashAttribute("toast", "Saved: " + rate.source() + ".");
        } catch (Refusal refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("currency", currency);
            model.addAttribute("month", month);
            model.addAttribute("euroUnits", euroUnits);
            return rates(me, model);
        }
        return "redirect:" + RATES;
    }

    @PostMapping(RATES + "/file")
    String enterFile(
            @AuthenticationPrincipal SignedIn me, @RequestParam String euroFile, Model model, RedirectAttributes next) {
        if (euroFile.length() > MOST_CHARACTERS) {
            throw NotUsable.field("euroFile", "Paste at most a million characters; leave older rows out.");
        }
        try {
            var entered = rates.enterFile(me.seller(), euroFile, returns.currencies(me.seller()), me.id());
            next.addFlashAttribute(
                    "toast",
                    switch (entered) {
                        case 0 -> "No rate is new.";
                        case 1 -> "1 rate is new.";
                        default -> "%,d rates are new.".formatted(entered);
                    });
            return "redirect:" + RATES;
        } catch (Refusal refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("euroFile", euroFile);
            return rates(me, model);
        }
    }
}
