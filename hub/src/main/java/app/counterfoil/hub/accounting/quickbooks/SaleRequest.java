package app.counterfoil.hub.accounting.quickbooks;

import app.counterfoil.hub.accounting.Entry;
import app.counterfoil.hub.accounting.HandedOverFields;
import app.counterfoil.hub.accounting.ShortNumber;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.invoice.IssuedSales.Customer;
import app.counterfoil.hub.measure.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry as QuickBooks' contract has it: amounts without VAT, and the VAT of each rate as invoiced. Every document is of the
 * one customer that names nobody; whom an invoice names stands in its own billing address, and no customer is made of them.
 */
final class SaleRequest {

    /** The contract's longest number. */
    static final int LONGEST_NUMBER = 21;

    private static final int LONGEST_LINE = 500;
    private static final int MOST_LINES = 4;

    private static final JsonMapper JSON = new JsonMapper();

    private static final HandedOverFields FIELDS = new HandedOverFields(
            Set.of(
                    "DocNumber",
                    "TxnDate",
                    "DueDate",
                    "PrivateNote",
                    "CurrencyRef.value",
                    "GlobalTaxCalculation",
                    "Line.Description",
                    "Line.DetailType",
                    "Line.SalesItemLineDetail.ItemRef.value",
                    "Line.SalesItemLineDetail.Qty",
                    "Line.SalesItemLineDetail.TaxCodeRef.value",
                    "TxnTaxDetail.TaxLine.DetailType",
                    "TxnTaxDetail.TaxLine.TaxLineDetail.TaxRateRef.value",
                    "TxnTaxDetail.TaxLine.TaxLineDetail.PercentBased"),
            Set.of(
                    "Line.Amount",
                    "Line.SalesItemLineDetail.UnitPrice",
                    "TxnTaxDetail.TotalTax",
                    "TxnTaxDetail.TaxLine.Amount",
                    "TxnTaxDetail.TaxLine.TaxLineDetail.NetAmountTaxable"),
            Map.of(
                    "BillAddr.Line1", DataCategory.NAME,
                    "BillAddr.Line2", DataCategory.ADDRESS,
                    "BillAddr.Line3", DataCategory.ADDRESS,
                    "BillAddr.Line4", DataCategory.ADDRESS,
                    "BillAddr.Line5", DataCategory.ADDRESS));

    private SaleRequest() {}

    /** The customer of all documents in a currency; QuickBooks lets a customer have one. */
    static String customer(Entry entry) {
        var currency = entry.currency().getCurrencyCode();
        return currency.equals("GBP") ? "Sales by Counterfoil" : "Sales by Counterfoil (" + currency + ")";
    }

    /** The document, without its customer; one who is longer than QuickBooks takes is not named, for a name is not cut. */
    static ObjectNode of(Entry entry) {
        var kind = Document.of(entry.isCredit());
        var document = JSON.createObjectNode()
                .put("DocNumber", ShortNumber.of(entry.number(), LONGEST_NUMBER))
                .put("TxnDate", entry.day().toString());
        if (!entry.isCredit()) {
            document.put("DueDate", entry.day().toString());
        }
        document.put("PrivateNote", entry.reference()).put("GlobalTaxCalculation", "TaxExcluded");
        document.putObject("CurrencyRef").put("value", entry.currency().getCurrencyCode());
        entry.customer().filter(SaleRequest::fits).ifPresent(customer -> name(document, customer));
        var lines = document.putArray("Line");
        for (var line : entry.lines()) {
            var detail = lines.addObject()
                    .put("Description", line.description())
                    .put("Amount", decimal(kind.signed(line.net())))
                    .put("DetailType", "SalesItemLineDetail")
                    .putObject("SalesItemLineDetail")
                    .put("Qty", 1)
                    .put("UnitPrice", decimal(kind.signed(line.net())));
            detail.putObject("ItemRef").put("value", line.account());
            detail.putObject("TaxCodeRef")
                    .put("value", TaxPlace.of(line.vatCode()).code());
        }
        vat(document, entry, kind);
        return document;
    }

    /** What of people's data is in a document; read from what is sent. */
    static Set<DataCategory> handsOver(ObjectNode document, Entry entry) {
        return FIELDS.of(document, entry.way(), !document.has("BillAddr"));
    }

    private record Sums(Money net, Money vat) {
        Sums plus(Sums other) {
            return new Sums(net.plus(other.net()), vat.plus(other.vat()));
        }
    }

    private static void vat(ObjectNode document, Entry entry, Document kind) {
        var sums = new LinkedHashMap<String, Sums>();
        for (var line : entry.lines()) {
            var rate = TaxPlace.of(line.vatCode()).rate();
            if (!rate.isEmpty()) {
                sums.merge(rate, new Sums(line.net(), line.vat()), Sums::plus);
            }
        }
        var detail = document.putObject("TxnTaxDetail").put("TotalTax", decimal(kind.signed(entry.vat())));
        var lines = detail.putArray("TaxLine");
        sums.forEach((rate, sum) -> {
            var line = lines.addObject()
                    .put("Amount", decimal(kind.signed(sum.vat())))
                    .put("DetailType", "TaxLineDetail")
                    .putObject("TaxLineDetail")
                    .put("PercentBased", true)
                    .put("NetAmountTaxable", decimal(kind.signed(sum.net())));
            line.putObject("TaxRateRef").put("value", rate);
        });
    }

    private static boolean fits(Customer customer) {
        return customer.name().length() <= LONGEST_LINE
                && String.join(", ", customer.address()).length() <= LONGEST_LINE;
    }

    private static void name(ObjectNode document, Customer customer) {
        var address = document.putObject("BillAddr").put("Line1", customer.name());
        List<String> lines = customer.address();
        for (int at = 0; at < Math.min(lines.size(), MOST_LINES); at++) {
            var rest = at == MOST_LINES - 1 ? lines.subList(at, lines.size()) : lines.subList(at, at + 1);
            address.put("Line" + (at + 2), String.join(", ", rest));
        }
    }

    private static BigDecimal decimal(Money amount) {
        return new BigDecimal(amount.decimal());
    }
}
