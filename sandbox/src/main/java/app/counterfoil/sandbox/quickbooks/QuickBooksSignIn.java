package app.counterfoil.sandbox.quickbooks;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** QuickBooks' sign-in: a refresh token for an access token of an hour and the refresh token from then on. */
public final class QuickBooksSignIn implements Door {

    private static final JsonMapper JSON = new JsonMapper();

    private final QuickBooks quickBooks;

    /** Gives tokens for that world's companies. */
    public QuickBooksSignIn(QuickBooks quickBooks) {
        this.quickBooks = quickBooks;
    }

    @Override
    public String name() {
        return "quickbooks-auth";
    }

    @Override
    public boolean serves(String path) {
        return path.equals("/oauth2/v1/tokens/bearer");
    }

    @Override
    public Reply answer(Request request) {
        if (!request.form("grant_type").equals(Optional.of("refresh_token"))) {
            return refusal("unsupported_grant_type");
        }
        var pair = request.header("authorization")
                .map(QuickBooksSignIn::decoded)
                .orElse("")
                .split(":", 2);
        var granted = pair.length == 2
                ? quickBooks.signIn(
                        pair[0], pair[1], request.form("refresh_token").orElse(""))
                : Optional.<QuickBooks.Granted>empty();
        return granted.map(each -> Reply.json(
                        200,
                        JSON.createObjectNode()
                                .put("access_token", each.access())
                                .put("expires_in", QuickBooks.LIFE.toSeconds())
                                .put("token_type", "bearer")
                                .put("refresh_token", each.refresh())
                                .put("x_refresh_token_expires_in", QuickBooks.REFRESH_LIFE.toSeconds())))
                .orElseGet(() -> refusal("invalid_grant"));
    }

    private static String decoded(String header) {
        try {
            return new String(Base64.getDecoder().decode(header.replace("Basic ", "")), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static Reply refusal(String error) {
        return Reply.json(400, JSON.createObjectNode().put("error", error));
    }
}
