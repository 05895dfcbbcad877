package app.counterfoil.hub.channel.ebay;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where eBay is.
 *
 * @param api the API host
 */
@ConfigurationProperties("counterfoil.ebay")
record EbaySettings(@DefaultValue("https://api.ebay.com") URI api) {}
