package app.counterfoil.hub.accounting.quickbooks;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Outside;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.RenewedTokens;
import app.counterfoil.hub.connection.RenewedTokens.Signed;
import app.counterfoil.hub.connection.RenewingGrant;
import app.counterfoil.hub.connection.ServiceUnusable;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of QuickBooks. An access token lives an hour; another refresh token comes with the first sign-in of a day. */
@Component
class QuickBooksCalls implements RenewingGrant {

    static final String NAME = OutsideService.QUICKBOOKS.title();

    private static final JsonMapper JSON = new JsonMapper();

    /** The fields of the version of the API that is written for here. */
    private static final String VERSION = "minorversion=75";

    /** The most that QuickBooks tells at once. */
    private static final int MOST = 1000;

    private static final int COMPANY = 3;

    private final QuickBooksSettings settings;
    private final Outside outside;
    private final RenewedTokens tokens;

    QuickBooksCalls(QuickBooksSettings settings, Outside outside, RenewedTokens tokens) {
        this.settings = settings;
        this.outside = outside;
        this.tokens = tokens;
    }

    @Override
    public String service() {
        return NAME;
    }

    @Override
    public int refreshToken() {
        return 2;
    }

    @Override
    public HttpRequest.Builder asking(List<String> credentials) {
        var client = Base64.getEncoder()
                .encodeToString((credentials.get(0) + ":" + credentials.get(1)).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(settings.signIn().resolve("/oauth2/v1/tokens/bearer"))
                .header("Authorization", "Basic " + client)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(
                        "grant_type=refresh_token&refresh_token=" + encoded(credentials.get(refreshToken()))));
    }

    /** Signs in with credentials that are no account's yet, and looks whether the company is there; answers the next ones. */
    List<String> accepted(List<String> credentials) {
        var signed = tokens.tried(this, credentials);
        refuseUnlessDone(outside.call(NAME, under(signed, asked("Account", ""), HttpRequest.newBuilder())));
        return signed.credentials();
    }

    /** The answer to something that is put in; with the same key it is done once. */
    Outside.Answer post(Account account, String path, String key, JsonNode body) {
        var bytes = JSON.writeValueAsBytes(body);
        return tokens.call(
                this,
                account,
                signed -> under(
                        signed,
                        path + "?requestid=" + encoded(key) + "&" + VERSION,
                        HttpRequest.newBuilder()
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(bytes))));
    }

    /** All of a kind. */
    JsonNode all(Account account, String kind) {
        return queried(account, kind, "");
    }

    /** Those of a kind whose field has that value. */
    JsonNode where(Account account, String kind, String field, String value) {
        return queried(
                account,
                kind,
                " where " + field + " = '" + value.replace("\\", "\\\\").replace("'", "\\'") + "'");
    }

    private JsonNode queried(Account account, String kind, String where) {
        var answer = tokens.call(this, account, signed -> under(signed, asked(kind, where), HttpRequest.newBuilder()));
        refuseUnlessDone(answer);
        var told = json(answer).path("QueryResponse");
        if (!told.isObject()) {
            throw notUnderstood("no answer to a query");
        }
        return told.path(kind);
    }

    private static String asked(String kind, String where) {
        return "query?query=" + encoded("select * from " + kind + where + " maxresults " + MOST) + "&" + VERSION;
    }

    private HttpRequest.Builder under(Signed signed, String path, HttpRequest.Builder request) {
        var company = encoded(signed.credentials().get(COMPANY));
        return request.uri(settings.api().resolve("/v3/company/" + company + "/" + path))
                .setHeader("Authorization", "Bearer " + signed.token())
                .setHeader("Accept", "application/json");
    }

    static void refuseUnlessDone(Outside.Answer answer) {
        if (answer.status() / 100 != 2) {
            throw Outside.refusal(NAME, answer);
        }
    }

    static JsonNode json(Outside.Answer answer) {
        return Outside.json(NAME, answer);
    }

    static ServiceUnusable notUnderstood(String detail) {
        return ServiceUnusable.notUnderstood(NAME, detail);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
