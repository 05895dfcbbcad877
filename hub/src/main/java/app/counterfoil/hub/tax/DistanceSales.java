package app.counterfoil.hub.tax;

/**
 * How a seller with goods in Northern Ireland or a member state accounts for what it sells to consumers in other member
 * states (RULES 1.8): one limit of 10,000 euros (8,818 pounds) a calendar year over all of them.
 */
public enum DistanceSales {
    /** Below the limit: the VAT of the place that the goods set out from. */
    BELOW_LIMIT("Below the limit: VAT of where they set out from"),
    /** Above it, or by choice: the VAT of the destination, declared in one return for all states. */
    ONE_STOP_SHOP("Union One Stop Shop"),
    /** Above it, without that: the VAT of the destination, where the seller is registered. */
    REGISTERED_THERE("Registered in each of these states");

    private final String title;

    DistanceSales(String title) {
        this.title = title;
    }

    /** The choice, in words. */
    public String title() {
        return title;
    }
}
