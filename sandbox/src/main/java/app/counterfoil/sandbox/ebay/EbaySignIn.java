package app.counterfoil.sandbox.ebay;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.OpaqueToken;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import app.counterfoil.sandbox.limit.RateLimits;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** eBay's OAuth: a refresh token is exchanged for a user token that lives two hours; calls are counted by app and day. */
public final class EbaySignIn implements Door {

    /** The one app there is. */
    static final String APP = "demo-ebay-client";

    /**
     * A living access token.
     *
     * @param account whose it is, or empty for the app's own
     * @param maySeeOrders whether it has the scope sell.fulfillment
     */
    private record Session(String account, boolean maySeeOrders, Instant endsAt) {}

    /** A seller's consent without the scope sell.fulfillment. */
    private static final String NO_SCOPE = "demo-refresh-ebay-noscope";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIFE = Duration.ofHours(2);
    private static final String CLIENT =
            "Basic " + Base64.getEncoder().encodeToString((APP + ":demo-ebay-secret").getBytes(StandardCharsets.UTF_8));
    /** Published by eBay in its OAuth rate limits. */
    private static final Map<String, Long> A_DAY =
            Map.of("client_credentials", 1_000L, "authorization_code", 10_000L, "refresh_token", 50_000L);

    private final Clock clock;
    private final RateLimits limits;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    /** Lets tokens live by the given clock. */
    public EbaySignIn(Clock clock, RateLimits limits) {
        this.clock = clock;
        this.limits = limits;
    }

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
        var grant = request.form("grant_type").orElse("");
        if (A_DAY.containsKey(grant) && !limits.allowToday("ebay-token-" + grant, APP, A_DAY.get(grant))) {
            return EbayOrders.tooMany();
        }
        if (grant.equals("client_credentials")) {
            return token("", false, "Application Access Token");
        }
        var account =
                switch (request.form("refresh_token").orElse("")) {
                    case "demo-refresh-ebay-1", NO_SCOPE -> "ebay-1";
                    case "demo-refresh-ebay-2" -> "ebay-2";
                    default -> "";
                };
        if (account.isEmpty() || !grant.equals("refresh_token")) {
            return refusal(
                    400,
                    "invalid_grant",
                    "the provided authorization refresh token is invalid or was issued to another client");
        }
        return token(account, !request.form("refresh_token").equals(Optional.of(NO_SCOPE)), "User Access Token");
    }

    /** Whose access token the header carries, while it lives; the app's own token is nobody's. */
    Optional<String> account(Optional<String> authorization) {
        return authorization
                .flatMap(header -> Optional.ofNullable(sessions.get(header.replace("Bearer ", ""))))
                .filter(session -> session.endsAt().isAfter(clock.instant()))
                .map(Session::account);
    }

    /** Whether the access token that the header carries was given with the scope for orders. */
    boolean maySeeOrders(Optional<String> authorization) {
        return authorization
                .flatMap(header -> Optional.ofNullable(sessions.get(header.replace("Bearer ", ""))))
                .filter(Session::maySeeOrders)
                .isPresent();
    }

    /** Lets a token die. */
    void end(Optional<String> authorization) {
        authorization.ifPresent(header -> sessions.remove(header.replace("Bearer ", "")));
    }

    private Reply token(String account, boolean maySeeOrders, String type) {
        var token = OpaqueToken.of("v^1.1#i^1#", 2_000);
        var now = clock.instant();
        sessions.values().removeIf(session -> !session.endsAt().isAfter(now));
        sessions.put(token, new Session(account, maySeeOrders, now.plus(LIFE)));
        return Reply.json(
                200,
                JSON.createObjectNode()
                        .put("access_token", token)
                        .put("expires_in", LIFE.toSeconds())
                        .put("token_type", type));
    }

    private static Reply refusal(int status, String error, String description) {
        return Reply.json(status, JSON.createObjectNode().put("error", error).put("error_description", description));
    }
}
