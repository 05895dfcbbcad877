package app.counterfoil.hub.connection;

import java.util.List;

/** An outside service that accounts can be connected of, and the credentials it asks for. */
public enum OutsideService {
    /** Amazon's Selling Partner API. */
    AMAZON("Amazon", List.of("Client ID", "Client secret", "Refresh token")),
    /** eBay's Sell APIs. */
    EBAY("eBay", List.of("Client ID", "Client secret", "Refresh token")),
    /** Royal Mail Click & Drop. */
    ROYAL_MAIL("Royal Mail Click & Drop", List.of("API key"));

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> credentials;

    OutsideService(String title, List<String> credentials) {
        this.title = title;
        this.credentials = List.copyOf(credentials);
    }

    /** The name people know. */
    public String title() {
        return title;
    }

    /** The name where room is short. */
    public String shortTitle() {
        return this == ROYAL_MAIL ? "Royal Mail" : title;
    }

    /** What it asks for, in order. */
    public List<String> credentials() {
        return credentials;
    }

    /** Whether it sells, as a channel does. */
    public boolean isChannel() {
        return this != ROYAL_MAIL;
    }
}
