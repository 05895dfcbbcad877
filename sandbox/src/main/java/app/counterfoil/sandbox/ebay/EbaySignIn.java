package app.counterfoil.sandbox.ebay;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** eBay's OAuth: a refresh token is exchanged for a user token that lives two hours. */
public final class EbaySignIn implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CLIENT = "Basic "
            + Base64.getEncoder().encodeToString("demo-ebay-client:demo-ebay-secret".getBytes(StandardCharsets.UTF_8));
    private final Map<String, String> accountByToken = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "ebay-auth";
    }

    @Override
    public boolean serves(String path) {
        return path.equals("/identity/v1/oauth2/token");
    }

    @Override
    public Reply answer(Request request) {
        if (!request.header("authorization").equals(Optional.of(CLIENT))) {
            return refusal(401, "invalid_client", "client authentication failed");
        }
        if (request.form("grant_type").equals(Optional.of("client_credentials"))) {
            return token("");
        }
        var account =
                switch (request.form("refresh_token").orElse("")) {
                    case "demo-refresh-ebay-1" -> "ebay-1";
                    case "demo-refresh-ebay-2" -> "ebay-2";
                    default -> "";
                };
        if (account.isEmpty() || !request.form("grant_type").equals(Optional.of("refresh_token"))) {
            return refusal(
                    400,
                    "invalid_grant",
                    "the provided authorization refresh token is invalid or was issued to another client");
        }
        return token(account);
    }

    /** Whose access token the header carries, while it lives. */
    Optional<String> account(Optional<String> authorization) {
        return authorization.map(header -> accountByToken.getOrDefault(header.replace("Bearer ", ""), ""));
    }

    /** Lets a token die. */
    void end(Optional<String> authorization) {
        authorization.ifPresent(header -> accountByToken.remove(header.replace("Bearer ", "")));
    }

    private Reply token(String account) {
        var token = "v^1.1#" + UUID.randomUUID();
        accountByToken.put(token, account);
        return Reply.json(
                200,
                JSON.createObjectNode()
                        .put("access_token", token)
                        .put("expires_in", 7200)
                        .put("token_type", "User Access Token"));
    }

    private static Reply refusal(int status, String error, String description) {
        return Reply.json(status, JSON.createObjectNode().put("error", error).put("error_description", description));
    }
}
