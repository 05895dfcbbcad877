package app.counterfoil.hub.tax;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One supply of goods, told in the facts that decide its VAT.
 *
 * @param registration whether the seller is registered for VAT
 * @param dispatchedFrom where the goods set out from
 * @param destination where they go
 * @param buyer who buys them, as far as VAT cares
 * @param vatClass how the law rates the product
 * @param timeOfSupply the day that decides the rate and from which the evidence of export is counted
 * @param vatCollectedBy the marketplace that says it accounts for the VAT, such as {@code Amazon}; empty when the
 *     seller accounts
 */
public record Supply(
        Registration registration,
        TaxTerritory dispatchedFrom,
        TaxTerritory destination,
        Buyer buyer,
        VatClass vatClass,
        LocalDate timeOfSupply,
        Optional<String> vatCollectedBy) {

    /** The seller's standing with the tax office. */
    public enum Registration {
        /** Registered for United Kingdom VAT. */
        REGISTERED,
        /** Below the threshold and not registered by choice. */
        NOT_REGISTERED
    }

    /** The buyer as VAT sees one. */
    public enum Buyer {
        /** A private person, or anyone who gave no VAT number. */
        CONSUMER,
        /** A business that gave its VAT number. */
        BUSINESS
    }
}
