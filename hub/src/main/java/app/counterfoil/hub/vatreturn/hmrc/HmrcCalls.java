package app.counterfoil.hub.vatreturn.hmrc;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.CredentialsChanged;
import app.counterfoil.hub.connection.Outside;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.connection.ServiceUnusable.Kind;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.vatreturn.NotGranted;
import app.counterfoil.hub.vatreturn.TaxOffice.Call;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.JsonNode;

/**
 * Calls of HMRC for a business, under what a person has granted. A token to refresh with counts once: the next one is kept,
 * sealed with the credentials, before the access token that came with it is used.
 */
@Component
class HmrcCalls {

    static final String NAME = OutsideService.HMRC.shortTitle();

    /** Id and secret of the client, the token to refresh with, and the VAT number; without the token until it is granted. */
    private static final int GRANTED = 4;

    private final HmrcSettings settings;
    private final FraudPrevention fraudPrevention;
    private final Outside outside;
    private final Accounts accounts;
    private final Map<UUID, String> tokens = new ConcurrentHashMap<>();

    HmrcCalls(HmrcSettings settings, Outside outside, Accounts accounts) {
        this.settings = settings;
        this.fraudPrevention = new FraudPrevention(settings);
        this.outside = outside;
        this.accounts = accounts;
    }

    /**
     * The answer to a call; one whose token is refused is made once more with a new one.
     *
     * @param path what follows the number of the business
     * @throws NotGranted if nobody has let us act, or not any more
     * @throws ServiceUnusable if there is no answer
     */
    Outside.Answer call(Call call, String path, HttpRequest.Builder request) {
        call.leave().refuseUnlessWritten(call.account().id(), Set.of(DataCategory.DEVICE));
        var headers = fraudPrevention.of(call.device());
        headers.forEach(request::setHeader);
        request.setHeader("Accept", "application/vnd.hmrc.1.0+json")
                .uri(URI.create(settings.api() + "/organisations/vat/" + vatNumber(call.account()) + "/" + path));
        var account = call.account();
        var known = Optional.ofNullable(tokens.get(account.id()));
        var answer = outside.call(NAME, under(known.orElseGet(() -> refreshed(account)), request));
        if (answer.status() == 401) {
            tokens.remove(account.id());
            answer = outside.call(NAME, under(refreshed(account), request));
        }
        return answer;
    }

    private static HttpRequest.Builder under(String token, HttpRequest.Builder request) {
        return request.setHeader("Authorization", "Bearer " + token);
    }

    boolean isGranted(Account account) {
        return accounts.credentials(account).size() == GRANTED;
    }

    /** With the credentials goes what was given for them. */
    @TransactionalEventListener(fallbackExecution = true)
    void credentialsChanged(CredentialsChanged changed) {
        tokens.remove(changed.account());
    }

    /** Looks whether HMRC knows the program, which needs nobody to sign in. */
    void check(List<String> credentials) {
        var answer = token(credentials, Map.of("grant_type", "client_credentials"));
        if (answer.status() != 200) {
            throw new ServiceUnusable(NAME, Kind.SIGN_IN, "it does not know the client", Optional.empty());
        }
        if (!number(credentials).matches("\\d{9}")) {
            throw new ServiceUnusable(NAME, Kind.SIGN_IN, "a VAT number has nine digits", Optional.empty());
        }
    }

    /** Exchanges the code that a person has come back with. */
    void grant(Account account, String code, URI back) {
        var credentials = accounts.credentials(account);
        keep(
                account,
                credentials,
                token(
                        credentials,
                        Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", back.toString())));
    }

    URI signInPage(Account account, URI back, String state) {
        var client = accounts.credentials(account).get(0);
        return URI.create(settings.signIn() + "/oauth/authorize?response_type=code&client_id="
                + FraudPrevention.encoded(client) + "&scope=read%3Avat%20write%3Avat&state="
                + FraudPrevention.encoded(state) + "&redirect_uri=" + FraudPrevention.encoded(back.toString()));
    }

    /** Two at the same time would spend the same token, and the second would lose what the first was given. */
    private synchronized String refreshed(Account account) {
        var credentials = accounts.credentials(account);
        if (credentials.size() != GRANTED) {
            throw new NotGranted(NAME);
        }
        var answer = token(
                credentials, Map.of("grant_type", "refresh_token", "refresh_token", credentials.get(GRANTED - 2)));
        return keep(account, credentials, answer);
    }

    private String keep(Account account, List<String> credentials, Outside.Answer answer) {
        if (answer.status() == 400 || answer.status() == 401) {
            throw new NotGranted(NAME);
        }
        if (answer.status() != 200) {
            throw Outside.refusal(NAME, answer);
        }
        var json = json(answer);
        var token = json.path("access_token").asString("");
        var refresh = json.path("refresh_token").asString("");
        if (token.isEmpty() || refresh.isEmpty()) {
            throw notUnderstood("no token");
        }
        var kept = new ArrayList<>(credentials.subList(0, 2));
        kept.add(refresh);
        kept.add(number(credentials));
        accounts.renew(account, kept);
        tokens.put(account.id(), token);
        return token;
    }

    private Outside.Answer token(List<String> credentials, Map<String, String> asked) {
        var form = asked.entrySet().stream()
                .map(field -> field.getKey() + "=" + FraudPrevention.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return outside.call(
                NAME,
                HttpRequest.newBuilder(URI.create(settings.api() + "/oauth/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form + "&client_id=" + FraudPrevention.encoded(credentials.get(0))
                                + "&client_secret=" + FraudPrevention.encoded(credentials.get(1)))));
    }

    private String vatNumber(Account account) {
        return number(accounts.credentials(account));
    }

    /** As people write it, with or without the country. */
    private static String number(List<String> credentials) {
        return credentials.get(credentials.size() - 1).replaceAll("[^0-9]", "");
    }

    static JsonNode json(Outside.Answer answer) {
        return Outside.json(NAME, answer);
    }

    static ServiceUnusable notUnderstood(String detail) {
        return ServiceUnusable.notUnderstood(NAME, detail);
    }
}
