package app.counterfoil.sandbox.mailchimp;

import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import app.counterfoil.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All that Mailchimp knows: one audience for each key. People leave here as they do by its own links. */
public final class Mailchimp {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern LIST = Pattern.compile("/3\\.0/lists/([^/]+)/.*");
    private static final Map<String, String> LISTS = Map.of(
            "demo-mailchimp-1-us1", "a1b2c3d401",
            "demo-mailchimp-2-us1", "a1b2c3d402");

    private final World world;
    private final Tell tell;
    private final Map<String, Audience> audiences;

    /** Empty audiences, whose changes are dated by that world's clock. */
    public Mailchimp(World world) {
        this.world = world;
        this.tell = new Tell(world.clock());
        this.audiences = LISTS.values().stream().collect(Collectors.toMap(id -> id, Audience::new));
    }

    World world() {
        return world;
    }

    Tell tell() {
        return tell;
    }

    /** The members of an audience as it shows them. */
    public synchronized List<ObjectNode> members(String list) {
        return named(list).stream().flatMap(audience -> audience.all().stream()).toList();
    }

    /** In which state somebody is, by their address. */
    public synchronized Optional<String> statusOf(String list, String email) {
        return named(list)
                .flatMap(audience -> audience.member(Audience.hash(email)))
                .map(member -> member.path("status").asString(""));
    }

    /** Somebody presses unsubscribe in a campaign: all webhooks are told; with which statuses they have answered. */
    public List<Integer> unsubscribe(String list, String email) {
        synchronized (this) {
            var unused = named(list)
                    .flatMap(audience -> audience.status(
                            Audience.hash(email), "unsubscribed", world.clock().instant()));
        }
        return tell(list, tell.form("unsubscribe", list, email));
    }

    /** Posts a form to all webhooks of an audience, signed. */
    public List<Integer> tell(String list, String form) {
        return named(list).stream()
                .flatMap(audience -> audience.webhooks().stream())
                .map(webhook -> tell.post(webhook, form))
                .toList();
    }

    /** What is posted when somebody does that. */
    public String form(String type, String list, String email) {
        return tell.form(type, list, email);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        audiences.values().forEach(Audience::clear);
    }

    Optional<Audience> named(String list) {
        return Optional.ofNullable(audiences.get(list));
    }

    /** The audience that the path names, if the key may see it; else the refusal. */
    Stream<Audience> audience(Request request) {
        var key = request.header("authorization").map(Mailchimp::key).orElse("");
        var asked = LIST.matcher(request.path());
        return asked.matches() && asked.group(1).equals(LISTS.get(key))
                ? named(asked.group(1)).stream()
                : Stream.empty();
    }

    static boolean isKnown(Request request) {
        return request.header("authorization")
                .map(Mailchimp::key)
                .filter(LISTS::containsKey)
                .isPresent();
    }

    private static String key(String header) {
        if (!header.startsWith("Basic ")) {
            return header.replaceFirst("^Bearer ", "");
        }
        try {
            var decoded = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
            return decoded.substring(decoded.indexOf(':') + 1);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    static Reply problem(int status, String title, String detail) {
        var body = JSON.createObjectNode()
                .put("type", "https://mailchimp.com/developer/marketing/docs/errors/")
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", "00000000-0000-0000-0000-000000000000");
        return new Reply(status, Map.of("Content-Type", "application/problem+json"), JSON.writeValueAsBytes(body));
    }
}
