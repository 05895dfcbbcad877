package app.counterfoil.sandbox;

import app.counterfoil.sandbox.http.Exchange;
import app.counterfoil.testing.PublishedContracts;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A vendor's published contract, and where exchanges leave it. */
final class Contract {

    static final Contract AMAZON_ORDERS = new Contract("amazon/orders/orders_2026-01-01.json", "amazon-orders", "");
    static final Contract AMAZON_SHIPMENTS = new Contract("amazon/orders/ordersV0.json", "amazon-shipments", "");
    static final Contract EBAY_ORDERS =
            new Contract("ebay/openapi/sell_fulfillment_v1_oas3.json", "ebay-orders", "/sell/fulfillment/v1");
    static final Contract ROYAL_MAIL = new Contract("royalmail/click-and-drop-api-v1.yaml", "royalmail", "/api/v1");
    static final Contract XERO_ACCOUNTING = new Contract("xero/xero_accounting.yaml", "xero", "/api.xro/2.0");
    static final Contract HMRC_VAT = new Contract("hmrc/vat-api.yaml", "hmrc", "");
    static final Contract XERO_IDENTITY = new Contract("xero/xero-identity.yaml", "xero-identity", "");

    static final Contract SAGE = new Contract("sage/accounting-v3.1-openapi.json", "sage", "/v3.1");

    private final String file;
    private final String api;
    private final String basePath;

    private Contract(String file, String api, String basePath) {
        this.file = file;
        this.api = api;
        this.basePath = basePath;
    }

    /** Where the sandbox's exchanges of this API leave the contract, each once. */
    List<String> departures(Sandbox sandbox) {
        var builder = OpenApiInteractionValidator.createFor(
                PublishedContracts.file(file).toUri().toString());
        var validator = (basePath.isEmpty() ? builder : builder.withBasePathOverride(basePath)).build();
        var exchanges = sandbox.exchanges().all().stream()
                .filter(exchange -> exchange.api().equals(api))
                .toList();
        if (exchanges.isEmpty()) {
            throw new AssertionError("Nothing was asked of " + api + ".");
        }
        return exchanges.stream()
                .flatMap(exchange -> validate(validator, exchange).getMessages().stream()
                        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                        .filter(message -> !isRefusalInWords(exchange, message))
                        .map(message ->
                                exchange.request().path() + " " + message.getKey() + " " + message.getMessage()))
                .filter(departure -> !departure.contains("security"))
                // HMRC asks for its version of the API in this header, and its contract names JSON alone.
                .filter(departure -> this != HMRC_VAT || !departure.contains("accept.notAllowed"))
                .distinct()
                .toList();
    }

    /**
     * eBay's contract names the numbers of its errors but not the body that carries them; HMRC's has the sentence of a refusal in
     * its examples and not in its schema.
     */
    private boolean isRefusalInWords(Exchange exchange, ValidationReport.Message message) {
        var words = this == HMRC_VAT ? "validation.response.body.schema.allOf" : "validation.response.body.unexpected";
        return (this == EBAY_ORDERS || this == HMRC_VAT)
                && exchange.reply().status() >= 400
                && message.getKey().equals(words);
    }

    private static ValidationReport validate(OpenApiInteractionValidator validator, Exchange exchange) {
        var asked = exchange.request();
        var request = new SimpleRequest.Builder(Method.valueOf(asked.method()), asked.path());
        for (var pair : asked.rawQuery().split("&", -1)) {
            if (!pair.isBlank()) {
                var parts = pair.split("=", 2);
                request.withQueryParam(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        for (Map.Entry<String, String> header : asked.headers().entrySet()) {
            request.withHeader(header.getKey(), header.getValue());
        }
        if (asked.body().length > 0) {
            request.withBody(asked.text());
        }
        var response = new SimpleResponse.Builder(exchange.reply().status());
        exchange.reply().headers().forEach(response::withHeader);
        if (exchange.reply().body().length > 0) {
            response.withBody(new String(exchange.reply().body(), StandardCharsets.UTF_8));
        }
        return validator.validate(request.build(), response.build());
    }
}
