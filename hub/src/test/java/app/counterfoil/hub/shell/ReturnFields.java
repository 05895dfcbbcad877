package app.counterfoil.hub.shell;

import static app.counterfoil.hub.shell.FormFields.ABSENT;
import static app.counterfoil.hub.shell.FormFields.NUL;
import static app.counterfoil.hub.shell.FormFields.row;

import java.util.List;
import java.util.Map;

/** The fields of the forms around VAT returns, and what somebody might send in them. */
final class ReturnFields {

    private static final Map<String, String> PERIODS = Map.of("periodStart", "2026-04-01", "rhythm", "QUARTERLY");
    private static final Map<String, String> PURCHASE = Map.of(
            "purchaseKind", "BOUGHT", "day", "2026-01-02", "documentNumber", "A-1", "net", "10.00", "vat", "2.00");
    private static final Map<String, String> EURO =
            Map.of("currency", "GBP", "month", "2026-03", "euroUnits", "0.8654");
    private static final String ONE_STOP = "POST /vat/one-stop-shop/{scheme}/{start}/submitted";
    private static final Map<String, String> SUBMITTED =
            Map.of("seen", "x", "submittedOn", "2026-07-01", "reference", "GB/1");
    private static final Map<String, String> PAID = Map.of("paidOn", "2026-01-02");

    static final List<FormFields.Row> ALL = List.of(
            row("POST /vat/periods", PERIODS, "periodStart", "irst day", ABSENT, "x", "2026-04-02", "1999-01-01", NUL),
            row("POST /vat/periods", PERIODS, "rhythm", "How long a period is", ABSENT, "FOO", NUL),
            row("POST /vat/{start}/submit", Map.of("seen", "x"), "seen", "igures that you have seen", ABSENT),
            row("POST /vat/{start}/submit", Map.of("seen", "x"), "declared", "hat you declare it", "perhaps", NUL),
            row("POST /vat/{start}/submitted", Map.of(), "seen", "igures that you have seen", ABSENT),
            row("POST /vat/one-stop-shop/rates", EURO, "currency", "urrency", ABSENT, "", "EUR", "XTS", NUL),
            row("POST /vat/one-stop-shop/rates", EURO, "month", "onth", ABSENT, "", "x", "2026-13", "2020-01", NUL),
            row("POST /vat/one-stop-shop/rates", EURO, "euroUnits", "Units to one euro", ABSENT, "", "x", "-1", NUL),
            row("POST /vat/one-stop-shop/rates/file", Map.of(), "euroFile", "ile of rates", ABSENT, "", "x", NUL),
            row(ONE_STOP, SUBMITTED, "seen", "igures that you have seen", ABSENT),
            row(ONE_STOP, SUBMITTED, "submittedOn", "ubmitted on", ABSENT, "x", "2026-02-30", NUL),
            row(ONE_STOP, SUBMITTED, "reference", "umber of the return", ABSENT),
            row("POST /vat/purchases", PURCHASE, "purchaseKind", "hat it is", ABSENT, "FOO", NUL),
            row("POST /vat/purchases", PURCHASE, "day", "ay", ABSENT, "x", "2999-01-01", "2001-01-01", NUL),
            row("POST /vat/purchases", PURCHASE, "paidOn", "aid on", "x", "2999-01-01", NUL),
            row("POST /vat/purchases", PURCHASE, "documentNumber", "umber of the document", ABSENT, "Pat", "1 2", NUL),
            row("POST /vat/purchases", PURCHASE, "net", "ithout VAT", ABSENT, "x", "1.234", "1e9", NUL),
            row("POST /vat/purchases", PURCHASE, "vat", "VAT", ABSENT, "x", "-2.00", NUL),
            row("POST /vat/purchases/file", Map.of(), "purchaseFile", "file", ABSENT, "", NUL),
            row("POST /vat/purchases/import", Map.of(), "purchaseFile", "file", ABSENT, "", NUL),
            row("POST /vat/purchases/{id}/paid", PAID, "paidOn", "aid on", ABSENT, "x", "2999-01-01", NUL));

    private ReturnFields() {}
}
