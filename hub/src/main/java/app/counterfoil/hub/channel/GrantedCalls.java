package app.counterfoil.hub.channel;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.Outside;
import app.counterfoil.hub.connection.ServiceUnusable;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;

/** Calls of one channel under access tokens, which are asked for when there is none that lives. */
public final class GrantedCalls {

    private final AccessGrant grant;
    private final AccessTokens tokens;
    private final Outside outside;
    private final Accounts accounts;

    GrantedCalls(AccessGrant grant, AccessTokens tokens, Outside outside, Accounts accounts) {
        this.grant = grant;
        this.tokens = tokens;
        this.outside = outside;
        this.accounts = accounts;
    }

    /**
     * The answer to a call of an account; one whose token is refused is made once more with a new one.
     *
     * @throws ServiceUnusable if there is no answer, or no token
     */
    public Outside.Answer call(Account account, HttpRequest.Builder request) {
        var answer = outside.call(grant.channel(), carrying(account, request));
        if (grant.refusesToken(answer.status())) {
            // A token can die before its hour; a second refusal is meant.
            tokens.drop(account.id());
            answer = outside.call(grant.channel(), carrying(account, request));
        }
        return answer;
    }

    /**
     * The answer to a call with credentials that are no account's yet; nothing of it is kept.
     *
     * @throws ServiceUnusable if there is no answer, or no token
     */
    public Outside.Answer tried(List<String> credentials, HttpRequest.Builder request) {
        return outside.call(
                grant.channel(), grant.carrying(request, asked(credentials).value()));
    }

    private HttpRequest.Builder carrying(Account account, HttpRequest.Builder request) {
        return grant.carrying(request, tokens.of(account.id(), () -> asked(accounts.credentials(account))));
    }

    private AccessTokens.Token asked(List<String> credentials) {
        var answer = outside.call(grant.channel(), grant.asking(credentials));
        // RFC 6749, section 5.2: what is wrong with the credentials themselves is told with this status.
        if (answer.status() == 400) {
            throw new ServiceUnusable(grant.channel(), ServiceUnusable.Kind.SIGN_IN, "invalid_grant", Optional.empty());
        }
        if (answer.status() != 200) {
            throw Outside.refusal(grant.channel(), answer);
        }
        try {
            var body = OrderJson.of(answer.body());
            return AccessTokens.Token.living(
                    body.at("access_token").requiredToken(),
                    body.at("expires_in").count());
        } catch (OrderUnreadable notAToken) {
            throw new ServiceUnusable(
                    grant.channel(), ServiceUnusable.Kind.NOT_UNDERSTOOD, "sign-in", Optional.empty());
        }
    }
}
