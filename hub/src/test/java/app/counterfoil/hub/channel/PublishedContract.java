package app.counterfoil.hub.channel;

import app.counterfoil.sandbox.http.Exchange;
import app.counterfoil.testing.PublishedContracts;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** A vendor's published contract, and where an exchange leaves it. The contracts lie beside the project, not in it. */
enum PublishedContract {
    AMAZON_ORDERS("amazon-orders", "amazon/orders/orders_2026-01-01.json", ""),
    AMAZON_SHIPMENTS("amazon-shipments", "amazon/orders/ordersV0.json", ""),
    EBAY_ORDERS("ebay-orders", "ebay/openapi/sell_fulfillment_v1_oas3.json", "/sell/fulfillment/v1"),
    ROYAL_MAIL("royalmail", "royalmail/click-and-drop-api-v1.yaml", "/api/v1"),
    MAILCHIMP_MEMBERS("mailchimp", "mailchimp/mailchimp-members-openapi.yml", "/3.0"),
    MAILCHIMP_WEBHOOKS("mailchimp-webhooks", "mailchimp/mailchimp-webhooks-openapi.yml", "/3.0"),
    XERO_ACCOUNTING("xero", "xero/xero_accounting.yaml", "/api.xro/2.0"),
    XERO_IDENTITY("xero-identity", "xero/xero-identity.yaml", ""),
    SAGE("sage", "sage/accounting-v3.1-openapi.json", "/v3.1"),
    HMRC_VAT("hmrc", "hmrc/vat-api.yaml", "");

    private static final String ACCEPT = "validation.request.accept.notAllowed";

    private final String api;
    private final String file;
    private final String basePath;

    PublishedContract(String api, String file, String basePath) {
        this.api = api;
        this.file = file;
        this.basePath = basePath;
    }

    /** The contract of the sandbox's API of this name. */
    static Optional<PublishedContract> of(String api) {
        return Stream.of(values()).filter(each -> each.api.equals(api)).findFirst();
    }

    /** The contracts that are not on this machine. */
    static List<String> missing() {
        return Stream.of(values())
                .filter(each -> PublishedContracts.find(each.file).isEmpty())
                .map(each -> each.file)
                .toList();
    }

    /** Reads the contract once, for many exchanges. */
    Judge judge() {
        var builder = isWithExamples()
                ? OpenApiInteractionValidator.createForInlineApiSpecification(withoutExamples())
                : OpenApiInteractionValidator.createFor(
                        PublishedContracts.file(file).toUri().toString());
        return new Judge(this, (basePath.isEmpty() ? builder : builder.withBasePathOverride(basePath)).build());
    }

    /** Whether its parameters bear what Swagger 2.0 does not know, examples and enums of lists, so that a reader refuses it. */
    private boolean isWithExamples() {
        return this == MAILCHIMP_MEMBERS || this == MAILCHIMP_WEBHOOKS;
    }

    private String withoutExamples() {
        try (var text = Files.newBufferedReader(PublishedContracts.file(file))) {
            Object contract = new Yaml().load(text);
            strip(contract);
            return new JsonMapper().writeValueAsString(contract);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void strip(Object part) {
        if (part instanceof Map<?, ?> map) {
            if (map.containsKey("in") && map.containsKey("name")) {
                map.remove("example");
                if ("array".equals(map.get("type"))) {
                    map.remove("enum");
                }
            }
            map.values().forEach(PublishedContract::strip);
        } else if (part instanceof List<?> list) {
            list.forEach(PublishedContract::strip);
        }
    }

    /** Tells where an exchange leaves the contract. */
    record Judge(PublishedContract contract, OpenApiInteractionValidator validator) {

        /** The departures: of the request always, of the answer where no fault spoiled it. */
        List<String> departures(Exchange exchange) {
            return exchange.fault().isPresent()
                    ? departuresOfRequest(exchange)
                    : told(exchange, validator.validate(request(exchange), answer(exchange)));
        }

        /** The departures of the request alone. */
        List<String> departuresOfRequest(Exchange exchange) {
            return told(exchange, validator.validateRequest(request(exchange)));
        }

        private List<String> told(Exchange exchange, ValidationReport report) {
            return report.getMessages().stream()
                    .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                    // Credentials are taken out of what is recorded.
                    .filter(message -> !message.getKey().contains("security"))
                    // HMRC asks for its version of the API in this header, and its contract names JSON alone.
                    .filter(message -> contract != HMRC_VAT || !message.getKey().equals(ACCEPT))
                    // eBay's contract describes the body of a refusal in words alone.
                    .filter(message -> !message.getKey().equals("validation.response.body.unexpected"))
                    .map(message -> exchange.request().method() + " "
                            + exchange.request().path() + ": " + message.getKey() + " " + message.getMessage())
                    .toList();
        }
    }

    private static SimpleRequest request(Exchange exchange) {
        var asked = exchange.request();
        var request = new SimpleRequest.Builder(Method.valueOf(asked.method()), asked.path());
        for (var pair : asked.rawQuery().split("&", -1)) {
            if (!pair.isBlank()) {
                var parts = pair.split("=", 2);
                request.withQueryParam(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        asked.headers().forEach(request::withHeader);
        if (asked.body().length > 0) {
            request.withBody(asked.text());
        }
        return request.build();
    }

    private static SimpleResponse answer(Exchange exchange) {
        var response = new SimpleResponse.Builder(exchange.reply().status());
        exchange.reply().headers().forEach(response::withHeader);
        if (exchange.reply().body().length > 0) {
            response.withBody(new String(exchange.reply().body(), StandardCharsets.UTF_8));
        }
        return response.build();
    }
}
