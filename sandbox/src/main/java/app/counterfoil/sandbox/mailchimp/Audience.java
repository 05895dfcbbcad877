package app.counterfoil.sandbox.mailchimp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An audience with its members, who are named by the MD5 hash of their address in small letters. */
final class Audience {

    private static final JsonMapper JSON = new JsonMapper();

    private final String id;
    private final Map<String, ObjectNode> members = new LinkedHashMap<>();
    private final Set<String> forgotten = new HashSet<>();
    private final Map<String, Webhook> webhooks = new LinkedHashMap<>();

    Audience(String id) {
        this.id = id;
    }

    /**
     * Where changes are told.
     *
     * @param id its number
     * @param url where they are posted
     * @param told which kinds of changes, as they were asked for
     * @param secret with which they are signed
     */
    record Webhook(String id, String url, ObjectNode told, String secret) {}

    String id() {
        return id;
    }

    static String hash(String email) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            return HexFormat.of()
                    .formatHex(digest.digest(email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    Optional<ObjectNode> member(String hash) {
        return Optional.ofNullable(members.get(hash)).map(ObjectNode::deepCopy);
    }

    List<ObjectNode> all() {
        return members.values().stream().map(ObjectNode::deepCopy).toList();
    }

    ObjectNode put(String email, String status, Instant now) {
        var member = JSON.createObjectNode()
                .put("id", hash(email))
                .put("email_address", email)
                .put("unique_email_id", hash(email).substring(0, 10))
                .put("email_type", "html")
                .put("status", status)
                .put("timestamp_opt", written(now))
                .put("last_changed", written(now))
                .put("list_id", id);
        members.put(hash(email), member);
        return member.deepCopy();
    }

    Optional<ObjectNode> status(String hash, String status, Instant now) {
        return Optional.ofNullable(members.get(hash)).map(member -> {
            member.put("status", status).put("last_changed", written(now));
            return member.deepCopy();
        });
    }

    /** For good: the address cannot be added any more but by the person. */
    boolean forget(String hash) {
        forgotten.add(hash);
        return members.remove(hash) != null;
    }

    boolean isForgotten(String hash) {
        return forgotten.contains(hash);
    }

    void add(Webhook webhook) {
        webhooks.put(webhook.id(), webhook);
    }

    boolean removeWebhook(String webhook) {
        return webhooks.remove(webhook) != null;
    }

    List<Webhook> webhooks() {
        return List.copyOf(webhooks.values());
    }

    void clear() {
        members.clear();
        forgotten.clear();
        webhooks.clear();
    }

    static String written(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00");
    }
}
