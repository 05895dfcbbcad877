package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.measure.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app may not see at its channel is told when it is connected, not order by order; and so is a wrong key. */
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

    @Test
    void aConsentAtEbayWithoutTheScopeForOrdersIsNotConnected() {
        assertThatThrownBy(() -> connectChannel.connect(
                        shop,
                        OutsideService.EBAY,
                        "Test",
                        List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-noscope")))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.wrong()).contains("does not let this app see orders");
                    assertThat(refused.mend()).contains("sell.fulfillment");
                });
        assertThat(accounts.of(shop)).isEmpty();
    }

    @Test
    void aMistypedKeyOfRoyalMailsIsNotConnectedAndARightOneIs() {
        assertThatThrownBy(() ->
                        connectChannel.connect(shop, OutsideService.ROYAL_MAIL, "Royal Mail", List.of("not-a-key")))
                .isInstanceOfSatisfying(ServiceUnusable.class, refused -> assertThat(refused.kind())
                        .isEqualTo(ServiceUnusable.Kind.SIGN_IN));
        assertThat(accounts.of(shop)).isEmpty();
        shops.connect(shop, OutsideService.ROYAL_MAIL);
        assertThat(accounts.of(shop)).hasSize(1);
    }
}
