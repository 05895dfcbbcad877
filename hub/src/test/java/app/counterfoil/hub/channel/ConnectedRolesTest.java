package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.Refusal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app may not see at its channel is told when it is connected, not order by order. */
class ConnectedRolesTest extends ChannelBench {

    @ParameterizedTest
    @ValueSource(strings = {"demo-amazon-noroles", "demo-amazon-noroles-403"})
    void anAppWithoutTheRoleForAddressesIsNotConnected(String client) {
        assertThatThrownBy(() -> connectChannel.connect(
                        shop,
                        OutsideService.AMAZON,
                        "Test",
                        List.of(client, "demo-amazon-secret", "demo-refresh-amazon-1")))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.wrong()).contains("no addresses");
                    assertThat(refused.mend()).contains("Direct-to-Consumer Shipping");
                });
        assertThat(accounts.of(shop)).isEmpty();
    }
}
