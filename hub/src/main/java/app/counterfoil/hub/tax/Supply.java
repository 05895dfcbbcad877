package app.counterfoil.hub.tax;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One supply of goods, told in the facts that decide its VAT.
 *
 * @param seller how the seller stands with the tax offices
 * @param from where the goods set out from
 * @param to where they go
 * @param customer who buys them
 * @param goods what they are
 * @param consignment what the whole parcel is worth
 * @param timeOfSupply the day that decides the rate and from which the evidence of export is counted
 * @param marketplace the marketplace it was sold on, such as {@code Amazon}; empty for the seller's own shop
 * @param vatCollected whether the marketplace says that it accounts for the VAT
 */
public record Supply(
        VatStanding seller,
        TaxPlace from,
        TaxPlace to,
        Customer customer,
        Goods goods,
        Consignment consignment,
        LocalDate timeOfSupply,
        Optional<String> marketplace,
        boolean vatCollected) {}
