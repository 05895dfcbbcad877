package app.counterfoil.sandbox.amazon;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Login with Amazon: a refresh token is exchanged for an access token that lives an hour. */
public final class AmazonSignIn implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private final Map<String, String> accountByToken = new ConcurrentHashMap<>();

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
        if (!request.form("client_id").equals(Optional.of("demo-amazon-client"))
                || !request.form("client_secret").equals(Optional.of("demo-amazon-secret"))) {
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
        var token = "Atza|" + UUID.randomUUID();
        accountByToken.put(token, account);
        return Reply.json(
                200,
                JSON.createObjectNode()
                        .put("access_token", token)
                        .put("refresh_token", request.form("refresh_token").orElse(""))
                        .put("token_type", "bearer")
                        .put("expires_in", 3600));
    }

    /** Whose access token it is, while it lives. */
    Optional<String> account(String token) {
        return Optional.ofNullable(accountByToken.get(token));
    }

    /** Lets a token die. */
    void end(String token) {
        accountByToken.remove(token);
    }

    private static Reply refusal(int status, String error, String description) {
        return Reply.json(status, JSON.createObjectNode().put("error", error).put("error_description", description));
    }
}
