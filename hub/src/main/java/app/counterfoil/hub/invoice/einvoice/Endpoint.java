package app.counterfoil.hub.invoice.einvoice;

import app.counterfoil.hub.measure.VatNumber;
import java.util.Map;
import java.util.Optional;

/**
 * The electronic address of a business (BT-34, BT-49): its VAT number under the scheme that the list EAS has for the state.
 * That it has such an address does not say that it is registered with Peppol; who sends the invoice finds that out.
 *
 * @param scheme the scheme, such as {@code 9932} for numbers of the United Kingdom
 * @param id the address within it
 */
record Endpoint(String scheme, String id) {

    /** Finland and Sweden have no scheme for VAT numbers. */
    private static final Map<String, String> SCHEMES = Map.ofEntries(
            Map.entry("AT", "9914"),
            Map.entry("BE", "9925"),
            Map.entry("BG", "9926"),
            Map.entry("CY", "9928"),
            Map.entry("CZ", "9929"),
            Map.entry("DE", "9930"),
            Map.entry("DK", "0184"),
            Map.entry("EE", "9931"),
            Map.entry("EL", "9933"),
            Map.entry("ES", "9920"),
            Map.entry("FR", "9957"),
            Map.entry("GB", "9932"),
            Map.entry("HR", "9934"),
            Map.entry("HU", "9910"),
            Map.entry("IE", "9935"),
            Map.entry("IT", "0211"),
            Map.entry("LT", "9937"),
            Map.entry("LU", "9938"),
            Map.entry("LV", "9939"),
            Map.entry("MT", "9943"),
            Map.entry("NL", "9944"),
            Map.entry("PL", "9945"),
            Map.entry("PT", "9946"),
            Map.entry("RO", "9947"),
            Map.entry("SI", "9949"),
            Map.entry("SK", "9950"));

    static Optional<Endpoint> of(VatNumber number) {
        // One registration has both prefixes; the scheme is the United Kingdom's.
        var id = number.normalised().replaceFirst("^XI", "GB");
        return Optional.ofNullable(SCHEMES.get(id.substring(0, 2))).map(scheme -> new Endpoint(scheme, id));
    }

    @Override
    public String toString() {
        return "Endpoint[" + scheme + "]";
    }
}
