package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Something the seller has bought, without anybody's name.
 *
 * @param id the purchase
 * @param kind what it is to VAT
 * @param day the tax point on the document
 * @param paidOn when it was paid, if it was
 * @param reference the number of the document
 * @param net without VAT, in sterling; below nought for a credit note
 * @param vat the VAT
 */
public record Purchase(
        UUID id,
        PurchaseKind kind,
        LocalDate day,
        Optional<LocalDate> paidOn,
        String reference,
        Money net,
        Money vat) {}
