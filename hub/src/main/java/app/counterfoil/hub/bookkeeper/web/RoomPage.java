package app.counterfoil.hub.bookkeeper.web;

import app.counterfoil.hub.accounting.LedgerAccounts;
import app.counterfoil.hub.bookkeeper.MonthsOfBooks;
import app.counterfoil.hub.bookkeeper.VatByPeriod;
import app.counterfoil.hub.order.NeedsAttention;
import app.counterfoil.hub.order.NeedsAttention.Item;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NavigationEntry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All that belongs to the books in one place: what waits, what is locked, VAT by period, and the ways to the rest. */
@Controller
class RoomPage {

    private static final String PATH = "/books";
    private static final int PERIODS = 8;
    private static final int MONTHS = 13;

    /** Where what belongs to books is dealt with. */
    private static final List<String> OF_BOOKS = List.of("/invoices", "/bookkeeping", "/vat", "/payouts");

    private final MonthsOfBooks months;
    private final VatByPeriod vat;
    private final LedgerAccounts ledgers;
    private final List<NeedsAttention> waiting;

    RoomPage(MonthsOfBooks months, VatByPeriod vat, LedgerAccounts ledgers, ObjectProvider<NeedsAttention> waiting) {
        this.months = months;
        this.vat = vat;
        this.ledgers = ledgers;
        this.waiting = waiting.orderedStream().toList();
    }

    @Bean
    static NavigationEntry roomEntry() {
        return new NavigationEntry("Books", PATH, "books", "", 29);
    }

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("waiting", waiting(me));
        model.addAttribute("months", months.latest(me.seller(), MONTHS));
        model.addAttribute("ledgers", ledgers.of(me.seller()));
        model.addAttribute("bars", VatBars.of(vat.latest(me.seller(), PERIODS)).rows());
        return "bookkeeper/room";
    }

    private List<Item> waiting(SignedIn me) {
        return waiting.stream()
                .flatMap(each -> each.of(me.seller()).stream())
                .filter(item -> OF_BOOKS.stream().anyMatch(item.path()::startsWith))
                .toList();
    }
}
