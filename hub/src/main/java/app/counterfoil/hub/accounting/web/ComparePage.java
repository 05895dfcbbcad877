package app.counterfoil.hub.accounting.web;

import app.counterfoil.hub.accounting.CompareBooks;
import app.counterfoil.hub.accounting.LedgerAccounts;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.seller.SignedIn;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was issued in a week, held against what stands in the books at the service today. */
@Controller
class ComparePage {

    private static final int DAYS = 7;

    private final LedgerAccounts ledgers;
    private final CompareBooks compare;
    private final BusinessClock clock;

    ComparePage(LedgerAccounts ledgers, CompareBooks compare, BusinessClock clock) {
        this.ledgers = ledgers;
        this.compare = compare;
        this.clock = clock;
    }

    /** The week from that day on; without one the days before today. */
    @GetMapping(BookkeepingPage.PATH + "/{account}/compare")
    String show(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable("account") UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            Model model) {
        var account = ledgers.of(me.seller(), id);
        var first = from.orElse(clock.today().minusDays(DAYS));
        model.addAttribute("account", account);
        model.addAttribute("from", first);
        model.addAttribute("until", first.plusDays(DAYS - 1));
        model.addAttribute("earlier", first.minusDays(DAYS));
        model.addAttribute("later", first.plusDays(DAYS));
        try {
            model.addAttribute("compared", compare.of(account, first, first.plusDays(DAYS)));
        } catch (ServiceUnusable away) {
            model.addAttribute("refused", away);
        }
        return "accounting/compare";
    }
}
