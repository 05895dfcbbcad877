package app.counterfoil.hub.accounting.quickbooks;

import app.counterfoil.hub.connection.CallsOut;
import app.counterfoil.hub.connection.OutsideService;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where QuickBooks is.
 *
 * @param api the API host
 * @param signIn where tokens are given
 */
@ConfigurationProperties("counterfoil.quickbooks")
record QuickBooksSettings(
        @DefaultValue("https://quickbooks.api.intuit.com") URI api,
        @DefaultValue("https://oauth.platform.intuit.com") URI signIn)
        implements CallsOut {

    @Override
    public OutsideService service() {
        return OutsideService.QUICKBOOKS;
    }

    @Override
    public List<URI> addresses() {
        return List.of(api, signIn);
    }
}
