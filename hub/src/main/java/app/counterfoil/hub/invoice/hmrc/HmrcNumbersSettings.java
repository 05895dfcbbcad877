package app.counterfoil.hub.invoice.hmrc;

import app.counterfoil.hub.connection.CallsOut;
import app.counterfoil.hub.connection.OutsideService;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where HMRC's check of VAT numbers is.
 *
 * @param api the API host, where tokens are given as well
 */
@ConfigurationProperties("counterfoil.hmrc-numbers")
record HmrcNumbersSettings(@DefaultValue("https://api.service.hmrc.gov.uk") URI api) implements CallsOut {

    @Override
    public OutsideService service() {
        return OutsideService.HMRC_NUMBERS;
    }

    @Override
    public List<URI> addresses() {
        return List.of(api);
    }
}
