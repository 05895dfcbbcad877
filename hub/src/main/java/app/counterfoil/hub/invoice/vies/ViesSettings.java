package app.counterfoil.hub.invoice.vies;

import app.counterfoil.hub.connection.CallsOut;
import app.counterfoil.hub.connection.OutsideService;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where VIES is.
 *
 * @param api the API host
 */
@ConfigurationProperties("counterfoil.vies")
record ViesSettings(@DefaultValue("https://ec.europa.eu") URI api) implements CallsOut {

    @Override
    public OutsideService service() {
        return OutsideService.VIES;
    }

    @Override
    public List<URI> addresses() {
        return List.of(api);
    }
}
