package app.counterfoil.hub.seller;

import app.counterfoil.hub.payout.SettlementFiles;
import app.counterfoil.hub.payout.Settlements;
import app.counterfoil.hub.payout.TakeInSettlements;
import app.counterfoil.hub.seller.TheirRoutes.Asked;
import java.util.Map;

/** The routes of payouts, as a stranger asks for them. */
final class TheirPayouts {

    private static final Map<String, String> SAID =
            Map.of("differenceKind", "UNKNOWN_ORDER", "orderNumber", "THEIR-1", "lookNote", "RIGHT");

    private TheirPayouts() {}

    static Map<String, Asked> of(TheirShop theirs) {
        var shop = theirs.owner().seller();
        var settlements = theirs.part(Settlements.class);
        if (settlements.latest(shop, 0, 1).isEmpty()) {
            theirs.part(TakeInSettlements.class)
                    .takeIn(
                            shop,
                            theirs.account().id(),
                            SettlementFiles.stream(SettlementFiles.ebay("7000000001", "THEIR-1", 20_00)),
                            theirs.owner().id());
        }
        var one = "/payouts/" + settlements.latest(shop, 0, 1).get(0).id();
        var account = "/payouts/" + theirs.account().id();
        return Map.ofEntries(
                silent("GET /bookkeeping/accounts", "/bookkeeping/accounts"),
                silent("POST /bookkeeping/accounts", "/bookkeeping/accounts"),
                silent("GET /payouts", "/payouts"),
                silent("GET /payouts/new", "/payouts/new"),
                closed("POST /payouts/{account}/look", account + "/look"),
                closed("POST /payouts/{account}/file", account + "/file"),
                closed("GET /payouts/{id}", one),
                closed("GET /payouts/{id}/lines", one + "/lines"),
                closed("GET /payouts/{id}/lines.csv", one + "/lines.csv"),
                closed("GET /payouts/{id}/differences.csv", one + "/differences.csv"),
                closed("POST /payouts/{id}/looks", one + "/looks", SAID),
                closed("POST /payouts/{id}/looks/withdraw", one + "/looks/withdraw", SAID),
                closed("POST /payouts/{id}/remove", one + "/remove"));
    }

    private static Map.Entry<String, Asked> closed(String route, String path) {
        return Map.entry(route, new Asked(path, Map.of(), true));
    }

    private static Map.Entry<String, Asked> closed(String route, String path, Map<String, String> params) {
        return Map.entry(route, new Asked(path, params, true));
    }

    private static Map.Entry<String, Asked> silent(String route, String path) {
        return Map.entry(route, new Asked(path, Map.of(), false));
    }
}
