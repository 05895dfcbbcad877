package app.counterfoil.hub.accounting.xero;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.CredentialsChanged;
import app.counterfoil.hub.connection.Outside;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.connection.ServiceUnusable.Kind;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.JsonNode;

/**
 * Calls of Xero under a custom connection: id and secret of the client for a token of half an hour, which is for one
 * organisation. So there is no refresh token, which would be lost with the first answer that does not arrive.
 */
@Component
class XeroCalls {

    static final String NAME = OutsideService.XERO.title();

    private static final String SCOPES = "accounting.transactions accounting.contacts accounting.settings.read";

    private final XeroSettings settings;
    private final Outside outside;
    private final Accounts accounts;
    private final Map<UUID, Session> sessions = new ConcurrentHashMap<>();

    XeroCalls(XeroSettings settings, Outside outside, Accounts accounts) {
        this.settings = settings;
        this.outside = outside;
        this.accounts = accounts;
    }

    /** A token is used until it is refused: nothing is asked of our clock about how long another's token lives. */
    private record Session(String token, String tenant) {
        @Override
        public String toString() {
            return "Session[hidden]";
        }
    }

    /**
     * The answer to a call of an account; one whose token is refused is made once more with a new one.
     *
     * @throws ServiceUnusable if there is no answer, or no token
     */
    Outside.Answer call(Account account, String path, HttpRequest.Builder request) {
        var answer = outside.call(NAME, under(session(account), path, request));
        if (answer.status() == 401) {
            sessions.remove(account.id());
            answer = outside.call(NAME, under(session(account), path, request));
        }
        return answer;
    }

    /** Signs in with credentials that are no account's yet, and makes that call; nothing of it is kept. */
    Outside.Answer tried(List<String> credentials, String path) {
        return outside.call(NAME, under(signedIn(credentials), path, HttpRequest.newBuilder()));
    }

    /** With the credentials goes what was given for them. */
    @TransactionalEventListener(fallbackExecution = true)
    void credentialsChanged(CredentialsChanged changed) {
        sessions.remove(changed.account());
    }

    private HttpRequest.Builder under(Session session, String path, HttpRequest.Builder request) {
        return request.uri(settings.api().resolve("/api.xro/2.0/" + path))
                .setHeader("Authorization", "Bearer " + session.token())
                .setHeader("xero-tenant-id", session.tenant())
                .setHeader("Accept", "application/json");
    }

    private Session session(Account account) {
        return sessions.computeIfAbsent(account.id(), unknown -> signedIn(accounts.credentials(account)));
    }

    private Session signedIn(List<String> credentials) {
        var basic = Base64.getEncoder()
                .encodeToString((credentials.get(0) + ":" + credentials.get(1)).getBytes(StandardCharsets.UTF_8));
        var answer = outside.call(
                NAME,
                HttpRequest.newBuilder(settings.signIn().resolve("/connect/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials&scope="
                                + URLEncoder.encode(SCOPES, StandardCharsets.UTF_8))));
        // RFC 6749, section 5.2: what is wrong with the credentials themselves is told with this status.
        if (answer.status() == 400) {
            throw new ServiceUnusable(NAME, Kind.SIGN_IN, "it does not know the client", Optional.empty());
        }
        refuseUnlessDone(answer);
        var token = json(answer).path("access_token").asString("");
        if (token.isEmpty()) {
            throw notUnderstood("no token");
        }
        return new Session(token, tenant(token));
    }

    private String tenant(String token) {
        var answer = outside.call(
                NAME,
                HttpRequest.newBuilder(URI.create(settings.api() + "/Connections"))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json"));
        refuseUnlessDone(answer);
        for (var each : json(answer)) {
            if (each.path("tenantType").asString("").equals("ORGANISATION")) {
                return each.path("tenantId").asString("");
            }
        }
        throw new ServiceUnusable(NAME, Kind.SIGN_IN, "the client is connected to no organisation", Optional.empty());
    }

    static void refuseUnlessDone(Outside.Answer answer) {
        if (answer.status() != 200) {
            throw Outside.refusal(NAME, answer);
        }
    }

    static JsonNode json(Outside.Answer answer) {
        return Outside.json(NAME, answer);
    }

    static ServiceUnusable notUnderstood(String detail) {
        return ServiceUnusable.notUnderstood(NAME, detail);
    }
}
