package app.counterfoil.hub.seller;

import java.util.List;

/**
 * What a seller prints about its own business.
 *
 * @param tradingName the name on labels and invoices
 * @param address the address in lines, without the postcode
 * @param postcode the postcode
 * @param vatNumber the VAT number, or blank for a seller who is not registered
 */
public record Business(String tradingName, List<String> address, String postcode, String vatNumber) {

    /** Whether the seller is registered for VAT; if not, no document may show any. */
    public boolean isVatRegistered() {
        return !vatNumber.isBlank();
    }
}
