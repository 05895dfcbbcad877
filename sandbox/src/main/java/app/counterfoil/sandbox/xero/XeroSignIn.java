package app.counterfoil.sandbox.xero;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Xero's sign-in for custom connections: id and secret of the client for a token of half an hour. */
public final class XeroSignIn implements Door {

    private static final JsonMapper JSON = new JsonMapper();

    private final Xero xero;

    /** Gives tokens for that world's organisations. */
    public XeroSignIn(Xero xero) {
        this.xero = xero;
    }

    @Override
    public String name() {
        return "xero-auth";
    }

    @Override
    public boolean serves(String path) {
        return path.equals("/connect/token");
    }

    @Override
    public Reply answer(Request request) {
        if (!request.form("grant_type").equals(Optional.of("client_credentials"))) {
            return refusal("unsupported_grant_type");
        }
        var pair = request.header("authorization")
                .map(XeroSignIn::decoded)
                .orElse("")
                .split(":", 2);
        return (pair.length == 2 ? xero.signIn(pair[0], pair[1]) : Optional.<String>empty())
                .map(token -> Reply.json(
                        200,
                        JSON.createObjectNode()
                                .put("access_token", token)
                                .put("expires_in", Xero.LIFE.toSeconds())
                                .put("token_type", "Bearer")
                                .put("scope", request.form("scope").orElse(""))))
                .orElseGet(() -> refusal("invalid_client"));
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
