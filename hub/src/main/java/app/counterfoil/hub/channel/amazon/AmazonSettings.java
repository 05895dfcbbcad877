package app.counterfoil.hub.channel.amazon;

import app.counterfoil.hub.connection.CallsOut;
import app.counterfoil.hub.connection.OutsideService;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Amazon is.
 *
 * @param api the Selling Partner API of the region
 * @param signIn Login with Amazon
 * @param marketplace where an order was sold that does not say it
 */
@ConfigurationProperties("counterfoil.amazon")
record AmazonSettings(
        @DefaultValue("https://sellingpartnerapi-eu.amazon.com") URI api,
        @DefaultValue("https://api.amazon.com") URI signIn,
        @DefaultValue("A1F83G8C2ARO7P") String marketplace)
        implements CallsOut {

    @Override
    public OutsideService service() {
        return OutsideService.AMAZON;
    }

    @Override
    public List<URI> addresses() {
        return List.of(api, signIn);
    }
}
