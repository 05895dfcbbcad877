package app.counterfoil.hub.connection;

import app.counterfoil.hub.disclosure.Agreement;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.RecipientRole;
import app.counterfoil.hub.disclosure.Safeguard;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.retention.ChannelLimit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An outside service that accounts can be connected of, and the credentials it asks for. */
public enum OutsideService {
    /** Amazon's Selling Partner API. */
    AMAZON(
            Kind.CHANNEL,
            "Amazon",
            "Amazon",
            List.of("Client ID", "Client secret", "Refresh token"),
            ChannelLimit.AMAZON,
            Receives.confirmations("LU")),
    /** eBay's Sell APIs. */
    EBAY(
            Kind.CHANNEL,
            "eBay",
            "eBay",
            List.of("Client ID", "Client secret", "Refresh token"),
            ChannelLimit.NONE,
            Receives.confirmations("GB")),
    /** Royal Mail Click & Drop. */
    ROYAL_MAIL(
            Kind.COURIER,
            "Royal Mail Click & Drop",
            "Royal Mail",
            List.of("API key"),
            ChannelLimit.NONE,
            Receives.parcels("GB")),
    /** Mailchimp's Marketing API. */
    MAILCHIMP(
            Kind.NEWSLETTER,
            "Mailchimp",
            "Mailchimp",
            List.of("Audience ID", "API key"),
            ChannelLimit.NONE,
            Receives.subscribers("US")),
    /** Xero's Accounting API. */
    XERO(
            Kind.LEDGER,
            "Xero",
            "Xero",
            List.of("Client ID", "Client secret"),
            ChannelLimit.NONE,
            Receives.sales("US", Safeguard.UK_ADDENDUM)),
    /** Sage Accounting. */
    SAGE(
            Kind.LEDGER,
            "Sage Accounting",
            "Sage",
            List.of("Client ID", "Client secret", "Refresh token", "Business ID"),
            ChannelLimit.NONE,
            Receives.sales("GB", Safeguard.NOT_NEEDED)),
    /** QuickBooks Online. */
    QUICKBOOKS(
            Kind.LEDGER,
            "QuickBooks Online",
            "QuickBooks",
            List.of("Client ID", "Client secret", "Refresh token", "Company ID"),
            ChannelLimit.NONE,
            Receives.sales("US", Safeguard.UK_ADDENDUM)),
    /** HMRC's VAT (MTD) API. */
    HMRC(
            Kind.TAX_OFFICE,
            "HMRC, VAT returns",
            "HMRC",
            List.of("Client ID", "Client secret", "VAT number"),
            ChannelLimit.NONE,
            Receives.returns("GB")),
    /** VIES, in which the European Commission says which VAT numbers of member states are registered. */
    VIES(
            Kind.NUMBERS,
            "VIES, VAT numbers of the EU",
            "VIES",
            List.of("Your own VAT number"),
            ChannelLimit.NONE,
            Receives.numbers("BE")),
    /** HMRC's check of British VAT numbers. */
    HMRC_NUMBERS(
            Kind.NUMBERS,
            "HMRC, VAT numbers of customers",
            "HMRC, VAT numbers",
            List.of("Client ID", "Client secret"),
            ChannelLimit.NONE,
            Receives.numbers("GB"));

    /** What a service is there for. */
    private enum Kind {
        CHANNEL,
        COURIER,
        NEWSLETTER,
        LEDGER,
        TAX_OFFICE,
        NUMBERS
    }

    /** What it is told of buyers at most, and where it says it keeps that. */
    private record Receives(String country, RecipientRole role, Safeguard safeguard, Set<DataCategory> categories) {

        /** A channel knows its buyers; it is told that their parcel has left. */
        static Receives confirmations(String country) {
            return byItself(country, Set.of(DataCategory.ORDER_NUMBER, DataCategory.TRACKING_NUMBER));
        }

        /** A courier is told what it needs to deliver. */
        static Receives parcels(String country) {
            return byItself(
                    country,
                    Set.of(
                            DataCategory.NAME,
                            DataCategory.ADDRESS,
                            DataCategory.PHONE,
                            DataCategory.EMAIL,
                            DataCategory.INSTRUCTIONS,
                            DataCategory.GOODS));
        }

