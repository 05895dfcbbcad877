package app.counterfoil.hub.privacy.web;

import app.counterfoil.hub.connection.RecipientCode;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.disclosure.Given;
import app.counterfoil.hub.disclosure.NamesRecipients;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NavigationEntry;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who received what in a month: what a courier was told in May, order by order. */
@Controller
class DisclosuresPage {

    static final String PATH = "/disclosures";

    private static final int MOST = 200;
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private final Disclosures disclosures;
    private final Orders orders;
    private final BusinessClock clock;
    private final NamesRecipients names;

    DisclosuresPage(Disclosures disclosures, Orders orders, BusinessClock clock, NamesRecipients names) {
        this.disclosures = disclosures;
        this.orders = orders;
        this.clock = clock;
        this.names = names;
    }

    @Bean
    static NavigationEntry disclosuresEntry() {
        return new NavigationEntry("Handed over", PATH, "hand", "Data protection", 81);
    }

    /** A recipient that can be chosen. */
    public record Choice(String code, String name) {}

    /** A month that can be chosen. */
    public record Month(YearMonth month, String inWords) {}

    /** How often somebody was given something. */
    public record Row(String recipient, String act, long times, long people) {}

    /** One disclosure. */
    public record Line(Disclosure.Entry entry, String recipient, String categories, String orderNumber) {}

    @GetMapping(PATH)
    String show(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Optional<YearMonth> month,
            @RequestParam Optional<RecipientCode> recipient,
            Model model) {
        var seller = me.seller();
        var chosen = month.orElse(YearMonth.from(clock.today()));
        var found = disclosures.in(seller, chosen, recipient.map(RecipientCode::value), MOST + 1);
        var shown = found.subList(0, Math.min(MOST, found.size()));
        var numbers = numbers(me, shown);
        model.addAttribute("chosen", month(chosen));
        model.addAttribute("months", months(me));
        model.addAttribute(
                "recipients",
                RecipientCode.codes()
                        .map(code -> new Choice(code, names.nameOf(code)))
                        .toList());
        model.addAttribute("recipient", recipient.map(RecipientCode::value).orElse(""));
        model.addAttribute(
                "counted",
                disclosures.countedIn(seller, chosen).stream().map(this::row).toList());
        model.addAttribute(
                "lines",
                shown.stream()
                        .map(entry -> new Line(
                                entry,
                                names.nameOf(entry.what().recipient()),
                                DataCategory.inWords(entry.what().categories()),
                                numbers.getOrDefault(
                                        entry.what().order(),
                                        entry.what().order().equals(Disclosure.NO_ORDER) ? "" : "(order)")))
                        .toList());
        model.addAttribute("most", MOST);
        model.addAttribute("hasMore", found.size() > MOST);
        return "privacy/disclosures";
    }

    /** From the present month back to the one of the first disclosure. */
    private List<Month> months(SignedIn me) {
        var now = YearMonth.from(clock.today());
        var first = disclosures
                .since(me.seller())
                .map(at -> YearMonth.from(at.atZone(zone())))
                .filter(month -> month.isBefore(now))
                .orElse(now);
        return Stream.iterate(now, month -> !month.isBefore(first), month -> month.minusMonths(1))
                .map(DisclosuresPage::month)
                .toList();
    }

    private ZoneId zone() {
        return clock.asClock().getZone();
    }

    private Map<UUID, String> numbers(SignedIn me, List<Disclosure.Entry> entries) {
        var ids = entries.stream()
                .map(entry -> new OrderId(entry.what().order()))
                .distinct()
                .toList();
        return orders.of(me.seller(), ids).stream()
                .collect(Collectors.toMap(order -> order.id().value(), OrderFacts::channelOrderId));
    }

    private static Month month(YearMonth month) {
        return new Month(month, month.format(IN_WORDS));
    }

    private Row row(Given given) {
        return new Row(names.nameOf(given.recipient()), given.act().title(), given.times(), given.people());
    }
}
