package app.counterfoil.hub.connection;

import app.counterfoil.hub.connection.ServiceUnusable.Kind;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls of services that replace the refresh token with each sign-in. The next one is sealed and committed before the access
 * token that came with it is used, so nothing but an answer that never arrives costs the connection: the protocol knows no
 * way back from that, and a person gives new credentials.
 */
@Component
public class RenewedTokens {

    private static final JsonMapper JSON = new JsonMapper();

    private final Outside outside;
    private final Accounts accounts;
    private final Map<UUID, Signed> sessions = new ConcurrentHashMap<>();
    /** What was granted but could not be written; the refresh token before it is spent. */
    private final Map<UUID, Unwritten> unwritten = new ConcurrentHashMap<>();

    RenewedTokens(Outside outside, Accounts accounts) {
        this.outside = outside;
        this.accounts = accounts;
    }

    /**
     * Access as it was granted.
     *
     * @param token the access token
     * @param credentials the credentials from then on, the next refresh token among them
     */
    public record Signed(String token, List<String> credentials) {
        /** Copies the credentials. */
        public Signed {
            credentials = List.copyOf(credentials);
        }

        @Override
        public String toString() {
            return "Signed[hidden]";
        }
    }

    private record Unwritten(List<String> before, Signed signed) {
        @Override
        public String toString() {
            return "Unwritten[hidden]";
        }
    }

    /**
     * The answer to a call of an account; one whose token is refused is made once more with a new one.
     *
     * @throws ServiceUnusable if there is no answer, or no token
     */
    public Outside.Answer call(RenewingGrant grant, Account account, Function<Signed, HttpRequest.Builder> request) {
        var signed = signed(grant, account);
        var answer = outside.call(grant.service(), request.apply(signed));
        if (answer.status() == 401) {
            // Only the one that was refused: another worker may have signed in anew meanwhile.
            sessions.remove(account.id(), signed);
            answer = outside.call(grant.service(), request.apply(signed(grant, account)));
        }
        return answer;
    }

    /**
     * Signs in with credentials that are no account's yet. The refresh token in them is spent by it: whoever keeps them keeps
     * those of the answer.
     *
     * @throws ServiceUnusable if they are refused or there is no answer
     */
    public Signed tried(RenewingGrant grant, List<String> credentials) {
        return asked(grant, credentials);
    }

    /** With the credentials goes what was given for them. */
    @TransactionalEventListener(fallbackExecution = true)
    void credentialsChanged(CredentialsChanged changed) {
        sessions.remove(changed.account());
        unwritten.remove(changed.account());
    }

    private Signed signed(RenewingGrant grant, Account account) {
        return sessions.computeIfAbsent(account.id(), unknown -> renewed(grant, account));
    }

    private Signed renewed(RenewingGrant grant, Account account) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A token that is renewed within a transaction would be lost with it.");
        }
        var granted = unwritten.computeIfAbsent(account.id(), unknown -> {
            var before = accounts.credentials(account);
            return new Unwritten(before, asked(grant, before));
        });
        accounts.renewed(account, granted.before(), granted.signed().credentials());
        unwritten.remove(account.id(), granted);
        return granted.signed();
    }

    private Signed asked(RenewingGrant grant, List<String> credentials) {
        var answer = outside.call(grant.service(), grant.asking(credentials));
        // RFC 6749, section 5.2: what is wrong with the credentials themselves is told with this status.
        if (answer.status() == 400) {
            throw new ServiceUnusable(grant.service(), Kind.SIGN_IN, "invalid_grant", Optional.empty());
        }
        if (answer.status() != 200) {
            throw Outside.refusal(grant.service(), answer);
        }
        try {
            var body = JSON.readTree(answer.body());
            var token = body.path("access_token").asString("");
            if (!token.isEmpty()) {
                return new Signed(
                        token,
                        with(grant, credentials, body.path("refresh_token").asString("")));
            }
        } catch (JacksonException notJson) {
            // Told below, without what was in it.
        }
        throw new ServiceUnusable(grant.service(), Kind.NOT_UNDERSTOOD, "sign-in", Optional.empty());
    }

    /** Without another refresh token the one that was sent goes on (RFC 6749, section 6). */
    private static List<String> with(RenewingGrant grant, List<String> credentials, String next) {
        var all = new ArrayList<>(credentials);
        if (!next.isEmpty()) {
            all.set(grant.refreshToken(), next);
        }
        return all;
    }
}