        /** A newsletter service writes for the shop to people who have agreed, and needs nothing of them but where. */
        static Receives subscribers(String country) {
            return new Receives(country, RecipientRole.PROCESSOR, Safeguard.DATA_BRIDGE, Set.of(DataCategory.EMAIL));
        }

        /** An accounting service keeps the shop's books: what was sold, and at most whom the invoice names. */
        static Receives sales(String country, Safeguard safeguard) {
            return new Receives(
                    country,
                    RecipientRole.PROCESSOR,
                    safeguard,
                    Set.of(DataCategory.NAME, DataCategory.ADDRESS, DataCategory.GOODS));
        }

        /** A tax office gets sums, and of whoever sends them their device, as the law wants it. */
        static Receives returns(String country) {
            return byItself(country, Set.of(DataCategory.DEVICE));
        }

        /** Who keeps a register of numbers is told the number that is asked for. */
        static Receives numbers(String country) {
            return byItself(country, Set.of(DataCategory.VAT_NUMBER));
        }

        /** Channels and couriers answer for what they are told of a delivery by themselves. */
        private static Receives byItself(String country, Set<DataCategory> categories) {
            return new Receives(country, RecipientRole.CONTROLLER, Safeguard.NOT_NEEDED, categories);
        }
    }

    /** Domains of addresses that marketplaces make for orders. */
    private static final List<Pattern> RELAYS = List.of(
            Pattern.compile("(?:.+\\.)?marketplace\\.amazon\\.[a-z.]+"), Pattern.compile("members\\.ebay\\.[a-z.]+"));

    private final Kind kind;
    private final String title;
    private final String shortTitle;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> credentials;

    private final ChannelLimit limit;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Receives receives;

    OutsideService(
            Kind kind,
            String title,
            String shortTitle,
            List<String> credentials,
            ChannelLimit limit,
            Receives receives) {
        this.kind = kind;
        this.title = title;
        this.shortTitle = shortTitle;
        this.credentials = List.copyOf(credentials);
        this.limit = limit;
        this.receives = receives;
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

    /**
     * Those whose contract wants to be told within a day that data of their orders was breached: Amazon's Data Protection
     * Policy says 24 hours. eBay's names none.
     */
    public static List<OutsideService> toldOfBreaches() {
        return List.of(AMAZON);
    }

    /** What it is told of buyers' data at most. */
    public Set<DataCategory> receives() {
        return receives.categories();
    }

    /** What its terms usually say, agreed today: whoever connects it is asked whether that is so. */
    public Agreement usualAgreement(LocalDate today) {
        return new Agreement(
                name(),
                receives.role(),
                today,
                new Country(receives.country()),
                receives.safeguard(),
                receives.safeguard() == Safeguard.NOT_NEEDED ? Optional.empty() : Optional.of(today),
                receives.categories(),
                today.plusYears(1));
    }

    /** Where its credentials stand, as it goes on after "from". */
    public String whereToFind() {
        return switch (kind) {
            case CHANNEL -> "your developer page at " + title;
            case TAX_OFFICE -> "your application at HMRC's developer hub";
            case NUMBERS -> this == VIES ? "your VAT certificate" : "your application at HMRC's developer hub";
            case COURIER, NEWSLETTER, LEDGER -> "the settings of your account at " + title;
        };
    }

    /**
     * Whether a marketplace has made this address for an order, to pass mail on to somebody whom it does not name: such an
     * address is never for anything but that order.
     */
    public static boolean isRelay(String address) {
        var domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return RELAYS.stream().anyMatch(relay -> relay.matcher(domain).matches());
    }

    /** Whether its contract keeps the addresses that it gives from marketing, as those of marketplaces do. */
    public boolean keepsAddressesFromMarketing() {
        return kind == Kind.CHANNEL;
    }

    /** Whether it writes to people who have agreed to marketing. */
    public boolean isNewsletter() {
        return kind == Kind.NEWSLETTER;
    }

    /** Whether it keeps the books of a shop. */
    public boolean isLedger() {
        return kind == Kind.LEDGER;
    }

    /** Whether VAT returns are submitted to it. */
    public boolean isTaxOffice() {
        return kind == Kind.TAX_OFFICE;
    }

    /** Whether it says which VAT numbers are registered. */
    public boolean isOfNumbers() {
        return kind == Kind.NUMBERS;
    }

    /** Whether it sells, as a channel does. */
    public boolean isChannel() {
        return kind == Kind.CHANNEL;
    }
}
