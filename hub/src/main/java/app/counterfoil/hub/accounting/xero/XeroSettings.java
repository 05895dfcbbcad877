package app.counterfoil.hub.accounting.xero;

import app.counterfoil.hub.connection.CallsOut;
import app.counterfoil.hub.connection.OutsideService;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Xero is.
 *
 * @param api the API host
 * @param signIn where tokens are given
 */
@ConfigurationProperties("counterfoil.xero")
record XeroSettings(
        @DefaultValue("https://api.xero.com") URI api, @DefaultValue("https://identity.xero.com") URI signIn)
        implements CallsOut {

    @Override
    public OutsideService service() {
        return OutsideService.XERO;
    }

    @Override
    public List<URI> addresses() {
        return List.of(api, signIn);
    }
}
