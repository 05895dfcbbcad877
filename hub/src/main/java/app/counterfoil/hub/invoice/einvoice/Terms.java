package app.counterfoil.hub.invoice.einvoice;

import app.counterfoil.hub.invoice.document.InvoiceDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An invoice or credit note in the business terms of EN 16931 (BT), ready to be written in either syntax. It names people:
 * it does not print.
 *
 * @param number BT-1
 * @param issuedOn BT-2
 * @param suppliedOn the tax point (BT-7), and the day of delivery (BT-72), which the seller's record does not tell apart
 * @param currency BT-5
 * @param note BT-22, or empty
 * @param order BT-13; of an invoice for several orders all of their numbers
 * @param credits the invoice that a credit note credits (BT-25, BT-26); empty for an invoice
 * @param replaces the short invoices whose place an invoice for several orders takes (BG-3)
 * @param period BG-14 (BT-73, BT-74), of an invoice for several orders
 * @param seller BG-4
 * @param buyer BG-7, to whose address the goods went (BG-15), too
 * @param lines BG-25
 * @param besides BG-20 and BG-21
 * @param breakdown BG-23
 * @param totals BG-22
 * @param vatInSterling BT-111, where the invoice is in another currency
 */
record Terms(
        String number,
        LocalDate issuedOn,
        LocalDate suppliedOn,
        String currency,
        String note,
        String order,
        Optional<Preceding> credits,
        List<Preceding> replaces,
        Optional<InvoiceDocument.Period> period,
        Trader seller,
        Trader buyer,
        List<Line> lines,
        List<Beside> besides,
        List<VatOfCategory> breakdown,
        Totals totals,
        Optional<BigDecimal> vatInSterling) {

    /** What BT-111 is in. */
    static final String STERLING = "GBP";

    /** BT-3: a commercial invoice, or a credit note (UNCL 1001). */
    String typeCode() {
        return credits.isPresent() ? "381" : "380";
    }

    boolean taxPointIsAnotherDay() {
        return !suppliedOn.equals(issuedOn);
    }

    @Override
    public String toString() {
        return "Terms[" + number + "]";
    }

    /** The invoice before: its number (BT-25) and day (BT-26). */
    record Preceding(String number, LocalDate issuedOn) {}

    /**
     * The seller or the buyer.
     *
     * @param name BT-27, BT-44
     * @param street the lines of the address above the town, at most three
     * @param town BT-37, BT-52, or empty
     * @param county BT-39, BT-54, or empty
     * @param postcode BT-38, BT-53, or empty
     * @param country BT-40, BT-55
     * @param vatNumber BT-31, BT-48
     * @param endpoint BT-34, BT-49
     */
    record Trader(
            String name,
            List<String> street,
            String town,
            String county,
            String postcode,
            String country,
            Optional<String> vatNumber,
            Optional<Endpoint> endpoint) {

        @Override
        public String toString() {
            return "Trader[hidden]";
        }
    }

    /** The category of VAT (BT-151, BT-95, BT-102) and its rate in per cent. */
    record Tax(VatCategory category, BigDecimal percent) {}

    /**
     * A line.
     *
     * @param what BT-153
     * @param quantity BT-129
     * @param price BT-146, for {@code priced} pieces
     * @param priced BT-149: one, or as many as there are where the price of one does not come out even
     * @param net BT-131
     * @param tax BG-30
     */
    record Line(String what, int quantity, BigDecimal price, int priced, BigDecimal net, Tax tax) {}

    /** What was charged or taken off beside the lines; its amount is never negative. */
    record Beside(boolean charge, String why, BigDecimal amount, Tax tax) {}

    /**
     * All of one category and rate.
     *
     * @param tax BT-118, BT-119
     * @param base BT-116
     * @param vat BT-117
     * @param reason BT-120, or empty
     * @param reasonCode BT-121, or empty
     */
    record VatOfCategory(Tax tax, BigDecimal base, BigDecimal vat, String reason, String reasonCode) {}

    /**
     * The sums of the document.
     *
     * @param lines BT-106
     * @param allowances BT-107
     * @param charges BT-108
     * @param net BT-109
     * @param vat BT-110
     * @param gross BT-112, all of which was paid before (BT-113)
     */
    record Totals(
            BigDecimal lines,
            BigDecimal allowances,
            BigDecimal charges,
            BigDecimal net,
            BigDecimal vat,
            BigDecimal gross) {}
}
