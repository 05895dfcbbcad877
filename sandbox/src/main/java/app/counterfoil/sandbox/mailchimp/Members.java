package app.counterfoil.sandbox.mailchimp;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Members of audiences: put, changed, archived, deleted for good, and listed. */
public final class Members implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PATH =
            Pattern.compile("/3\\.0/lists/[^/]+/members(?:/([0-9a-f]{32})(/actions/delete-permanent)?)?");
    private static final Set<String> STATUSES =
            Set.of("subscribed", "unsubscribed", "cleaned", "pending", "transactional");

    private final Mailchimp mailchimp;

    /** The members of that world's audiences. */
    public Members(Mailchimp mailchimp) {
        this.mailchimp = mailchimp;
    }

    @Override
    public String name() {
        return "mailchimp";
    }

    @Override
    public String call(Request request) {
        return switch (request.method()) {
            case "PUT" -> "mailchimp-put";
            case "PATCH" -> "mailchimp-patch";
            case "POST", "DELETE" -> "mailchimp-delete";
            default -> "mailchimp-read";
        };
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/3.0/lists/") && path.contains("/members");
    }

    @Override
    public Reply answer(Request request) {
        synchronized (mailchimp) {
            if (!Mailchimp.isKnown(request)) {
                return Mailchimp.problem(401, "API Key Invalid", "Your API key may be invalid.");
            }
            var path = PATH.matcher(request.path());
            var audience = mailchimp.audience(request).findFirst();
            if (audience.isEmpty() || !path.matches()) {
                return notFound();
            }
            var hash = path.group(1);
            if (hash == null) {
                return request.method().equals("GET") ? list(request, audience.get()) : Reply.empty(405);
            }
            if (path.group(2) != null) {
                return audience.get().forget(hash) ? Reply.empty(204) : notFound();
            }
            return one(request, audience.get(), hash);
        }
    }

    private Reply one(Request request, Audience audience, String hash) {
        return switch (request.method()) {
            case "GET" ->
                audience.member(hash).map(member -> Reply.json(200, member)).orElseGet(Members::notFound);
            case "PUT" -> put(audience, hash, body(request));
            case "PATCH" -> patch(audience, hash, body(request));
            case "DELETE" ->
                audience.status(hash, "archived", now())
                        .map(gone -> Reply.empty(204))
                        .orElseGet(Members::notFound);
            default -> Reply.empty(405);
        };
    }

    private Reply put(Audience audience, String hash, JsonNode body) {
        var email = body.path("email_address").asString("");
        var ifNew = body.path("status_if_new").asString("");
        if (email.isEmpty()
                || !STATUSES.contains(ifNew)
                || !Audience.hash(email).equals(hash)) {
            return Mailchimp.problem(400, "Invalid Resource", "The resource submitted could not be validated.");
        }
        if (audience.isForgotten(hash)) {
            return Mailchimp.problem(
                    400,
                    "Forgotten Email Not Subscribed",
                    email + " was permanently deleted and cannot be re-imported. The contact must re-subscribe.");
        }
        var known = audience.member(hash);
        if (known.isEmpty()) {
            return Reply.json(200, audience.put(email, body.path("status").asString(ifNew), now()));
        }
        return body.has("status") ? patch(audience, hash, body) : Reply.json(200, known.get());
    }

    private Reply patch(Audience audience, String hash, JsonNode body) {
        var status = body.path("status").asString("");
        var known = audience.member(hash);
        if (known.isEmpty()) {
            return notFound();
        }
        if (!STATUSES.contains(status)) {
            return Mailchimp.problem(400, "Invalid Resource", "The resource submitted could not be validated.");
        }
        if (status.equals("subscribed")
                && known.get().path("status").asString("").equals("unsubscribed")) {
            return Mailchimp.problem(
                    400, "Member In Compliance State", "The contact has left and cannot be subscribed.");
        }
        return Reply.json(200, audience.status(hash, status, now()).orElseThrow());
    }

    private static Reply list(Request request, Audience audience) {
        var status = request.query("status").orElse("");
        var since = request.query("unsubscribed_since");
        if (since.isPresent() && !status.equals("unsubscribed")) {
            return Mailchimp.problem(
                    400, "Invalid Resource", "unsubscribed_since goes with the status unsubscribed alone.");
        }
        try {
            var after =
                    since.map(text -> OffsetDateTime.parse(text).toInstant()).orElse(Instant.EPOCH);
            var found = audience.all().stream()
                    .filter(member -> status.isEmpty()
                            || member.path("status").asString("").equals(status))
                    .filter(member -> !changed(member).isBefore(after))
                    .toList();
            var body = JSON.createObjectNode().put("list_id", audience.id()).put("total_items", found.size());
            var members = body.putArray("members");
            found.stream()
                    .skip(Long.parseLong(request.query("offset").orElse("0")))
                    .limit(Math.min(1_000, Long.parseLong(request.query("count").orElse("10"))))
                    .forEach(members::add);
            return Reply.json(200, body);
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            return Mailchimp.problem(400, "Invalid Resource", "A parameter cannot be read.");
        }
    }

    private static Instant changed(JsonNode member) {
        return OffsetDateTime.parse(member.path("last_changed").asString("")).toInstant();
    }

    private static JsonNode body(Request request) {
        try {
            return JSON.readTree(request.body());
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }

    private Instant now() {
        return mailchimp.world().clock().instant();
    }

    private static Reply notFound() {
        return Mailchimp.problem(404, "Resource Not Found", "The requested resource could not be found.");
    }
}
