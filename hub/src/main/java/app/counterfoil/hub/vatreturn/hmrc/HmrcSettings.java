package app.counterfoil.hub.vatreturn.hmrc;

import app.counterfoil.hub.connection.CallsOut;
import app.counterfoil.hub.connection.OutsideService;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where HMRC is, and what its fraud prevention headers say of whoever runs this installation.
 *
 * @param api the API host, where tokens are given as well
 * @param signIn where people sign in
 * @param vendorPublicIp the public IP address from which the installation calls; empty if it is not told
 * @param licenseIds ids of licences of the installation as {@code name=id}, hashed by whoever sets them; empty for none
 */
@ConfigurationProperties("counterfoil.hmrc")
record HmrcSettings(
        @DefaultValue("https://api.service.hmrc.gov.uk") URI api,
        @DefaultValue("https://www.tax.service.gov.uk") URI signIn,
        @DefaultValue("") String vendorPublicIp,
        @DefaultValue("") String licenseIds)
        implements CallsOut {

    @Override
    public OutsideService service() {
        return OutsideService.HMRC;
    }

    @Override
    public List<URI> addresses() {
        return List.of(api, signIn);
    }
}
