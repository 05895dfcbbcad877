package app.counterfoil.hub.vatreturn.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.vatreturn.onestop.FrozenOneStopReturn;
import app.counterfoil.hub.vatreturn.onestop.OneStopEntry;
import app.counterfoil.hub.vatreturn.onestop.OneStopFigures;
import app.counterfoil.hub.vatreturn.onestop.OneStopReturns;
import app.counterfoil.hub.vatreturn.onestop.OneStopShop;
import app.counterfoil.hub.vatreturn.onestop.PortalReceipt;
import app.counterfoil.hub.vatreturn.onestop.TaxPeriod;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A return of a One Stop Shop: by state and rate, what corrects earlier ones, and each figure down to its documents. */
@Controller
class OneStopReturnPage {

    private static final String RETURN = OneStopPage.PATH + "/{scheme}/{start}";

    /** So many documents are listed on a page; the file has all. */
    private static final int MOST = 500;

    private final OneStopReturns returns;
    private final BusinessClock clock;

    OneStopReturnPage(OneStopReturns returns, BusinessClock clock) {
        this.returns = returns;
        this.clock = clock;
    }

    @GetMapping(RETURN)
    String show(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String scheme,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate start,
            Model model) {
        var period = period(me, scheme, start);
        var all = returns.all(me.seller(), period.shop());
        var made = all.stream()
                .filter(each -> each.stands() && each.period().equals(period))
                .findFirst();
        var figures = made.map(frozen -> returns.figures(me.seller(), frozen)).orElseGet(() -> {
            var draft = returns.draft(me.seller(), period);
            model.addAttribute("draft", draft);
            return draft.figures();
        });
        made.ifPresent(frozen -> {
            model.addAttribute("made", frozen);
            model.addAttribute(
                    "latest",
                    all.stream().filter(FrozenOneStopReturn::stands).findFirst().equals(made));
        });
        model.addAttribute(
                "takenBack",
                all.stream()
                        .filter(each -> !each.stands() && each.period().equals(period))
                        .toList());
        model.addAttribute("today", clock.today());
        model.addAttribute("period", period);
        model.addAttribute("figures", figures);
        return "vatreturn/onestop-return";
    }

    /** The documents of one line, or of one correction behind the lines. */
    @GetMapping(RETURN + "/lines/{number}")
    String line(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String scheme,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate start,
            @PathVariable int number,
            Model model) {
        var period = period(me, scheme, start);
        var figures = figures(me, period);
        var lines = figures.lines().size();
        if (number < 1 || number > lines + figures.corrections().size()) {
            throw new NoSuchTaxPeriod();
        }
        if (number <= lines) {
            var line = figures.lines().get(number - 1);
            var place = line.place();
            return documents(
                    period,
                    place.state().englishName() + ", " + place.rate().shown() + " ("
                            + place.kind().title() + ")"
                            + (place.dispatch().isEmpty() ? "" : ", from " + place.dispatchName()),
                    figures.of(line),
                    model);
        }
        var correction = figures.corrections().get(number - lines - 1);
        return documents(
                period,
                "Correction of " + correction.period().shown() + ", "
                        + correction.state().englishName(),
                figures.of(correction),
                model);
    }

    /** The documents of what is owed to a state. */
    @GetMapping(RETURN + "/states/{state}")
    String state(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String scheme,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate start,
            @PathVariable String state,
            Model model) {
        var period = period(me, scheme, start);
        var figures = figures(me, period);
        var balance = figures.balances().stream()
                .filter(each -> each.state().code().equals(state))
                .findFirst()
                .orElseThrow(NoSuchTaxPeriod::new);
        return documents(period, balance.state().englishName(), figures.of(balance), model);
    }

    private static String documents(TaxPeriod period, String what, List<OneStopEntry> entries, Model model) {
        model.addAttribute("period", period);
        model.addAttribute("what", what);
        model.addAttribute("all", entries.size());
        model.addAttribute("entries", entries.subList(0, Math.min(MOST, entries.size())));
        model.addAttribute("figures", OneStopSums.of(entries));
        return "vatreturn/onestop-documents";
    }

    /** What documents come to, in euros. */
    public record OneStopSums(String net, String vat) {
        static OneStopSums of(List<OneStopEntry> entries) {
            return new OneStopSums(
                    OneStopFigures.sum(entries, OneStopEntry::euroNet).shown(),
                    OneStopFigures.sum(entries, OneStopEntry::euroVat).shown());
        }
    }

    @GetMapping(RETURN + "/figures.csv")
    ResponseEntity<byte[]> figuresFile(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String scheme,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate start) {
        var period = period(me, scheme, start);
        return file(period, "figures", OneStopCsv.ofFigures(period, figures(me, period)));
    }

    /** All that the return counts, with what each is in its own currency and in euros. */
    @GetMapping(RETURN + "/documents.csv")
    ResponseEntity<byte[]> documentsFile(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String scheme,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate start) {
        var period = period(me, scheme, start);
        return file(period, "documents", OneStopCsv.ofDocuments(figures(me, period)));
    }

    private static ResponseEntity<byte[]> file(TaxPeriod period, String what, String text) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("one-stop-shop-" + period.shop().path() + "-" + period.start() + "-" + what
                                        + ".csv")
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(RETURN + "/submitted")
    String submitted(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String scheme,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate start,
            @RequestParam String seen,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate submittedOn,
            @RequestParam String reference,
            Model model,
            RedirectAttributes next) {
        var period = period(me, scheme, start);
        try {
            returns.submitted(me.seller(), period, seen, new PortalReceipt(submittedOn, reference), me.id());
        } catch (Refusal refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("submittedOn", submittedOn);
            model.addAttribute("reference", reference);
            return show(me, scheme, start, model);
        }
        next.addFlashAttribute(
                "toast",
                "Noted. These figures stay as they are; what comes up later corrects them in the next return.");
        return "redirect:" + OneStopPage.PATH + "/" + scheme + "/" + start;
    }

    @PostMapping(RETURN + "/withdraw")
    String takeBack(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String scheme,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate start,
            Model model,
            RedirectAttributes next) {
        var period = period(me, scheme, start);
        try {
            returns.takeBack(me.seller(), period, me.id());
        } catch (Refusal refused) {
            model.addAttribute("refused", refused);
            return show(me, scheme, start, model);
        }
        next.addFlashAttribute("toast", "Taken back. The figures follow the documents again.");
        return "redirect:" + OneStopPage.PATH + "/" + scheme + "/" + start;
    }

    private OneStopFigures figures(SignedIn me, TaxPeriod period) {
        return returns.standing(me.seller(), period)
                .map(frozen -> returns.figures(me.seller(), frozen))
                .orElseGet(() -> returns.draft(me.seller(), period).figures());
    }

    private TaxPeriod period(SignedIn me, String scheme, LocalDate start) {
        var shop = OneStopShop.called(scheme).orElseThrow(NoSuchTaxPeriod::new);
        return returns.begun(me.seller(), shop).stream()
                .filter(period -> period.start().equals(start))
                .findFirst()
                .orElseThrow(NoSuchTaxPeriod::new);
    }

    /** The seller has no such period, or a return no such figure. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class NoSuchTaxPeriod extends Refusal {
        NoSuchTaxPeriod() {
            super("There is no such return of a One Stop Shop.", "Look at the list under VAT return, One Stop Shop.");
        }
    }
}
