package app.counterfoil.hub.seller;

import app.counterfoil.hub.invoice.VatStandings;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.seller.TheirRoutes.Asked;
import app.counterfoil.hub.tax.DistanceSales;
import app.counterfoil.hub.tax.VatScheme;
import app.counterfoil.hub.vatreturn.onestop.OneStopShop;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The routes of the One Stop Shops, as a stranger asks for them, who takes part in none. */
final class TheirOneStopShop {

    private static final Map<String, String> RATE =
            Map.of("currency", "GBP", "month", "2026-03", "euroUnits", "0.8654");
    private static final Map<String, String> SUBMITTED =
            Map.of("seen", "x", "submittedOn", "2026-07-01", "reference", "GB/1");

    private TheirOneStopShop() {}

    static Map<String, Asked> of(TheirShop theirs) {
        var owner = theirs.owner();
        theirs.part(VatStandings.class)
                .say(
                        owner.seller(),
                        new VatStandings.Said(
                                LocalDate.of(2022, 1, 1),
                                Optional.empty(),
                                true,
                                Territory.NORTHERN_IRELAND,
                                VatScheme.STANDARD,
                                Optional.empty(),
                                DistanceSales.ONE_STOP_SHOP,
                                true,
                                Set.of()),
                        UUID.randomUUID());
        var today = theirs.part(BusinessClock.class).today();
        var route = "/vat/one-stop-shop/{scheme}/{start}";
        var period = "/vat/one-stop-shop/import/"
                + OneStopShop.IMPORT.periodOf(today).start();
        return Map.ofEntries(
                silent("GET /vat/one-stop-shop", "/vat/one-stop-shop", Map.of()),
                silent("GET /vat/one-stop-shop/rates", "/vat/one-stop-shop/rates", Map.of()),
                silent("POST /vat/one-stop-shop/rates", "/vat/one-stop-shop/rates", RATE),
                silent(
                        "POST /vat/one-stop-shop/rates/file",
                        "/vat/one-stop-shop/rates/file",
                        Map.of("euroFile", "Date,GBP\n2026-03-31,0.8654")),
                closed("GET " + route, period, Map.of()),
                closed("GET " + route + "/lines/{number}", period + "/lines/1", Map.of()),
                closed("GET " + route + "/states/{state}", period + "/states/DE", Map.of()),
                closed("GET " + route + "/figures.csv", period + "/figures.csv", Map.of()),
                closed("GET " + route + "/documents.csv", period + "/documents.csv", Map.of()),
                closed("POST " + route + "/submitted", period + "/submitted", SUBMITTED),
                closed("POST " + route + "/withdraw", period + "/withdraw", Map.of()));
    }

    private static Map.Entry<String, Asked> closed(String route, String path, Map<String, String> params) {
        return Map.entry(route, new Asked(path, params, true));
    }

    private static Map.Entry<String, Asked> silent(String route, String path, Map<String, String> params) {
        return Map.entry(route, new Asked(path, params, false));
    }
}
