package app.counterfoil.hub.marketing.mailchimp;

import app.counterfoil.hub.connection.CallsOut;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.vault.Loopback;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Mailchimp is. Each account lives in one of its data centres, whose name is the end of the key, and is called at a
 * host of that name below this one.
 *
 * @param api the API host
 */
@ConfigurationProperties("counterfoil.mailchimp")
record MailchimpSettings(@DefaultValue("https://api.mailchimp.com") URI api) implements CallsOut {

    private static final Pattern DATA_CENTRE = Pattern.compile(".+-([a-z]{2}\\d{1,3})");

    @Override
    public OutsideService service() {
        return OutsideService.MAILCHIMP;
    }

    @Override
    public List<URI> addresses() {
        return List.of(api);
    }

    /** The host of the account with that key; on this machine, as in training, there is but one. */
    URI hostOf(String key) {
        var centre = DATA_CENTRE.matcher(key);
        if (!centre.matches()) {
            throw new ServiceUnusable(
                    OutsideService.MAILCHIMP.title(),
                    ServiceUnusable.Kind.SIGN_IN,
                    "the key does not end with a data centre, such as -us21",
                    Optional.empty());
        }
        return Loopback.isHost(api.getHost())
                ? api
                : URI.create(api.getScheme() + "://" + centre.group(1) + "." + api.getHost());
    }
}
