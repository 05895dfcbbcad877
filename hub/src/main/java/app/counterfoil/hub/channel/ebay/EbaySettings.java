package app.counterfoil.hub.channel.ebay;

import app.counterfoil.hub.connection.CallsOut;
import app.counterfoil.hub.connection.OutsideService;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where eBay is.
 *
 * @param api the API host
 */
@ConfigurationProperties("counterfoil.ebay")
record EbaySettings(@DefaultValue("https://api.ebay.com") URI api) implements CallsOut {

    @Override
    public OutsideService service() {
        return OutsideService.EBAY;
    }

    @Override
    public List<URI> addresses() {
        return List.of(api);
    }
}
