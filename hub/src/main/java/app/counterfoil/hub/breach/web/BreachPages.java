package app.counterfoil.hub.breach.web;

import app.counterfoil.hub.breach.Asked;
import app.counterfoil.hub.breach.BreachTexts;
import app.counterfoil.hub.breach.Breaches;
import app.counterfoil.hub.breach.CaseFile;
import app.counterfoil.hub.breach.Cause;
import app.counterfoil.hub.breach.Duty;
import app.counterfoil.hub.breach.DutyState;
import app.counterfoil.hub.breach.Ground;
import app.counterfoil.hub.breach.Harm;
import app.counterfoil.hub.breach.Incident;
import app.counterfoil.hub.breach.NotAnIncident;
import app.counterfoil.hub.breach.RegulatorDraft;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.safekeeping.KnownBackups;
import app.counterfoil.hub.seller.ApiTokens;
import app.counterfoil.hub.seller.PeopleOfTheShop;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.seller.Staff;
import app.counterfoil.hub.shell.NavigationEntry;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/** Incidents with personal data: the list, writing one down, and one of them with its clocks. */
@Controller
class BreachPages {

    static final String PATH = "/breaches";

    private final Breaches breaches;
    private final RegulatorDraft draft;
    private final PeopleOfTheShop people;
    private final ApiTokens tokens;
    private final KnownBackups backups;
    private final BusinessClock clock;

    BreachPages(
            Breaches breaches,
            RegulatorDraft draft,
            PeopleOfTheShop people,
            ApiTokens tokens,
            KnownBackups backups,
            BusinessClock clock) {
        this.breaches = breaches;
        this.draft = draft;
        this.people = people;
        this.tokens = tokens;
        this.backups = backups;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry breachesEntry() {
        return new NavigationEntry("Breaches", PATH, "siren", "Data protection", 86);
    }

    /** A duty as the page shows it. */
    public record Clock(
            Duty duty, DutyState state, String inWords, boolean late, List<Ground> done, List<Ground> notNeeded) {}

    @GetMapping(PATH)
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        var files = breaches.all(me.seller()).stream()
                .map(incident -> breaches.one(me.seller(), incident.id()))
                .toList();
        model.addAttribute(
                "breaches", files.stream().filter(file -> !isDrill(file)).toList());
        model.addAttribute("drills", files.stream().filter(BreachPages::isDrill).toList());
        model.addAttribute("now", clock.now());
        return "breach/list";
    }

    @GetMapping(PATH + "/new")
    String form(@RequestParam(defaultValue = "false") boolean drill, Model model) {
        model.addAttribute("drill", drill);
        model.addAttribute("harms", Harm.values());
        model.addAttribute("causes", Cause.values());
        if (!model.containsAttribute("told")) {
            var now = clock.now().truncatedTo(ChronoUnit.MINUTES);
            var usual = drill ? Set.of(Harm.CONFIDENTIALITY) : Set.<Harm>of();
            model.addAttribute(
                    "told", new Incident.Told(drill, usual, Cause.SIGN_IN_MISUSED, Optional.empty(), now, now));
        }
        return "breach/new";
    }

    @PostMapping(PATH)
    String open(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "false") boolean drill,
            @RequestParam(defaultValue = "") Set<Harm> harms,
            @RequestParam Cause cause,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Optional<LocalDateTime> happenedAt,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime foundAt,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime awareAt,
            Model model,
            RedirectAttributes next) {
        var told = new Incident.Told(
                drill, harms, cause, happenedAt.map(BreachPages::london), london(foundAt), london(awareAt));
        try {
            var id = breaches.open(me, told);
            next.addFlashAttribute("toast", drill ? "The drill runs." : "It is written down, and the hours run.");
            return "redirect:" + PATH + "/" + id;
        } catch (NotAnIncident refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("told", told);
            return form(drill, model);
        }
    }

    @GetMapping(PATH + "/{id}")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        var file = breaches.one(me.seller(), id);
        var texts = breaches.texts(me, file.incident());
        var now = clock.now();
        model.addAttribute("file", file);
        model.addAttribute(
                "clocks", file.duties().stream().map(state -> clock(state, now)).toList());
        model.addAttribute("texts", texts.orElse(null));
        model.addAttribute("parts", draft.of(me, file, texts.orElseGet(BreachTexts::nothing)));
        var staff = people.of(me);
        model.addAttribute("staff", staff);
        var names = staff.stream().collect(Collectors.toMap(Staff::id, Staff::shownName));
        tokens.all(me.seller()).forEach(token -> names.put(token.id(), "Program: " + token.name()));
        model.addAttribute("names", names);
        model.addAttribute("programs", tokens.all(me.seller()));
        model.addAttribute("services", OutsideService.values());
        model.addAttribute("channels", OutsideService.channels());
        model.addAttribute("backups", backups.names());
        model.addAttribute("asked", Asked.values());
        model.addAttribute("open", file.closedAt().isEmpty());
        model.addAttribute("from", file.incident().what().happenedAt().orElse(now.minus(1, ChronoUnit.DAYS)));
        model.addAttribute("before", now.plus(1, ChronoUnit.MINUTES));
        return "breach/one";
    }

    /** What was typed in London's time, as a moment. */
    static Instant london(LocalDateTime typed) {
        return typed.atZone(BusinessClock.ZONE).toInstant();
    }

    private static Clock clock(DutyState state, Instant now) {
        return new Clock(
                state.duty(),
                state,
                state.inWords(now),
                state.isLate(now),
                Ground.of(state.duty(), true),
                Ground.of(state.duty(), false));
    }

    private static boolean isDrill(CaseFile file) {
        return file.incident().what().drill();
    }
}
