package app.counterfoil.sandbox.admin;

import app.counterfoil.sandbox.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows an exchange: all of it that is kept. */
final class ExchangeJson {

    private static final JsonMapper JSON = new JsonMapper();

    private ExchangeJson() {}

    static ObjectNode of(Exchange exchange) {
        var request = exchange.request();
        var reply = exchange.reply();
        var shown = JSON.createObjectNode();
        shown.put("at", exchange.at().toString())
                .put("api", exchange.api())
                .put("method", request.method())
                .put("path", request.path())
                .put("query", request.rawQuery());
        shown.set("headers", JSON.valueToTree(request.headers()));
        body(shown, "body", request.headers().getOrDefault("content-type", "text/plain"), request.body());
        shown.put("status", reply.status());
        shown.set("answerHeaders", JSON.valueToTree(reply.headers()));
        body(shown, "answer", reply.headers().getOrDefault("Content-Type", "text/plain"), reply.body());
        exchange.fault().ifPresent(fault -> shown.put("fault", fault.name()));
        return shown;
    }

    private static void body(ObjectNode shown, String name, String type, byte[] body) {
        if (type.toLowerCase(Locale.ROOT).contains("pdf")) {
            shown.put(name + "Base64", Base64.getEncoder().encodeToString(body));
        } else {
            shown.put(name, new String(body, StandardCharsets.UTF_8));
        }
    }
}
