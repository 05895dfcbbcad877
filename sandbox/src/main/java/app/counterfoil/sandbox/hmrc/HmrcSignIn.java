package app.counterfoil.sandbox.hmrc;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * HMRC's OAuth 2.0: its page, at which everybody grants at once what is asked for, and its tokens. A token to refresh with is
 * exchanged once.
 */
public final class HmrcSignIn implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PAGE = "/oauth/authorize";
    private static final String TOKEN = "/oauth/token";

    private final Hmrc hmrc;

    /** Grants at that office. */
    public HmrcSignIn(Hmrc hmrc) {
        this.hmrc = hmrc;
    }

    @Override
    public String name() {
        return "hmrc-auth";
    }

    @Override
    public boolean serves(String path) {
        return Set.of(PAGE, TOKEN).contains(path);
    }

    @Override
    public Reply answer(Request request) {
        return request.path().equals(PAGE) ? page(request) : token(request);
    }

    private Reply page(Request request) {
        var client = request.query("client_id").orElse("");
        var back = request.query("redirect_uri").orElse("");
        if (!hmrc.knows(client)
                || back.isEmpty()
                || !request.query("response_type").equals(Optional.of("code"))
                || !request.query("scope").orElse("").contains("write:vat")) {
            return Reply.text(400, "text/plain", "This program is not known here, or asks for something else.");
        }
        return Reply.empty(302)
                .with(
                        "Location",
                        back + "?code=" + encoded(hmrc.code(client)) + "&state="
                                + encoded(request.query("state").orElse("")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Reply token(Request request) {
        var client = request.form("client_id").orElse("");
        if (!hmrc.knows(client, request.form("client_secret").orElse(""))) {
            return refusal(401, "invalid_client");
        }
        var granted =
                switch (request.form("grant_type").orElse("")) {
                    case "client_credentials" -> true;
                    case "authorization_code" ->
                        !request.form("redirect_uri").orElse("").isEmpty()
                                && hmrc.spendCode(request.form("code").orElse(""), client);
                    case "refresh_token" ->
                        hmrc.spendRefresh(request.form("refresh_token").orElse(""), client);
                    default -> false;
                };
        if (!granted) {
            return refusal(400, "invalid_grant");
        }
        var answer = JSON.createObjectNode()
                .put("access_token", hmrc.session())
                .put("token_type", "bearer")
                .put("expires_in", Hmrc.LIFE.toSeconds());
        if (!request.form("grant_type").equals(Optional.of("client_credentials"))) {
            answer.put("refresh_token", hmrc.refresh(client)).put("scope", "read:vat write:vat");
        }
        return Reply.json(200, answer);
    }

    private static Reply refusal(int status, String error) {
        return Reply.json(status, JSON.createObjectNode().put("error", error));
    }
}
