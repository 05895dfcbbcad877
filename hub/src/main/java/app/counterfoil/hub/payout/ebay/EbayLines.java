package app.counterfoil.hub.payout.ebay;

import app.counterfoil.hub.payout.LineKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the columns and rows of eBay's transaction report are. The columns are those of the report in English; the types of
 * rows are the words for TransactionTypeEnum of the Finances API (sell_finances_v1_oas3.json), which the report is made of.
 */
final class EbayLines {

    /** What a column with an amount is, in the order of the report. */
    static final List<Map.Entry<String, LineKind>> PARTS = List.of(
            Map.entry("item subtotal", LineKind.GOODS),
            Map.entry("postage and packaging", LineKind.DELIVERY),
            Map.entry("shipping and handling", LineKind.DELIVERY),
            Map.entry("seller collected tax", LineKind.TAX),
            Map.entry("final value fee - fixed", LineKind.SELLING_FEE),
            Map.entry("final value fee - variable", LineKind.SELLING_FEE),
            Map.entry("regulatory operating fee", LineKind.SELLING_FEE),
            Map.entry("very high \"item not as described\" fee", LineKind.SELLING_FEE),
            Map.entry("below standard performance fee", LineKind.SELLING_FEE),
            Map.entry("international fee", LineKind.SELLING_FEE),
            Map.entry("deposit processing fee", LineKind.SELLING_FEE),
            Map.entry("charity donation", LineKind.OTHER_FEE));

    /** Types whose rows are split by their columns: of an order, and of what is paid back of one. */
    private static final Set<String> SALES = Set.of("order");

    private static final Set<String> REFUNDS = Set.of("refund", "claim", "case", "payment dispute", "dispute");

    /** What a row is whose columns tell no more than its net amount. */
    private static final Map<String, LineKind> WHOLE = Map.ofEntries(
            Map.entry("refund", LineKind.REFUND),
            Map.entry("claim", LineKind.REFUND),
            Map.entry("case", LineKind.REFUND),
            Map.entry("payment dispute", LineKind.REFUND),
            Map.entry("dispute", LineKind.REFUND),
            Map.entry("other fee", LineKind.OTHER_FEE),
            Map.entry("non-sale charge", LineKind.OTHER_FEE),
            Map.entry("postage label", LineKind.FULFILMENT_FEE),
            Map.entry("shipping label", LineKind.FULFILMENT_FEE),
            Map.entry("hold", LineKind.RESERVE),
            Map.entry("adjustment", LineKind.ADJUSTMENT),
            Map.entry("credit", LineKind.ADJUSTMENT),
            Map.entry("loan repayment", LineKind.TRANSFER),
            Map.entry("purchase", LineKind.TRANSFER),
            Map.entry("charge", LineKind.TRANSFER),
            Map.entry("transfer", LineKind.TRANSFER));

    private static final List<String> ADVERTISING = List.of("promoted", "ad fee", "advertis", "offsite ads");

    private EbayLines() {}

    static boolean isPayout(String type) {
        return type.equals("payout");
    }

    /** Whether its columns say what its net amount is made of. */
    static boolean isSplit(String type) {
        return SALES.contains(type) || REFUNDS.contains(type);
    }

    /** What a column of a row of this type is: what comes back of a price is a refund, what comes back of a fee a fee. */
    static LineKind part(String type, LineKind column) {
        return REFUNDS.contains(type) && column.group() == LineKind.Group.SALES ? LineKind.REFUND : column;
    }

    /** What a row is that is not split. */
    static LineKind whole(String type, String description) {
        var kind = WHOLE.getOrDefault(type, SALES.contains(type) ? LineKind.GOODS : LineKind.UNKNOWN);
        var small = description.toLowerCase(Locale.ROOT);
        return kind == LineKind.OTHER_FEE && ADVERTISING.stream().anyMatch(small::contains)
                ? LineKind.ADVERTISING_FEE
                : kind;
    }
}
