package app.counterfoil.hub.disclosure;

import java.util.Set;
import java.util.stream.Collectors;

/** A category of personal data, as the record of processing names it (Art 30(1)(c) UK GDPR). Stored by its name. */
public enum DataCategory {
    /** Name and company of whom a parcel goes to. */
    NAME("Name"),
    /** Where a parcel goes. */
    ADDRESS("Delivery address"),
    /** A phone number for delivery notices. */
    PHONE("Phone"),
    /** An e-mail address, for delivery notices or for mail that was agreed to. */
    EMAIL("E-mail"),
    /** What a buyer asks of whoever delivers. */
    INSTRUCTIONS("Delivery instructions"),
    /** What was bought, and what it is worth. */
    GOODS("Goods and their value"),
    /** The channel's number of an order. */
    ORDER_NUMBER("Order number"),
    /** The courier's number of a parcel, by which its way is followed. */
    TRACKING_NUMBER("Tracking number"),
    /** How a buyer is called at the channel. */
    USER_NAME("User name at the channel"),
    /** The VAT number of a customer, which may be a person. */
    VAT_NUMBER("VAT number of the customer"),
    /** The browser and the address of one of the shop's people, at the moment at which they send something. */
    DEVICE("Device and network address of whoever sends it");

    private final String title;

    DataCategory(String title) {
        this.title = title;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** Several in a row, as in {@code Name, Delivery address}. */
    public static String inWords(Set<DataCategory> categories) {
        return categories.stream().sorted().map(DataCategory::title).collect(Collectors.joining(", "));
    }
}
