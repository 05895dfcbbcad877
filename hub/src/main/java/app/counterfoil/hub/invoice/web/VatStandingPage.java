package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.InvoicesDue;
import app.counterfoil.hub.invoice.ProductKey;
import app.counterfoil.hub.invoice.RatesThere;
import app.counterfoil.hub.invoice.VatStandings;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import app.counterfoil.hub.tax.DistanceSales;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatScheme;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a seller says how it stands with the tax offices, and what its products are rated at in other states. */
@Controller
class VatStandingPage {

    private static final String PATH = "/invoices/vat";

    /** Where a seller of this kind may keep goods, beside the British Isles and the member states. */
    private static final List<String> ELSEWHERE = List.of("CH", "CN", "HK", "IN", "JP", "KR", "NO", "TR", "TW", "US");

    private final VatStandings standings;
    private final RatesThere ratesThere;
    private final SellerDetails details;
    private final Orders orders;
    private final InvoicesDue open;
    private final BusinessClock clock;

    VatStandingPage(
            VatStandings standings,
            RatesThere ratesThere,
            SellerDetails details,
            Orders orders,
            InvoicesDue open,
            BusinessClock clock) {
        this.standings = standings;
        this.ratesThere = ratesThere;
        this.details = details;
        this.orders = orders;
        this.open = open;
        this.clock = clock;
    }

    /** What is typed on the page. */
    public record Typed(
            String registeredSince,
            boolean established,
            String dispatchedFrom,
            VatScheme scheme,
            String flatRate,
            DistanceSales distanceSales,
            boolean importOneStopShop,
            Set<String> states) {

        private static Typed of(VatStandings.Said said) {
            return new Typed(
                    said.registeredSince().map(LocalDate::toString).orElse(""),
                    said.established(),
                    said.dispatchedFrom().code(),
                    said.scheme(),
                    said.flatRate().map(rate -> rate.shown().replace("%", "")).orElse(""),
                    said.distanceSales(),
                    said.importOneStopShop(),
                    said.states().stream().map(Country::code).collect(Collectors.toSet()));
        }
    }

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Typed.of(standings.on(me.seller(), clock.today())));
            model.addAttribute("holdsFrom", clock.today());
        }
        model.addAttribute("said", standings.of(me.seller()));
        model.addAttribute("registered", details.of(me.seller()).isVatRegistered());
        model.addAttribute("places", places());
        model.addAttribute("states", states());
        model.addAttribute("schemes", VatScheme.values());
        model.addAttribute("ways", DistanceSales.values());
        model.addAttribute("rates", ratesThere.of(me.seller()));
        model.addAttribute(
                "products",
                orders.products(me.seller()).stream()
                        .map(ProductKey::of)
                        .distinct()
                        .sorted(Comparator.comparing(ProductKey::name))
                        .toList());
        return "invoice/vat";
    }

    @PostMapping(PATH)
    String say(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate holdsFrom,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> registeredSince,
            @RequestParam(defaultValue = "false") boolean established,
            @RequestParam String dispatchedFrom,
            @RequestParam VatScheme scheme,
            @RequestParam(defaultValue = "") String flatRate,
            @RequestParam DistanceSales distanceSales,
            @RequestParam(defaultValue = "false") boolean importOneStopShop,
            @RequestParam(defaultValue = "") Set<String> states,
            Model model,
            RedirectAttributes next) {
        var typed = new Typed(
                registeredSince.map(LocalDate::toString).orElse(""),
                established,
                dispatchedFrom,
                scheme,
                flatRate,
                distanceSales,
                importOneStopShop,
                states);
        try {
            standings.say(me.seller(), said(holdsFrom, registeredSince, typed), me.id());
        } catch (Refusal refused) {
            model.addAttribute("refused", refused);
            model.addAttribute("typed", typed);
            model.addAttribute("holdsFrom", holdsFrom);
            return show(me, model);
        }
        open.tryNow(me.seller());
        next.addFlashAttribute("toast", "Saved. It counts for sales from that day on that have no invoice yet.");
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/withdraw")
    String takeBack(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate holdsFrom,
            RedirectAttributes next) {
        standings.takeBack(me.seller(), holdsFrom);
        next.addFlashAttribute("toast", "Taken back. What was said before it counts again; invoices stay as they are.");
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/rates")
    String rate(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String product,
            @RequestParam String state,
            @RequestParam String rate,
            RedirectAttributes next) {
        var there = state(state);
        var known = product(me, product);
        try {
            ratesThere.say(me.seller(), known, there, rate);
        } catch (Refusal refused) {
            throw NotUsable.field("rate", refused.wrong() + " " + refused.mend());
        }
        open.tryNow(me.seller());
        next.addFlashAttribute("toast", "Saved. What waited for it is issued by itself.");
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/rates/withdraw")
    String rateTakenBack(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String product,
            @RequestParam String state,
            RedirectAttributes next) {
        var there = state(state);
        ratesThere.takeBack(me.seller(), product(me, product), there);
        next.addFlashAttribute(
                "toast", "Taken back. The standard rate of that state is taken for standard-rated products.");
        return "redirect:" + PATH;
    }

    private static VatStandings.Said said(LocalDate holdsFrom, Optional<LocalDate> since, Typed typed) {
        if (!places().containsKey(typed.dispatchedFrom())) {
            throw NotUsable.field("dispatchedFrom", "Choose where your parcels set out from.");
        }
        var flatRate = typed.scheme() == VatScheme.FLAT_RATE
                ? RatesThere.rate(typed.flatRate()).filter(rate -> rate.basisPoints() > 0)
                : Optional.<VatRate>empty();
        return new VatStandings.Said(
                holdsFrom,
                since,
                typed.established(),
                new Territory(typed.dispatchedFrom()),
                typed.scheme(),
                flatRate,
                typed.distanceSales(),
                typed.importOneStopShop(),
                typed.states().stream()
                        .filter(code -> !code.isEmpty())
                        .map(VatStandingPage::state)
                        .collect(Collectors.toSet()));
    }

    private ProductKey product(SignedIn me, String typed) {
        return orders.products(me.seller()).stream()
                .map(ProductKey::of)
                .filter(known -> known.code().equals(typed))
                .findFirst()
                .orElseThrow(() -> NotUsable.field("product", "Choose one of your products."));
    }

    private static Country state(String code) {
        if (!states().containsKey(code)) {
            throw NotUsable.field("state", "Choose a member state of the European Union.");
        }
        return new Country(code);
    }

    private static Map<String, String> places() {
        var places = new LinkedHashMap<String, String>();
        List.of("GB", "XI", "IM", "JE", "GG").forEach(code -> places.put(code, new Territory(code).englishName()));
        places.putAll(states());
        ELSEWHERE.forEach(code -> places.put(code, new Country(code).englishName()));
        places.put("GB", "Great Britain");
        return places;
    }

    private static Map<String, String> states() {
        return Arrays.stream(Locale.getISOCountries())
                .map(Country::new)
                .filter(Country::isInEuropeanUnion)
                .sorted(Comparator.comparing(Country::englishName))
                .collect(Collectors.toMap(
                        Country::code, Country::englishName, (first, second) -> first, LinkedHashMap::new));
    }
}
