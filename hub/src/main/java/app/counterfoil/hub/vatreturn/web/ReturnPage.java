package app.counterfoil.hub.vatreturn.web;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.Csv;
import app.counterfoil.hub.vatreturn.Box;
import app.counterfoil.hub.vatreturn.CannotSubmit;
import app.counterfoil.hub.vatreturn.Figures;
import app.counterfoil.hub.vatreturn.SubmitReturns;
import app.counterfoil.hub.vatreturn.TaxOfficeAccounts;
import app.counterfoil.hub.vatreturn.VatPeriod;
import app.counterfoil.hub.vatreturn.VatPeriods;
import app.counterfoil.hub.vatreturn.VatReturns;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

/** The return of one period: nine boxes, each down to its documents. */
@Controller
class ReturnPage {

    private static final String RETURN = VatPage.PATH + "/{start}";

    /** So many documents are listed on a page; the file has all. */
    private static final int MOST = 500;

    private final VatReturns returns;
    private final VatPeriods periods;
    private final SubmitReturns submit;
    private final TaxOfficeAccounts offices;

    ReturnPage(VatReturns returns, VatPeriods periods, SubmitReturns submit, TaxOfficeAccounts offices) {
        this.returns = returns;
        this.submit = submit;
        this.offices = offices;
        this.periods = periods;
    }

    /** A box as it stands on the page. */
    public record Row(Box box, String figure, int documents) {}

    @GetMapping(RETURN)
    String show(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate start,
            Model model) {
        var period = period(me, start);
        var made = returns.standing(me.seller(), period);
        var figures = made.map(frozen -> returns.figures(me.seller(), frozen)).orElseGet(() -> {
            var draft = returns.draft(me.seller(), period);
            model.addAttribute("draft", draft);
            return draft.figures();
        });
        made.ifPresent(frozen -> {
            model.addAttribute("made", frozen);
            submit.of(me.seller(), frozen).ifPresent(sent -> model.addAttribute("sent", sent));
        });
        atTheOffice(me, period, model);
        model.addAttribute("period", period);
        model.addAttribute("figures", figures);
        model.addAttribute(
                "rows",
                Arrays.stream(Box.values())
                        .map(box -> new Row(
                                box, figures.boxes().shown(box), figures.of(box).size()))
                        .toList());
        return "vatreturn/return";
    }

    private void atTheOffice(SignedIn me, VatPeriod period, Model model) {
        offices.of(me.seller()).ifPresent(office -> {
            model.addAttribute("office", office);
            model.addAttribute("granted", offices.isGranted(office));
            offices.known(office, period).ifPresent(wanted -> model.addAttribute("wantedHere", wanted));
        });
        submit.refused(me.seller(), period).ifPresent(refused -> model.addAttribute("refusedThere", refused));
    }

    @GetMapping(RETURN + "/boxes/{number}")
    String box(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate start,
            @PathVariable int number,
            Model model) {
        var period = period(me, start);
        var box = Box.numbered(number).orElseThrow(NoSuchPeriod::new);
        var figures = figures(me, period);
        var entries = figures.of(box);
        model.addAttribute("period", period);
        model.addAttribute("box", box);
        model.addAttribute("figures", figures);
        model.addAttribute("all", entries.size());
        model.addAttribute("entries", entries.subList(0, Math.min(MOST, entries.size())));
        return "vatreturn/box";
    }

    /** All that the return counts, with what each adds to each box. */
    @GetMapping(RETURN + "/documents.csv")
    ResponseEntity<byte[]> documents(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate start) {
        var period = period(me, start);
        var file = EntriesCsv.of(figures(me, period)).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("vat-return-" + period.start() + ".csv")
                                .build()
                                .toString())
                .body(file);
    }

    @PostMapping(RETURN + "/submitted")
    String submitted(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate start,
            @RequestParam String seen,
            Model model,
            RedirectAttributes next) {
        try {
            returns.submittedElsewhere(me.seller(), period(me, start), seen, me.id());
        } catch (CannotSubmit refused) {
            model.addAttribute("refused", refused);
            return show(me, start, model);
        }
        next.addFlashAttribute(
                "toast", "Noted. These figures stay as they are; what comes up later goes into the next return.");
        return "redirect:" + VatPage.PATH + "/" + start;
    }

    @PostMapping(RETURN + "/withdraw")
    String takeBack(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate start,
            Model model,
            RedirectAttributes next) {
        try {
            returns.takeBack(me.seller(), period(me, start));
        } catch (CannotSubmit refused) {
            model.addAttribute("refused", refused);
            return show(me, start, model);
        }
        next.addFlashAttribute("toast", "Taken back. The figures follow the documents again.");
        return "redirect:" + VatPage.PATH + "/" + start;
    }

    private Figures figures(SignedIn me, VatPeriod period) {
        return returns.standing(me.seller(), period)
                .map(frozen -> returns.figures(me.seller(), frozen))
                .orElseGet(() -> returns.draft(me.seller(), period).figures());
    }

    private VatPeriod period(SignedIn me, LocalDate start) {
        return periods.startingOn(me.seller(), start).orElseThrow(NoSuchPeriod::new);
    }

    /** What a return counts, as a file. */
    private static final class EntriesCsv {

        private static final List<Box> BOXES =
                List.of(Box.ONE, Box.TWO, Box.FOUR, Box.SIX, Box.SEVEN, Box.EIGHT, Box.NINE);

        static String of(Figures figures) {
            var headings = new ArrayList<>(List.of("Day", "Document", "What", "Detail", "Late"));
            BOXES.forEach(box -> headings.add("Box " + box.number()));
            var text = new StringBuilder(Csv.row(headings));
            for (var entry : figures.entries()) {
                var cells = new ArrayList<>(List.of(
                        entry.taxPoint().toString(),
                        entry.document(),
                        entry.kind().title(),
                        entry.detail(),
                        entry.late() ? "late" : ""));
                BOXES.forEach(box ->
                        cells.add(BigDecimal.valueOf(entry.amounts().of(box), 2).toPlainString()));
                text.append(Csv.row(cells));
            }
            return text.toString();
        }
    }

    /** The seller has no such period, or a return no such box. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class NoSuchPeriod extends Refusal {
        NoSuchPeriod() {
            super("There is no such VAT return.", "Look at the list under VAT return.");
        }
    }
}
