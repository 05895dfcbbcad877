package app.counterfoil.hub.seller;

import app.counterfoil.hub.seller.TheirRoutes.Asked;
import app.counterfoil.hub.vatreturn.Rhythm;
import app.counterfoil.hub.vatreturn.VatReturns;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The routes of VAT returns, as a stranger asks for them; a period is of whoever asks, and a stranger has none. */
final class TheirReturns {

    /** Theirs, and no other shop's. */
    private static final LocalDate START = LocalDate.of(2020, 5, 1);

    private static final Map<String, String> PURCHASE = Map.of(
            "purchaseKind", "BOUGHT", "day", "2026-01-02", "documentNumber", "MINE-1", "net", "10.00", "vat", "2.00");
    private static final Map<String, String> FILE = Map.of("purchaseFile", "number,day,net,vat\nM-2,2026-01-02,1,1");

    private TheirReturns() {}

    static Map<String, Asked> of(TheirShop theirs) {
        if (theirs.part(VatReturns.class).standing(theirs.owner().seller()).isEmpty()) {
            theirs.part(VatReturns.class).say(theirs.owner().seller(), START, Rhythm.QUARTERLY, UUID.randomUUID());
        }
        var period = "/vat/" + START;
        var office = "/vat/office/" + theirs.taxOffice().id();
        var purchase = "/vat/purchases/" + theirs.purchase();
        return Map.ofEntries(
                silent("GET /vat", "/vat", Map.of()),
                silent("POST /vat/periods", "/vat/periods", Map.of("periodStart", "2026-04-01", "rhythm", "MONTHLY")),
                closed("GET /vat/{start}", period, Map.of()),
                closed("GET /vat/{start}/boxes/{number}", period + "/boxes/1", Map.of()),
                closed("GET /vat/{start}/documents.csv", period + "/documents.csv", Map.of()),
                closed("POST /vat/{start}/submitted", period + "/submitted", Map.of("seen", "x")),
                closed("POST /vat/{start}/withdraw", period + "/withdraw", Map.of()),
                closed("GET /vat/office/{account}/sign-in", office + "/sign-in", Map.of()),
                silent("GET /vat/office/granted", "/vat/office/granted", Map.of("code", "x", "state", "y")),
                closed("POST /vat/office/{account}/periods", office + "/periods", Map.of()),
                closed("POST /vat/office/{account}/charges", office + "/charges", Map.of()),
                closed("POST /vat/{start}/submit", period + "/submit", Map.of("seen", "x")),
                closed("POST /vat/{start}/ask", period + "/ask", Map.of()),
                silent("GET /vat/purchases", "/vat/purchases", Map.of()),
                silent("POST /vat/purchases", "/vat/purchases", PURCHASE),
                silent("POST /vat/purchases/file", "/vat/purchases/file", FILE),
                silent("POST /vat/purchases/import", "/vat/purchases/import", FILE),
                silent("POST /vat/purchases/{id}/paid", purchase + "/paid", Map.of("paidOn", "2026-01-02")),
                silent("POST /vat/purchases/{id}/withdraw", purchase + "/withdraw", Map.of()));
    }

    private static Map.Entry<String, Asked> closed(String route, String path, Map<String, String> params) {
        return Map.entry(route, new Asked(path, params, true));
    }

    private static Map.Entry<String, Asked> silent(String route, String path, Map<String, String> params) {
        return Map.entry(route, new Asked(path, params, false));
    }
}
