package app.counterfoil.sandbox.sage;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Sage's sign-in: a refresh token for an access token of five minutes and another refresh token; each serves once. */
public final class SageSignIn implements Door {

    private static final JsonMapper JSON = new JsonMapper();

    private final Sage sage;

    /** Gives tokens for that world's businesses. */
    public SageSignIn(Sage sage) {
        this.sage = sage;
    }

    @Override
    public String name() {
        return "sage-auth";
    }

    @Override
    public boolean serves(String path) {
        return path.equals("/token");
    }

    @Override
    public Reply answer(Request request) {
        if (!request.form("grant_type").equals(Optional.of("refresh_token"))) {
            return refusal("unsupported_grant_type");
        }
        return sage.signIn(
                        request.form("client_id").orElse(""),
                        request.form("client_secret").orElse(""),
                        request.form("refresh_token").orElse(""))
                .map(granted -> Reply.json(
                        200,
                        JSON.createObjectNode()
                                .put("access_token", granted.access())
                                .put("expires_in", Sage.LIFE.toSeconds())
                                .put("token_type", "bearer")
                                .put("refresh_token", granted.refresh())
                                .put("refresh_token_expires_in", Sage.REFRESH_LIFE.toSeconds())
                                .put("scope", "full_access")
                                .put("requested_by_id", "7f9f5cb8-0000-4000-8000-000000000000")))
                .orElseGet(() -> refusal("invalid_grant"));
    }

    private static Reply refusal(String error) {
        return Reply.json(400, JSON.createObjectNode().put("error", error));
    }
}
