package app.counterfoil.hub.accounting.sage;

import app.counterfoil.hub.connection.CallsOut;
import app.counterfoil.hub.connection.OutsideService;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Sage is.
 *
 * @param api the API host
 * @param signIn where tokens are given
 */
@ConfigurationProperties("counterfoil.sage")
record SageSettings(
        @DefaultValue("https://api.accounting.sage.com") URI api,
        @DefaultValue("https://oauth.accounting.sage.com") URI signIn)
        implements CallsOut {

    @Override
    public OutsideService service() {
        return OutsideService.SAGE;
    }

    @Override
    public List<URI> addresses() {
        return List.of(api, signIn);
    }
}
