package app.counterfoil.sandbox.amazon;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.OpaqueToken;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Login with Amazon: a refresh token is exchanged for an access token that lives an hour. */
public final class AmazonSignIn implements Door {

    /** What the app's roles open to it. */
    enum Roles {
        /** All roles: buyers and recipients are named. */
        ALL,
        /** No restricted role: people are left out of the answers, and nothing says so. */
        NONE_SILENT,
        /** No restricted role: asking for people is refused. */
        NONE_REFUSED
    }

    /** A living access token. */
    record Session(String account, Roles roles, Instant endsAt) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Map<String, Roles> ROLES = Map.of(
            "demo-amazon-client", Roles.ALL,
            "demo-amazon-noroles", Roles.NONE_SILENT,
            "demo-amazon-noroles-403", Roles.NONE_REFUSED);

    private final Clock clock;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    /** Lets tokens live by the given clock. */
    public AmazonSignIn(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "amazon-auth";
    }

    @Override
    public boolean serves(String path) {
        return path.equals("/auth/o2/token");
    }

    @Override
    public Reply answer(Request request) {
        var roles = Optional.ofNullable(ROLES.get(request.form("client_id").orElse("")));
        if (roles.isEmpty() || !request.form("client_secret").equals(Optional.of("demo-amazon-secret"))) {
            return refusal(401, "invalid_client", "Client authentication failed");
        }
        if (!request.form("grant_type").equals(Optional.of("refresh_token"))) {
            return refusal(400, "unsupported_grant_type", "The authorization grant type is not supported");
        }
        var account =
                switch (request.form("refresh_token").orElse("")) {
                    case "demo-refresh-amazon-1" -> "amazon-1";
                    case "demo-refresh-amazon-2" -> "amazon-2";
                    default -> "";
                };
        if (account.isEmpty()) {
            return refusal(400, "invalid_grant", "The request has an invalid grant parameter : refresh_token");
        }
        var token = OpaqueToken.of("Atza|", 400);
        var now = clock.instant();
        sessions.values().removeIf(session -> !session.endsAt().isAfter(now));
        sessions.put(token, new Session(account, roles.get(), now.plus(LIFE)));
        return Reply.json(
                200,
                JSON.createObjectNode()
                        .put("access_token", token)
                        .put("refresh_token", request.form("refresh_token").orElse(""))
                        .put("token_type", "bearer")
                        .put("expires_in", LIFE.toSeconds()));
    }

    /** Whose access token it is, while it lives. */
    Optional<Session> session(String token) {
        return Optional.ofNullable(sessions.get(token))
                .filter(session -> session.endsAt().isAfter(clock.instant()));
    }

    /** Lets a token die. */
    void end(String token) {
        sessions.remove(token);
    }

    private static Reply refusal(int status, String error, String description) {
        return Reply.json(status, JSON.createObjectNode().put("error", error).put("error_description", description));
    }
}
