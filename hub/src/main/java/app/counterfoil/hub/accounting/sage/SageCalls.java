package app.counterfoil.hub.accounting.sage;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Outside;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.RenewedTokens;
import app.counterfoil.hub.connection.RenewedTokens.Signed;
import app.counterfoil.hub.connection.RenewingGrant;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.connection.ServiceUnusable.Kind;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls of Sage. An access token lives five minutes and each refresh token serves once; a user can have several businesses,
 * so each call says which.
 */
@Component
class SageCalls implements RenewingGrant {

    static final String NAME = OutsideService.SAGE.title();

    private static final JsonMapper JSON = new JsonMapper();

    /** The most that Sage tells on a page. */
    private static final int PAGE = 200;

    private static final int MOST_PAGES = 20;

    private static final int BUSINESS = 3;

    private final SageSettings settings;
    private final Outside outside;
    private final RenewedTokens tokens;

    SageCalls(SageSettings settings, Outside outside, RenewedTokens tokens) {
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
        var form = "grant_type=refresh_token&client_id=" + encoded(credentials.get(0)) + "&client_secret="
                + encoded(credentials.get(1)) + "&refresh_token=" + encoded(credentials.get(refreshToken()));
        return HttpRequest.newBuilder(settings.signIn().resolve("/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form));
    }

    /** Signs in with credentials that are no account's yet, and looks whether the business is there; answers the next ones. */
    List<String> accepted(List<String> credentials) {
        var signed = tokens.tried(this, credentials);
        var answer = outside.call(NAME, under(signed, "ledger_accounts?items_per_page=1", HttpRequest.newBuilder()));
        if (answer.status() == 404) {
            throw new ServiceUnusable(NAME, Kind.SIGN_IN, "it does not know the business", Optional.empty());
        }
        refuseUnlessDone(answer);
        return signed.credentials();
    }

    /** The answer to something that is put in. */
    Outside.Answer post(Account account, String path, JsonNode body) {
        var bytes = JSON.writeValueAsBytes(body);
        return tokens.call(
                this,
                account,
                signed -> under(
                        signed,
                        path,
                        HttpRequest.newBuilder()
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(bytes))));
    }

    /**
     * All that is listed under a path, page by page.
     *
     * @throws ServiceUnusable if it cannot be asked, or tells without an end
     */
    List<JsonNode> all(Account account, String path) {
        var found = new ArrayList<JsonNode>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            var asked =
                    path + (path.contains("?") ? "&" : "?") + "attributes=all&items_per_page=" + PAGE + "&page=" + page;
            var answer = tokens.call(this, account, signed -> under(signed, asked, HttpRequest.newBuilder()));
            refuseUnlessDone(answer);
            var told = json(answer);
            // The published contract answers a list; the guides beside it, and what is there today, put it into a page.
            var items = told.isArray() ? told : told.path("$items");
            if (!items.isArray()) {
                throw notUnderstood("no list");
            }
            items.forEach(found::add);
            if (items.size() < PAGE) {
                return found;
            }
        }
        throw notUnderstood("a list without an end");
    }

    private HttpRequest.Builder under(Signed signed, String path, HttpRequest.Builder request) {
        return request.uri(settings.api().resolve("/v3.1/" + path))
                .setHeader("Authorization", "Bearer " + signed.token())
                .setHeader("X-Business", signed.credentials().get(BUSINESS))
                .setHeader("Accept", "application/json");
    }

    /** Any status of success will do: whether it is what was asked for is told by the answer itself. */
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

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
