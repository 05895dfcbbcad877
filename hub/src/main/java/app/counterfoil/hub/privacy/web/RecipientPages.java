package app.counterfoil.hub.privacy.web;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.Agreement;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.RecipientRole;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.hub.disclosure.Safeguard;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.NotACountry;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NavigationEntry;
import app.counterfoil.hub.shell.NotUsable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may receive what: the register of recipients, and the agreement with each. */
@Controller
class RecipientPages {

    static final String PATH = "/recipients";

    private final Recipients recipients;
    private final Accounts accounts;
    private final BusinessClock clock;

    RecipientPages(Recipients recipients, Accounts accounts, BusinessClock clock) {
        this.recipients = recipients;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry recipientsEntry() {
        return new NavigationEntry("Recipients", PATH, "handshake", "Data protection", 82);
    }

    /** A recipient in the list. */
    public record Row(
            OutsideService service, boolean connected, Optional<Agreement.OnFile> agreement, boolean overdue) {}

    /** A country that can be chosen. */
    public record Choice(String code, String name) {}

    @GetMapping(PATH)
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        var connected = connected(me);
        var rows = Arrays.stream(OutsideService.values())
                .map(service -> row(me, service, connected.contains(service)))
                .filter(row -> row.connected() || row.agreement().isPresent())
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "missing",
                rows.stream().filter(row -> row.agreement().isEmpty()).count());
        model.addAttribute("overdue", rows.stream().filter(Row::overdue).count());
        return "privacy/recipients";
    }

    @GetMapping(PATH + "/{service}")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable OutsideService service, Model model) {
        var onFile = recipients.of(me.seller(), service.name());
        var standing = onFile.stream().findFirst().filter(Agreement.OnFile::stands);
        if (!model.containsAttribute("agreement")) {
            model.addAttribute(
                    "agreement",
                    standing.map(Agreement.OnFile::what).orElseGet(() -> service.usualAgreement(clock.today())));
        }
        model.addAttribute("service", service);
        model.addAttribute("standing", standing.orElse(null));
        model.addAttribute("connected", connected(me).contains(service));
        model.addAttribute(
                "earlier", onFile.stream().skip(standing.isPresent() ? 1 : 0).toList());
        model.addAttribute("roles", RecipientRole.values());
        model.addAttribute("safeguards", Safeguard.values());
        model.addAttribute("countries", countries());
        model.addAttribute(
                "categories",
                service.receives().stream().sorted(Comparator.naturalOrder()).toList());
        return "privacy/recipient";
    }

    @PostMapping(PATH + "/{service}")
    String agree(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OutsideService service,
            @RequestParam RecipientRole role,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate agreedOn,
            @RequestParam String country,
            @RequestParam Safeguard safeguard,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> safeguardOn,
            @RequestParam(defaultValue = "") Set<DataCategory> categories,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate reviewOn,
            Model model,
            RedirectAttributes next) {
        var typed = new Agreement(
                service.name(), role, agreedOn, country(country), safeguard, safeguardOn, categories, reviewOn);
        try {
            recipients.agree(me.seller(), typed, Optional.of(me.id()));
        } catch (Agreement.NotAnAgreement refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("agreement", typed);
            return show(me, service, model);
        }
        next.addFlashAttribute("toast", "The agreement with " + service.shortTitle() + " is on file.");
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/{service}/end")
    String end(@AuthenticationPrincipal SignedIn me, @PathVariable OutsideService service, RedirectAttributes next) {
        recipients.end(me.seller(), service.name(), me.id());
        next.addFlashAttribute(
                "toast",
                "The agreement has ended. Nothing personal is handed to " + service.shortTitle() + " any more.");
        return "redirect:" + PATH;
    }

    private Row row(SignedIn me, OutsideService service, boolean connected) {
        var agreement = recipients.standing(me.seller(), service.name());
        var overdue =
                agreement.filter(each -> each.what().isOverdue(clock.today())).isPresent();
        return new Row(service, connected, agreement, overdue);
    }

    private Set<OutsideService> connected(SignedIn me) {
        return accounts.of(me.seller()).stream().map(Account::service).collect(Collectors.toSet());
    }

    private static Country country(String written) {
        try {
            return Country.of(written);
        } catch (NotACountry refused) {
            throw NotUsable.field("country", refused.mend());
        }
    }

    private static List<Choice> countries() {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Choice(code, new Country(code).englishName()))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }
}
