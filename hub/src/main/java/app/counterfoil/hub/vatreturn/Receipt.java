package app.counterfoil.hub.vatreturn;

/**
 * What the tax office has answered to a return that it has taken. All is as it was told; empty where it was not.
 *
 * @param processedAt when it was processed
 * @param formBundle the number of the return there
 * @param paymentIndicator how it is paid: DD for a direct debit, or BANK
 * @param chargeReference the reference of the charge
 * @param id the number of the receipt
 * @param at the time of the receipt
 */
public record Receipt(
        String processedAt, String formBundle, String paymentIndicator, String chargeReference, String id, String at) {

    /** It stands there, and the receipt was lost on the way. */
    public static final Receipt LOST = new Receipt("", "", "", "", "", "");
}
