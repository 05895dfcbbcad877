package app.counterfoil.hub.vatreturn.web;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.vatreturn.Declaration;
import app.counterfoil.hub.vatreturn.OriginatingDevice;
import app.counterfoil.hub.vatreturn.ReturnState;
import app.counterfoil.hub.vatreturn.SubmitReturns;
import app.counterfoil.hub.vatreturn.TaxOfficeAccounts;
import app.counterfoil.hub.vatreturn.VatPeriod;
import app.counterfoil.hub.vatreturn.VatPeriods;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a person does at the tax office from here: signs in, asks what is wanted, submits, and asks what became of it. */
@Controller
class TaxOfficePages {

    private static final String OFFICE = VatPage.PATH + "/office";
    private static final String GRANTED = OFFICE + "/granted";
    private static final String STATE = "vat-office-state";

    private final TaxOfficeAccounts offices;
    private final SubmitReturns submit;
    private final VatPeriods periods;
    private final DeviceOfRequest devices;

    TaxOfficePages(TaxOfficeAccounts offices, SubmitReturns submit, VatPeriods periods, DeviceOfRequest devices) {
        this.offices = offices;
        this.submit = submit;
        this.periods = periods;
        this.devices = devices;
    }

    /** What was asked there and comes back with whoever has signed in: for which account, and a word nobody can guess. */
    private record Asked(UUID account, String word) implements Serializable {}

    /** Leads to the page of the tax office; a link, for a form may not lead to another house. */
    @GetMapping(OFFICE + "/{account}/sign-in")
    String signIn(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account, HttpSession session) {
        var office = offices.of(me.seller(), account);
        var asked = new Asked(office.id(), UUID.randomUUID().toString());
        session.setAttribute(STATE, asked);
        return "redirect:" + offices.signInPage(office, back(), asked.word());
    }

    /** Where the tax office sends the person back to. */
    @GetMapping(GRANTED)
    String granted(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpSession session,
            RedirectAttributes next) {
        var asked = session.getAttribute(STATE);
        session.removeAttribute(STATE);
        if (!(asked instanceof Asked known) || !known.word().equals(state) || code.isEmpty()) {
            next.addFlashAttribute("refused", new NotSignedIn());
            return "redirect:" + VatPage.PATH;
        }
        try {
            offices.grant(offices.of(me.seller(), known.account()), code, back());
            next.addFlashAttribute("toast", "HMRC lets us act for the business for 18 months.");
        } catch (Refusal refused) {
            next.addFlashAttribute("refused", refused);
        }
        return "redirect:" + VatPage.PATH;
    }

    private static URI back() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(GRANTED)
                .build()
                .toUri();
    }

    @PostMapping(OFFICE + "/{account}/periods")
    String ask(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            var wanted = offices.ask(offices.of(me.seller(), account), devices.of(me, request, response));
            next.addFlashAttribute(
                    "toast",
                    wanted.size() == 1
                            ? "HMRC has 1 period for you."
                            : "HMRC has %,d periods for you.".formatted(wanted.size()));
        } catch (TaxOfficeAccounts.NoSuchAccount none) {
            throw none;
        } catch (Refusal refused) {
            next.addFlashAttribute("refused", refused);
        }
        return "redirect:" + VatPage.PATH;
    }

    /** What is owed and was paid; asked anew each time, and kept nowhere. */
    @PostMapping(OFFICE + "/{account}/charges")
    String charges(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        try {
            model.addAttribute(
                    "charges", offices.charges(offices.of(me.seller(), account), devices.of(me, request, response)));
            return "vatreturn/charges";
        } catch (TaxOfficeAccounts.NoSuchAccount none) {
            throw none;
        } catch (Refusal refused) {
            next.addFlashAttribute("refused", refused);
            return "redirect:" + VatPage.PATH;
        }
    }

    @PostMapping(VatPage.PATH + "/{start}/submit")
    String submit(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate start,
            @RequestParam String seen,
            @RequestParam(defaultValue = "false") boolean declared,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        var period = period(me, start);
        var device = devices.of(me, request, response);
        try {
            var state = submit.submit(account(me), period, seen, Declaration.of(declared, me.id()), device);
            told(state, device, next);
        } catch (Refusal refused) {
            next.addFlashAttribute("refused", refused);
        }
        return "redirect:" + VatPage.PATH + "/" + start;
    }

    @PostMapping(VatPage.PATH + "/{start}/ask")
    String askAbout(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate start,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        var period = period(me, start);
        var device = devices.of(me, request, response);
        try {
            told(submit.ask(account(me), period, device), device, next);
        } catch (Refusal refused) {
            next.addFlashAttribute("refused", refused);
        }
        return "redirect:" + VatPage.PATH + "/" + start;
    }

    private static void told(ReturnState state, OriginatingDevice device, RedirectAttributes next) {
        if (state == ReturnState.ACCEPTED) {
            next.addFlashAttribute(
                    "toast",
                    "HMRC has taken the return."
                            + (device.missing().isEmpty()
                                    ? ""
                                    : " It was not told: " + String.join(", ", device.missing()) + "."));
        }
    }

    private Account account(SignedIn me) {
        return offices.of(me.seller()).orElseThrow(NoOffice::new);
    }

    private VatPeriod period(SignedIn me, LocalDate start) {
        return periods.startingOn(me.seller(), start).orElseThrow(ReturnPage.NoSuchPeriod::new);
    }

    /** Nobody has come back from the tax office with what was asked. */
    static final class NotSignedIn extends Refusal {
        NotSignedIn() {
            super("HMRC has not let us act for the business.", "Choose “Sign in at HMRC” and grant it there.");
        }
    }

    /** No account at a tax office is connected. */
    static final class NoOffice extends Refusal {
        NoOffice() {
            super("No tax office is connected.", "An owner connects HMRC under Connections.");
        }
    }
}
