package app.counterfoil.hub.channel;

import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.CredentialsChanged;
import app.counterfoil.hub.connection.Outside;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Access tokens of channel accounts, kept in memory while they live and their credentials are in use; two workers never
 * renew the same one at once.
 */
@Component
public class AccessTokens {

    /**
     * A token.
     *
     * @param value what is sent; not printed
     * @param endsAt when it dies
     */
    record Token(String value, Instant endsAt) {
        /** A token that lives so many seconds from now, less a minute for the way. */
        static Token living(String value, long seconds) {
            return new Token(value, Instant.now().plus(Duration.ofSeconds(Math.max(30, seconds - 60))));
        }

        @Override
        public String toString() {
            return "Token[hidden]";
        }
    }

    private final Map<UUID, Token> tokens = new ConcurrentHashMap<>();
    private final Outside outside;
    private final Accounts accounts;

    AccessTokens(Outside outside, Accounts accounts) {
        this.outside = outside;
        this.accounts = accounts;
    }

    /** Calls under the tokens that are granted so. */
    public GrantedCalls under(AccessGrant grant) {
        return new GrantedCalls(grant, this, outside, accounts);
    }

    /** The living token of the account, renewed if there is none. */
    String of(UUID account, Supplier<Token> renewal) {
        return tokens.compute(
                        account,
                        (id, token) -> token == null || token.endsAt().isBefore(Instant.now()) ? renewal.get() : token)
                .value();
    }

    /** With the credentials goes what was given for them. */
    @TransactionalEventListener(fallbackExecution = true)
    void credentialsChanged(CredentialsChanged changed) {
        drop(changed.account());
    }

    /** Forgets a token that the channel refused. */
    void drop(UUID account) {
        tokens.remove(account);
    }
}
