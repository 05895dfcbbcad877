package app.counterfoil.hub.connection;

import app.counterfoil.hub.retention.ChannelLimit;
import java.util.Arrays;
import java.util.List;

/** An outside service that accounts can be connected of, and the credentials it asks for. */
public enum OutsideService {
    /** Amazon's Selling Partner API. */
    AMAZON(
            Kind.CHANNEL,
            "Amazon",
            "Amazon",
            List.of("Client ID", "Client secret", "Refresh token"),
            ChannelLimit.AMAZON),
    /** eBay's Sell APIs. */
    EBAY(Kind.CHANNEL, "eBay", "eBay", List.of("Client ID", "Client secret", "Refresh token"), ChannelLimit.NONE),
    /** Royal Mail Click & Drop. */
    ROYAL_MAIL(Kind.COURIER, "Royal Mail Click & Drop", "Royal Mail", List.of("API key"), ChannelLimit.NONE);

    /** What a service is there for. */
    private enum Kind {
        CHANNEL,
        COURIER
    }

    private final Kind kind;
    private final String title;
    private final String shortTitle;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> credentials;

    private final ChannelLimit limit;

    OutsideService(Kind kind, String title, String shortTitle, List<String> credentials, ChannelLimit limit) {
        this.kind = kind;
        this.title = title;
        this.shortTitle = shortTitle;
        this.credentials = List.copyOf(credentials);
        this.limit = limit;
    }

    /** Those that sell. */
    public static List<OutsideService> channels() {
        return Arrays.stream(values()).filter(OutsideService::isChannel).toList();
    }

    /** The name people know. */
    public String title() {
        return title;
    }

    /** The name where room is short. */
    public String shortTitle() {
        return shortTitle;
    }

    /** What it asks for, in order. */
    public List<String> credentials() {
        return credentials;
    }

    /** What its contract allows at most of keeping the people of its orders. */
    public ChannelLimit limit() {
        return limit;
    }

    /** Where its credentials stand, as it goes on after "from". */
    public String whereToFind() {
        return isChannel() ? "your developer page at " + title : "the settings of your account at " + title;
    }

    /** Whether it sells, as a channel does. */
    public boolean isChannel() {
        return kind == Kind.CHANNEL;
    }
}
