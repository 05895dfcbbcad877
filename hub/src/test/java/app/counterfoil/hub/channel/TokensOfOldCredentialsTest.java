package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.Account;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What was given for credentials is of no use once these are changed or destroyed. */
class TokensOfOldCredentialsTest extends ChannelBench {

    @Autowired
    private AccessTokens tokens;

    @ParameterizedTest
    @ValueSource(strings = {"amazon", "ebay"})
    void withNewCredentialsANewTokenIsAskedFor(String channel) {
        var account = download(channel);
        assertThat(askedForTokens(channel, account)).isZero();
        connectChannel.renew(
                account,
                List.of(
                        "demo-" + channel + "-client",
                        "demo-" + channel + "-secret",
                        "demo-refresh-" + channel + "-1"));
        assertThat(askedForTokens(channel, account)).isOne();
    }

    @Test
    void ofAnAccountThatIsRemovedNoTokenStaysInMemory() {
        var account = download("ebay");
        accounts.remove(account);
        var made = new AtomicInteger();
        var fresh = tokens.of(account.id(), () -> AccessTokens.Token.living("token " + made.incrementAndGet(), 3600));
        assertThat(fresh).isEqualTo("token 1");
        tokens.drop(account.id());
    }

    private long askedForTokens(String channel, Account account) {
        var before = tokensAskedFor(channel);
        assertThat(downloadOrders.from(account)).isTrue();
        return tokensAskedFor(channel) - before;
    }

    private static long tokensAskedFor(String channel) {
        return SANDBOX.exchanges().all().stream()
                .filter(exchange -> exchange.api().equals(channel + "-auth"))
                .count();
    }
}
