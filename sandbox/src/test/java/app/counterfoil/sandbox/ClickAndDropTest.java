package app.counterfoil.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A tracking number is there once the label is made: by the API for account customers, in Click & Drop for the others. */
class ClickAndDropTest {

    private static final String ACCOUNT = "demo-royalmail-1";
    private static final String ONLINE = "demo-royalmail-online";
    private static final String LABEL = "/label?documentType=postageLabel&includeReturnsLabel=false";

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void aSandbox() {
        sandbox = Sandbox.start(SandboxSettings.forTests(7));
        caller = new Caller(sandbox.address());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void anAccountCustomersTrackingNumberComesWithTheLabel() throws Exception {
        var created = book(ACCOUNT, "REF-1", false);
        assertThat(created.has("trackingNumber") || created.has("printedOn")).isFalse();
        assertThat(look(ACCOUNT, "1001").has("trackingNumber")).isFalse();
        var label = caller.royalMail("GET", "orders/1001" + LABEL, ACCOUNT, "");
        try (var pdf = Loader.loadPDF(label.body())) {
            assertThat(pdf.getNumberOfPages()).isOne();
        }
        var printed = look(ACCOUNT, "%22REF-1%22");
        assertThat(printed.get("trackingNumber").asString()).matches("ZZ\\d{9}GB");
        assertThat(printed.get("packages").get(0).get("trackingNumber")).isEqualTo(printed.get("trackingNumber"));
        assertThat(printed.has("printedOn")).isTrue();
        assertThat(book(ACCOUNT, "REF-2", true).has("trackingNumber")).isTrue();
        assertThat(Contract.ROYAL_MAIL.departures(sandbox)).isEmpty();
    }

    @Test
    void untrackedPostHasALabelAndNeverANumber() throws Exception {
        var untracked = order("REF-1", true).replace("TPN24", "STL1");
        var created = Caller.json(caller.royalMail("POST", "orders", ACCOUNT, untracked))
                .get("createdOrders")
                .get(0);
        assertThat(created.has("printedOn") && created.has("label")).isTrue();
        var label = caller.royalMail("GET", "orders/1001" + LABEL, ACCOUNT, "");
        try (var pdf = Loader.loadPDF(label.body())) {
            assertThat(pdf.getNumberOfPages()).isOne();
        }
        for (var shown : new JsonNode[] {created, look(ACCOUNT, "1001")}) {
            assertThat(shown.has("trackingNumber")
                            || shown.get("packages").get(0).has("trackingNumber"))
                    .isFalse();
        }
        assertThat(Contract.ROYAL_MAIL.departures(sandbox)).isEmpty();
    }

    @Test
    void whoPaysOnlineGetsOneAfterPrintingInClickAndDrop() {
        var created = book(ONLINE, "REF-1", true);
        assertThat(created.get("labelErrors")).hasSize(1);
        assertThat(caller.royalMail("GET", "orders/1001" + LABEL, ONLINE, "").statusCode())
                .isEqualTo(403);
        assertThat(look(ONLINE, "1001").has("trackingNumber")).isFalse();
        assertThat(caller.admin("royalmail/print", "{\"order\":\"REF-1\"}").statusCode())
                .isEqualTo(200);
        assertThat(look(ONLINE, "1001").get("trackingNumber").asString()).matches("ZZ\\d{9}GB");
        var unknown = caller.admin("royalmail/print", "{\"order\":\"REF-9\"}");
        assertThat(Caller.json(unknown).get("field").asString()).isEqualTo("order");
        assertThat(Contract.ROYAL_MAIL.departures(sandbox)).isEmpty();
    }

    @Test
    void despatchIsSeenAndAResetTakesTheLabelBack() {
        book(ACCOUNT, "REF-1", true);
        status("despatched");
        assertThat(look(ACCOUNT, "1001").has("shippedOn")).isTrue();
        status("new");
        assertThat(look(ACCOUNT, "1001").has("trackingNumber")).isFalse();
        assertThat(Contract.ROYAL_MAIL.departures(sandbox)).isEmpty();
    }

    @Test
    void theLabelAloneCanBreak() {
        sandbox.faults().switchOn(new Faults.Switched("royalmail-label", Fault.SERVER_ERROR, 1, 2));
        var created = book(ACCOUNT, "REF-1", true);
        assertThat(created.has("label")).isFalse();
        assertThat(created.get("labelErrors")).hasSize(1);
        assertThat(caller.royalMail("GET", "orders/1001" + LABEL, ACCOUNT, "").statusCode())
                .isEqualTo(500);
        assertThat(look(ACCOUNT, "1001").has("trackingNumber")).isFalse();
        assertThat(caller.royalMail("GET", "orders/1001" + LABEL, ACCOUNT, "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anOrderThatCannotBeBookedNamesItsField() {
        var refused = Caller.json(
                caller.royalMail("POST", "orders", ACCOUNT, order("REF-1", true).replace("Leeds", "")));
        assertThat(refused.get("failedOrders")
                        .get(0)
                        .get("errors")
                        .get(0)
                        .get("fields")
                        .get(0)
                        .get("fieldName")
                        .asString())
                .isEqualTo("recipient.address.city");
    }

    @Test
    void theListOfAnAccountGoesPageByPage() {
        assertThat(Caller.json(caller.royalMail("GET", "orders?pageSize=1", ACCOUNT, ""))
                        .get("orders"))
                .isEmpty();
        book(ACCOUNT, "REF-1", true);
        book(ONLINE, "REF-2", false);
        book(ACCOUNT, "REF-3", false);
        var first = Caller.json(caller.royalMail("GET", "orders?pageSize=1", ACCOUNT, ""));
        assertThat(first.get("orders").get(0).get("orderReference").asString()).isEqualTo("REF-1");
        var behind = first.get("continuationToken").asString();
        var second = Caller.json(caller.royalMail("GET", "orders?pageSize=1&continuationToken=" + behind, ACCOUNT, ""));
        assertThat(second.get("orders").get(0).get("orderReference").asString()).isEqualTo("REF-3");
        assertThat(second.has("continuationToken")).isFalse();
        assertThat(Contract.ROYAL_MAIL.departures(sandbox)).isEmpty();
    }

    private void status(String wanted) {
        var reply = caller.royalMail(
                "PUT",
                "orders/status",
                ACCOUNT,
                "{\"items\":[{\"orderIdentifier\":1001,\"status\":\"" + wanted + "\"}]}");
        assertThat(Caller.json(reply).get("updatedOrders")).hasSize(1);
    }

    private JsonNode look(String key, String order) {
        return Caller.json(caller.royalMail("GET", "orders/" + order, key, "")).get(0);
    }

    private JsonNode book(String key, String reference, boolean label) {
        return Caller.json(caller.royalMail("POST", "orders", key, order(reference, label)))
                .get("createdOrders")
                .get(0);
    }

    static String order(String reference, boolean label) {
        return """
                {"items": [
                  {"orderReference": "%s", "recipient": {"address": {"fullName": "Demo Person", "addressLine1": "1 Example Row",
                    "city": "Leeds", "postcode": "LS1 9ZZ", "countryCode": "GB"}},
                   "packages": [{"weightInGrams": 500, "packageFormatIdentifier": "smallParcel"}],
                   "orderDate": "2026-01-01T10:00:00Z", "subtotal": 10, "shippingCostCharged": 2, "total": 12,
                   "currencyCode": "GBP", "postageDetails": {"serviceCode": "TPN24"},
                   "label": {"includeLabelInResponse": %s}}]}
                """
                .formatted(reference, label);
    }
}
