package app.counterfoil.hub.dispatch.courier.royalmail;

import app.counterfoil.hub.connection.CallsOut;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.dispatch.CourierService;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Click & Drop is, and what can be chosen there.
 *
 * @param api the API host
 * @param services the services of the account; its API has no list of them, so an installation may say its own
 */
@ConfigurationProperties("counterfoil.royal-mail")
record RoyalMailSettings(
        @DefaultValue("https://api.parcel.royalmail.com") URI api, @DefaultValue List<CourierService> services)
        implements CallsOut {

    RoyalMailSettings {
        services = services.isEmpty()
                ? List.of(
                        new CourierService("TPN24", "Tracked 24", true, false, true),
                        new CourierService("TPS48", "Tracked 48", true, false, true),
                        new CourierService("SD1", "Special Delivery by 1 pm", true, false, true),
                        new CourierService("STL1", "1st Class, untracked", false, false, false),
                        new CourierService("MTE", "International Tracked", true, true, true))
                : List.copyOf(services);
    }

    @Override
    public OutsideService service() {
        return OutsideService.ROYAL_MAIL;
    }

    @Override
    public List<URI> addresses() {
        return List.of(api);
    }
}
