package app.counterfoil.hub.payout.amazon;

import app.counterfoil.hub.payout.LineKind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a line of Amazon's settlement is, by its transaction type, amount type and amount description; the first row that fits
 * decides. The words are those of GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2 as files of sellers show them, and of the
 * Finances API (ItemChargeList, ItemFeeList, ItemTaxWithheldList), whose names the report takes. Letters in any case.
 */
final class AmazonLines {

    /** Transaction type, amount type, amount description, as beginnings of the words; {@code *} is anything. */
    private static final String TABLE =
            """
            *                    | *                        | Current Reserve                  | RESERVE
            *                    | *                        | Previous Reserve                 | RESERVE
            Transfer             | *                        | *                                | TRANSFER
            *                    | *                        | Payable to Amazon                | TRANSFER
            *                    | *                        | Successful charge                | TRANSFER
            *                    | *                        | Transfer of funds                | TRANSFER
            *                    | ItemWithheldTax          | *                                | WITHHELD_TAX
            *                    | ItemFees                 | FBA                              | FULFILMENT_FEE
            *                    | ItemFees                 | Fulfil                           | FULFILMENT_FEE
            *                    | ItemFees                 | Storage                          | FULFILMENT_FEE
            *                    | ItemFees                 | LongTermStorage                  | FULFILMENT_FEE
            *                    | ItemFees                 | Commission                       | SELLING_FEE
            *                    | ItemFees                 | RefundCommission                 | SELLING_FEE
            *                    | ItemFees                 | ReferralFee                      | SELLING_FEE
            *                    | ItemFees                 | FixedClosingFee                  | SELLING_FEE
            *                    | ItemFees                 | VariableClosingFee               | SELLING_FEE
            *                    | ItemFees                 | DigitalServicesFee               | SELLING_FEE
            *                    | ItemFees                 | ShippingChargeback               | SELLING_FEE
            *                    | ItemFees                 | ShippingHB                       | SELLING_FEE
            *                    | ItemFees                 | GiftwrapChargeback               | SELLING_FEE
            *                    | ItemFees                 | GiftwrapCommission               | SELLING_FEE
            *                    | ItemFees                 | SalesTaxCollectionFee            | SELLING_FEE
            *                    | ItemFees                 | *                                | OTHER_FEE
            Refund               | ItemPrice                | *                                | REFUND
            Refund               | Promotion                | *                                | REFUND
            Chargeback           | ItemPrice                | *                                | REFUND
            Chargeback           | Promotion                | *                                | REFUND
            A-to-z               | ItemPrice                | *                                | REFUND
            A-to-z               | Promotion                | *                                | REFUND
            *                    | ItemPrice                | Principal                        | GOODS
            *                    | ItemPrice                | ShippingTax                      | TAX
            *                    | ItemPrice                | Shipping                         | DELIVERY
            *                    | ItemPrice                | GiftWrapTax                      | TAX
            *                    | ItemPrice                | GiftWrap                         | OTHER_CHARGE
            *                    | ItemPrice                | Tax                              | TAX
            *                    | ItemPrice                | Goodwill                         | ADJUSTMENT
            *                    | ItemPrice                | ExportCharge                     | OTHER_CHARGE
            *                    | Promotion                | *                                | PROMOTION
            *                    | Cost of Advertising      | *                                | ADVERTISING_FEE
            *                    | Coupon                   | *                                | ADVERTISING_FEE
            *                    | CouponRedemptionFee      | *                                | ADVERTISING_FEE
            *                    | Deal                     | *                                | ADVERTISING_FEE
            *                    | Lightning Deal           | *                                | ADVERTISING_FEE
            *                    | Vine                     | *                                | ADVERTISING_FEE
            FBAFees              | *                        | *                                | FULFILMENT_FEE
            FBA                  | *Reimbursement           | *                                | ADJUSTMENT
            *                    | FBA Inventory Reimburse  | *                                | ADJUSTMENT
            *                    | *                        | SAFE-T                           | ADJUSTMENT
            *                    | *                        | Balance                          | ADJUSTMENT
            *                    | *                        | Manual Processing Fee Reimburse  | ADJUSTMENT
            *                    | *                        | NonSubscriptionFeeAdj            | ADJUSTMENT
            Debt                 | *                        | *                                | ADJUSTMENT
            *                    | FBA                      | *                                | FULFILMENT_FEE
            other-transaction    | *                        | FBA                              | FULFILMENT_FEE
            other-transaction    | *                        | Storage                          | FULFILMENT_FEE
            other-transaction    | *                        | Inbound                          | FULFILMENT_FEE
            other-transaction    | *                        | Removal                          | FULFILMENT_FEE
            other-transaction    | *                        | Disposal                         | FULFILMENT_FEE
            other-transaction    | *                        | Shipping label                   | FULFILMENT_FEE
            other-transaction    | *                        | ShippingServices                 | FULFILMENT_FEE
            other-transaction    | *                        | Buy Shipping                     | FULFILMENT_FEE
            other-transaction    | *                        | Subscription Fee                 | OTHER_FEE
            other-transaction    | *                        | Manual Processing Fee            | OTHER_FEE
            other-transaction    | *                        | Paid Services Fee                | OTHER_FEE
            AmazonFees           | *                        | *                                | OTHER_FEE
            ServiceFee           | *                        | *                                | OTHER_FEE
            """;

    private static final List<Row> ROWS = TABLE.lines().map(Row::of).toList();

    private AmazonLines() {}

    /** What it is; {@link LineKind#UNKNOWN} if nothing here says so. */
    static LineKind kind(String transaction, String type, String description) {
        var first = transaction.toLowerCase(Locale.ROOT);
        var second = type.toLowerCase(Locale.ROOT);
        var third = description.toLowerCase(Locale.ROOT);
        return ROWS.stream()
                .filter(row -> row.transaction().fits(first)
                        && row.type().fits(second)
                        && row.description().fits(third))
                .map(Row::kind)
                .findFirst()
                .orElse(LineKind.UNKNOWN);
    }

    private record Row(Words transaction, Words type, Words description, LineKind kind) {
        private static final Pattern STROKE = Pattern.compile("\\|");

        static Row of(String line) {
            var cells = STROKE.split(line, -1);
            return new Row(
                    Words.of(cells[0]), Words.of(cells[1]), Words.of(cells[2]), LineKind.valueOf(cells[3].strip()));
        }
    }

    /** The beginning of words, or with a star in front of it something in them. */
    private record Words(String text, boolean anywhere) {

        static Words of(String cell) {
            var text = cell.strip().toLowerCase(Locale.ROOT);
            return text.startsWith("*") ? new Words(text.substring(1), true) : new Words(text, false);
        }

        boolean fits(String told) {
            return anywhere ? told.contains(text) : told.startsWith(text);
        }
    }
}
