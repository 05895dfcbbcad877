package app.counterfoil.hub.vatreturn.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NavigationEntry;
import app.counterfoil.hub.vatreturn.CannotSubmit;
import app.counterfoil.hub.vatreturn.FrozenReturn;
import app.counterfoil.hub.vatreturn.Rhythm;
import app.counterfoil.hub.vatreturn.TaxOfficeAccounts;
import app.counterfoil.hub.vatreturn.VatPeriod;
import app.counterfoil.hub.vatreturn.VatPeriods;
import app.counterfoil.hub.vatreturn.VatReturns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The VAT periods of the seller, and which of them are submitted. */
@Controller
class VatPage {

    static final String PATH = "/vat";

    private final VatReturns returns;
    private final VatPeriods periods;
    private final TaxOfficeAccounts offices;
    private final BusinessClock clock;

    VatPage(VatReturns returns, VatPeriods periods, TaxOfficeAccounts offices, BusinessClock clock) {
        this.returns = returns;
        this.periods = periods;
        this.offices = offices;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry vatEntry() {
        return new NavigationEntry("VAT return", PATH, "invoice", "", 36);
    }

    /** A period, and its return if one was declared. */
    public record Row(VatPeriod period, Optional<FrozenReturn> made, boolean over, boolean overdue) {}

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        if (!model.containsAttribute("periodStart")) {
            model.addAttribute("periodStart", clock.today().withDayOfMonth(1).toString());
            model.addAttribute("chosen", Rhythm.QUARTERLY);
        }
        var standing = returns.standing(me.seller());
        var rows = new ArrayList<Row>();
        for (var period : periods.begun(me.seller())) {
            var made = standing.stream()
                    .filter(each -> each.period().start().equals(period.start()))
                    .findFirst();
            rows.add(new Row(
                    period,
                    made,
                    period.isOver(clock.today()),
                    made.isEmpty() && period.due().isBefore(clock.today())));
        }
        Collections.reverse(rows);
        offices.of(me.seller()).ifPresent(office -> {
            model.addAttribute("office", office);
            model.addAttribute("granted", offices.isGranted(office));
            model.addAttribute("wanted", offices.known(office));
        });
        model.addAttribute("rows", List.copyOf(rows));
        model.addAttribute("said", periods.said(me.seller()));
        model.addAttribute("registered", returns.isRegistered(me.seller()));
        model.addAttribute("rhythms", Rhythm.values());
        return "vatreturn/periods";
    }

    @PostMapping(PATH + "/periods")
    String say(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate periodStart,
            @RequestParam Rhythm rhythm,
            Model model,
            RedirectAttributes next) {
        try {
            returns.say(me.seller(), periodStart, rhythm, me.id());
        } catch (CannotSubmit refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("periodStart", periodStart.toString());
            model.addAttribute("chosen", rhythm);
            return show(me, model);
        }
        next.addFlashAttribute("toast", "Saved.");
        return "redirect:" + PATH;
    }
}
