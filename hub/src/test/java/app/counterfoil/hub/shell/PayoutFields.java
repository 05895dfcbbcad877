package app.counterfoil.hub.shell;

import static app.counterfoil.hub.shell.FormFields.ABSENT;
import static app.counterfoil.hub.shell.FormFields.NUL;
import static app.counterfoil.hub.shell.FormFields.row;

import java.util.List;
import java.util.Map;

/** The fields of the forms around payouts, and what somebody might send in them. */
final class PayoutFields {

    private static final String SAY = "POST /payouts/{id}/looks";
    private static final String WITHDRAW = "POST /payouts/{id}/looks/withdraw";
    private static final Map<String, String> LOOK =
            Map.of("differenceKind", "AMOUNT", "orderNumber", "1", "lookNote", "RIGHT");

    static final List<FormFields.Row> ALL = List.of(
            row("GET /payouts", Map.of(), "page", "age", "x", "0", "1000000", NUL),
            row(SAY, LOOK, "differenceKind", "n what it differs", ABSENT, "FOO", NUL),
            row(SAY, LOOK, "orderNumber", "umber of the order", ABSENT),
            row(SAY, LOOK, "lookNote", "hat came of it", ABSENT, "FOO", NUL),
            row(WITHDRAW, LOOK, "differenceKind", "n what it differs", ABSENT, "FOO", NUL),
            row(WITHDRAW, LOOK, "orderNumber", "umber of the order", ABSENT, NUL));

    private PayoutFields() {}
}
