package app.counterfoil.hub.payout;

import app.counterfoil.hub.measure.Money;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Settlement files as channels write them. */
public final class SettlementFiles {

    static final String AMAZON_HEADING = String.join(
            "\t",
            "settlement-id",
            "settlement-start-date",
            "settlement-end-date",
            "deposit-date",
            "total-amount",
            "currency",
            "transaction-type",
            "order-id",
            "merchant-order-id",
            "adjustment-id",
            "shipment-id",
            "marketplace-name",
            "amount-type",
            "amount-description",
            "amount",
            "fulfillment-id",
            "posted-date",
            "posted-date-time",
            "order-item-code",
            "merchant-order-item-id",
            "merchant-adjustment-item-id",
            "sku",
            "quantity-purchased",
            "promotion-id");

    static final List<String> EBAY_HEADING = List.of(
            "Transaction creation date",
            "Type",
            "Order number",
            "Legacy order ID",
            "Buyer username",
            "Buyer name",
            "Ship to city",
            "Ship to province/region/state",
            "Ship to postcode",
            "Ship to country",
            "Net amount",
            "Payout currency",
            "Payout date",
            "Payout ID",
            "Payout method",
            "Payout status",
            "Reason for hold",
            "Item ID",
            "Transaction ID",
            "Item title",
            "Custom label",
            "Quantity",
            "Item subtotal",
            "Postage and packaging",
            "Seller collected tax",
            "eBay collected tax",
            "Final value fee – fixed",
            "Final value fee – variable",
            "Regulatory operating fee",
            "Very high \"item not as described\" fee",
            "Below standard performance fee",
            "International fee",
            "Charity donation",
            "Deposit processing fee",
            "Gross transaction amount",
            "Transaction currency",
            "Exchange rate",
            "Reference ID",
            "Description");

    private SettlementFiles() {}

    public static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The head of a settlement of Amazon in pounds. */
    static String amazonHead(String number, long total) {
        return number + "\t2026-03-01T00:00:00+00:00\t2026-03-15T00:00:00+00:00\t2026-03-17T00:00:00+00:00\t"
                + Money.pence(total).decimal() + "\tGBP" + "\t".repeat(18);
    }

    /** An amount in it. */
    static String amazonRow(
            String number, String transaction, String order, String type, String description, String amount) {
        return String.join(
                "\t",
                number,
                "",
                "",
                "",
                "",
                "",
                transaction,
                order,
                order,
                "",
                "",
                "Amazon.co.uk",
                type,
                description,
                amount,
                "MFN",
                "2026-03-02",
                "2026-03-02T14:23:00+00:00",
                "",
                "",
                "",
                "MUG-1",
                "",
                "");
    }

    /** A settlement of Amazon with one order of so many pence, of which three in twenty are its commission. */
    public static String amazon(String number, String order, long pence) {
        var fee = pence * 15 / 100;
        return String.join(
                "\n",
                AMAZON_HEADING,
                amazonHead(number, pence - fee),
                amazonRow(
                        number,
                        "Order",
                        order,
                        "ItemPrice",
                        "Principal",
                        Money.pence(pence).decimal()),
                amazonRow(
                        number,
                        "Order",
                        order,
                        "ItemFees",
                        "Commission",
                        "-" + Money.pence(fee).decimal()),
                "");
    }

    /** A payout of eBay with one order of so many pence, of which one in ten is its fee, and a buyer whose name is known. */
    public static String ebay(String payout, String order, long pence) {
        return ebay(payout, order, pence, "Testa Demoson");
    }

    /** The same, of a buyer of that name, which stands in all columns about buyers. */
    public static String ebay(String payout, String order, long pence, String buyer) {
        var fee = pence / 10;
        var net = Money.pence(pence - fee).decimal();
        return String.join(
                "\r\n",
                "\"Transaction report\"",
                "\"Seller:\",\"" + buyer + "\"",
                "",
                quoted(EBAY_HEADING),
                ebayRow(payout, "Order", order, net, buyer)
                        .with("Item subtotal", Money.pence(pence).decimal())
                        .with(
                                "Final value fee – variable",
                                "-" + Money.pence(fee).decimal())
                        .text(),
                ebayRow(payout, "Payout", "--", "-" + net, buyer).text(),
                "");
    }

    static EbayRow ebayRow(String payout, String type, String order, String net, String buyer) {
        return new EbayRow(new ArrayList<>(
                        EBAY_HEADING.stream().map(column -> "--").toList()))
                .with("Transaction creation date", "12 Mar 2026")
                .with("Type", type)
                .with("Order number", order)
                .with("Buyer username", buyer)
                .with("Buyer name", buyer)
                .with("Legacy order ID", buyer)
                .with("Ship to city", buyer)
                .with("Ship to province/region/state", buyer)
                .with("Ship to postcode", buyer)
                .with("Reason for hold", buyer)
                .with("Reference ID", buyer)
                .with("Item title", buyer + ", 3\" mug")
                .with("Net amount", net)
                .with("Payout currency", "GBP")
                .with("Transaction currency", "GBP")
                .with("Payout date", "14 Mar 2026")
                .with("Payout ID", payout);
    }

    /** A row of eBay's report. */
    record EbayRow(List<String> cells) {
        EbayRow with(String column, String cell) {
            cells.set(EBAY_HEADING.indexOf(column), cell);
            return this;
        }

        String text() {
            return quoted(cells);
        }
    }

    static String quoted(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .reduce((a, b) -> a + "," + b)
                .orElse("");
    }
}
