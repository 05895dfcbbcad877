package app.counterfoil.sandbox.mailchimp;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.OpaqueToken;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Webhooks of audiences: whoever is to be told is asked first whether they are there. */
public final class Webhooks implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PATH = Pattern.compile("/3\\.0/lists/[^/]+/webhooks(?:/([^/]+))?");

    private final Mailchimp mailchimp;
    private int lastNumber = 100;

    /** The webhooks of that world's audiences. */
    public Webhooks(Mailchimp mailchimp) {
        this.mailchimp = mailchimp;
    }

    @Override
    public String name() {
        return "mailchimp-webhooks";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/3.0/lists/") && path.contains("/webhooks");
    }

    @Override
    public Reply answer(Request request) {
        if (!Mailchimp.isKnown(request)) {
            return Mailchimp.problem(401, "API Key Invalid", "Your API key may be invalid.");
        }
        var path = PATH.matcher(request.path());
        var audience = mailchimp.audience(request).findFirst();
        if (audience.isEmpty() || !path.matches()) {
            return notFound();
        }
        return switch (request.method() + (path.group(1) == null ? "" : " one")) {
            case "GET" -> list(audience.get());
            case "POST" -> add(audience.get(), request);
            case "DELETE one" -> audience.get().removeWebhook(path.group(1)) ? Reply.empty(204) : notFound();
            default -> Reply.empty(405);
        };
    }

    /** Without the lock of the audiences: whoever is asked may ask back. */
    private Reply add(Audience audience, Request request) {
        var asked = body(request);
        var url = asked.path("url").asString("");
        if (url.isEmpty() || !mailchimp.tell().answers(url)) {
            return Mailchimp.problem(400, "Invalid Resource", "We could not connect to the URL.");
        }
        synchronized (mailchimp) {
            var told = JSON.createObjectNode();
            told.set("events", asked.path("events"));
            told.set("sources", asked.path("sources"));
            var webhook = new Audience.Webhook(
                    "wh" + ++lastNumber, url, told, OpaqueToken.of("", 40).replaceAll("[^A-Za-z0-9]", "x"));
            audience.add(webhook);
            return Reply.json(200, shown(audience, webhook).put("signing_secret", webhook.secret()));
        }
    }

    private static Reply list(Audience audience) {
        var body = JSON.createObjectNode().put("list_id", audience.id());
        var all = body.putArray("webhooks");
        audience.webhooks().forEach(webhook -> all.add(shown(audience, webhook)));
        return Reply.json(200, body.put("total_items", all.size()));
    }

    private static ObjectNode shown(Audience audience, Audience.Webhook webhook) {
        var shown = webhook.told().deepCopy();
        return shown.put("id", webhook.id()).put("url", webhook.url()).put("list_id", audience.id());
    }

    private static JsonNode body(Request request) {
        try {
            return JSON.readTree(request.body());
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }

    private static Reply notFound() {
        return Mailchimp.problem(404, "Resource Not Found", "The requested resource could not be found.");
    }
}
