package app.counterfoil.hub.accounting.quickbooks;

/**
 * A VAT code as a person chooses it: a tax code, and the tax rate in it under which the VAT is told to the penny. One that is
 * outside the scope of VAT has no rate.
 *
 * @param code the id of the tax code
 * @param rate the id of its tax rate, or empty
 */
record TaxPlace(String code, String rate) {

    /** As it was written by {@link #written}. */
    static TaxPlace of(String written) {
        var at = written.indexOf(':');
        return at < 0 ? new TaxPlace(written, "") : new TaxPlace(written.substring(0, at), written.substring(at + 1));
    }

    /** Both in one. */
    String written() {
        return code + ":" + rate;
    }
}
