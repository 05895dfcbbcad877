package app.counterfoil.hub.payout;

import static app.counterfoil.hub.payout.SettlementFiles.amazonHead;
import static app.counterfoil.hub.payout.SettlementFiles.amazonRow;
import static app.counterfoil.hub.payout.SettlementFiles.ebayRow;
import static app.counterfoil.hub.payout.SettlementFiles.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.Money;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What settlement files of different countries and spreadsheets say. */
class ReadSettlementsTest {

    private static final String AMAZON_ROWS =
            """
            Order | 026-1 | ItemPrice | Principal | 20.00 | GOODS
            Order | 026-1 | ItemPrice | Tax | 4.00 | TAX
            Order | 026-1 | ItemPrice | Shipping | 3.99 | DELIVERY
            Order | 026-1 | ItemPrice | ShippingTax | 0.80 | TAX
            Order | 026-1 | ItemPrice | GiftWrap | 1.00 | OTHER_CHARGE
            Order | 026-1 | Promotion | Shipping | -1.00 | PROMOTION
            Order | 026-1 | ItemWithheldTax | MarketplaceFacilitatorVAT-Principal | -4.80 | WITHHELD_TAX
            Order | 026-1 | ItemFees | Commission | -3.00 | SELLING_FEE
            Order | 026-1 | ItemFees | FBAPerUnitFulfillmentFee | -2.50 | FULFILMENT_FEE
            Refund | 026-2 | ItemPrice | Principal | -5.00 | REFUND
            Refund | 026-2 | ItemFees | RefundCommission | -0.15 | SELLING_FEE
            ServiceFee |  | Cost of Advertising | TransactionTotalAmount | -2.00 | ADVERTISING_FEE
            other-transaction |  | other-transaction | Subscription Fee | -25.00 | OTHER_FEE
            other-transaction |  | FBA Inventory Reimbursement | WAREHOUSE_DAMAGE | 12.30 | ADJUSTMENT
            other-transaction |  | other-transaction | Previous Reserve Amount Balance | 50.00 | RESERVE
            other-transaction |  | other-transaction | Current Reserve Amount | (30.00) | RESERVE
            other-transaction |  | other-transaction | Successful charge | 5.00 | TRANSFER
            FBAFees |  | FBA Inventory Storage Fee | Base fee | -10.00 | FULFILMENT_FEE
            Mystery |  | Mystery | Something new | -5.00 | UNKNOWN
            """;

    /** Type, order, net amount, a column and its amount, another, and what comes of it. */
    private static final String EBAY_ROWS =
            """
            Order | 12-1 | 17.20 | Item subtotal=16.00; Postage and packaging=4.00; eBay collected tax=4.00; Final value fee – fixed=-0.30; Final value fee – variable=-2.50
            Refund | 12-2 | -4.50 | Item subtotal=-5.00; Final value fee – variable=0.50
            Other fee | 12-1 | -1.00 | Description=Promoted Listings - General fee
            Other fee | -- | -2.00 | Description=Shop subscription fee
            Postage label | 12-1 | -3.00 | Item ID=1
            Hold | 12-1 | -1.00 | Item ID=1
            Order | 12-3 | 9.00 | Item subtotal=12.00; Transaction currency=USD
            Order | 12-4 | 8.00 | Item subtotal=9.00
            Payout | -- | -22.70 | Item ID=--
            """;

    private static final ReadSettlements READ = new ReadSettlements(MadeUpFormats.all());

    @Test
    void aFlatFileIsReadLineByLineAndItsLinesAreOfAKind() {
        var rows = cells(AMAZON_ROWS);
        var file = SettlementFiles.AMAZON_HEADING + "\n" + amazonHead("111", 8_64) + "\n"
                + rows.stream()
                        .map(row -> amazonRow("111", row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)))
                        .collect(Collectors.joining("\n"));
        var read = amazon(file);
        assertThat(read.lines())
                .extracting(line -> line.kind().name())
                .containsExactlyElementsOf(rows.stream().map(row -> row.get(5)).toList());
        assertThat(read.over()).contains(Money.pence(0));
        assertThat(read.orders()).isEqualTo(2);
        assertThat(read.firstDay()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(read.paidOn()).contains(LocalDate.of(2026, 3, 17));
        assertThat(read.lines().get(0))
                .isEqualTo(new SettlementLine(
                        3, LineKind.GOODS, "Principal", "026-1", LocalDate.of(2026, 3, 2), Money.pence(20_00)));
        assertThat(read.lines().get(11).name()).isEqualTo("Cost of Advertising: TransactionTotalAmount");
    }

    private static List<List<String>> cells(String table) {
        return table.lines()
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
    }

    @Test
    void aGermanFileWithCommasAndPointsSaysTheSame() {
        var plain = amazon(SettlementFiles.amazon("222", "304-1", 1_234_56));
        var german = SettlementFiles.amazon("222", "304-1", 1_234_56)
                .replace("\n", "\r\n")
                .replace("2026-03-01T00:00:00+00:00", "01.03.2026 00:00:00 UTC")
                .replace("2026-03-15T00:00:00+00:00", "15.03.2026 23:59:59 UTC")
                .replace("2026-03-17T00:00:00+00:00", "17.03.2026 10:00:00 UTC")
                .replace("2026-03-02T14:23:00+00:00", "02.03.2026 14:23:00 UTC")
                .replace("1234.56", "1.234,56")
                .replace("-185.18", "-185,18")
                .replace("1049.38", "1 049,38");
        assertThat(amazon("\uFEFF" + german).contentHash()).isEqualTo(plain.contentHash());
        var french = german.replace("01.03.2026 ", "01/03/2026 ").replace("1 049,38", "\"1\u202f049,38\"");
        assertThat(amazon(french).contentHash()).isEqualTo(plain.contentHash());
    }

    @Test
    void aFileOfAnOldSpreadsheetIsReadAsWell() {
        var file = SettlementFiles.amazon("333", "026-1", 20_00).replace("Commission", "Gebühr");
        var western = READ.read(
                        OutsideService.AMAZON, new ByteArrayInputStream(file.getBytes(Charset.forName("windows-1252"))))
                .settlements()
                .get(0);
        assertThat(western.lines().get(1).name()).isEqualTo("Gebühr");
        assertThatThrownBy(() -> READ.read(
                        OutsideService.AMAZON, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_16LE))))
                .isInstanceOf(NotASettlement.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.56 | 1234.56",
                "1,234.56 | 1234.56",
                "1.234,56 | 1234.56",
                "1.234.567,89 | 1234567.89",
                "1 234,56 | 1234.56",
                "-3,20 | -3.20",
                "(55.00) | -55.00",
                "−7,5 | -7.5",
                "+4 | 4",
                "12.9900 | 12.9900",
                "1.234 | 1234",
                "0.123 | ",
                "1,23,4 | ",
                "1.2.3 | ",
                "ten | ",
                "1e9 | ",
                "- | "
            })
    void anAmountIsReadAsItIsMeantOrNotAtAll(String written, String meant) {
        assertThat(AmountText.decimal(written)).isEqualTo(Optional.ofNullable(meant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-09 | 2026-03-09",
                "2026-03-09T23:59:59+00:00 | 2026-03-09",
                "2026-03-09 05:23:19 UTC | 2026-03-09",
                "09.03.2026 | 2026-03-09",
                "9/3/2026 | 2026-03-09",
                "09/03/26 | 2026-03-09",
                "9 Mar 2026 | 2026-03-09",
                "09-Mar-26 | 2026-03-09",
                "Mar 9, 2026 | 2026-03-09",
                "31/02/2026 | ",
                "03/31/2026 | ",
                "soon | "
            })
    void aDayIsReadAsItIsMeantOrNotAtAll(String written, String meant) {
        assertThat(DayText.day(written)).isEqualTo(Optional.ofNullable(meant).map(LocalDate::parse));
    }

    @Test
    void badCellsAreToldByRowAndColumnAndNothingIsRead() {
        var file = SettlementFiles.amazon("444", "026-1", 20_00)
                + amazonRow("444", "Order", "026-1", "ItemPrice", "Principal", "many") + "\n"
                + amazonRow("444", "Order", "two words", "ItemPrice", "Principal", "1.00") + "\n"
                + amazonRow("444", "Order", "026-1", "ItemPrice", "Principal", "")
                        .replace("MFN", "") + "\n";
        var refused = catchThrowableOfType(NotASettlement.class, () -> amazon(file));
        assertThat(refused.wrong()).isEqualTo("3 cells of this file cannot be read.");
        assertThat(refused.cells())
                .extracting(cell -> cell.row() + " " + cell.column() + ": " + cell.wrong())
                .containsExactly(
                        "5 amount: this is no amount", "6 order-id: this is no number", "7 amount: it is missing");
        assertThat(refused.cells()).allMatch(cell -> !cell.mend().isEmpty());
    }

    @Test
    void aPayoutOfTheReportIsASettlementAndWhatWasNotPaidOutIsLeft() {
        var file = "Report of a seller\n" + quoted(SettlementFiles.EBAY_HEADING) + "\n"
                + cells(EBAY_ROWS).stream().map(ReadSettlementsTest::ebay).collect(Collectors.joining("\n")) + "\n"
                + ebayRow("--", "Order", "12-5", "9.00", "Testa").text();
        var read = READ.read(OutsideService.EBAY, SettlementFiles.stream(file));
        assertThat(read.notPaidYet()).isEqualTo(1);
        var payout = read.settlements().get(0);
        assertThat(read.settlements()).hasSize(1);
        assertThat(payout.over()).contains(Money.pence(0));
        assertThat(payout.lines())
                .extracting(line -> line.kind() + " " + line.amount().decimal())
                .containsExactly(
                        "GOODS 16.00",
                        "DELIVERY 4.00",
                        "SELLING_FEE -0.30",
                        "SELLING_FEE -2.50",
                        "WITHHELD_TAX 4.00",
                        "WITHHELD_TAX -4.00",
                        "REFUND -5.00",
                        "SELLING_FEE 0.50",
                        "ADVERTISING_FEE -1.00",
                        "OTHER_FEE -2.00",
                        "FULFILMENT_FEE -3.00",
                        "RESERVE -1.00",
                        "GOODS 9.00",
                        "GOODS 9.00",
                        "UNKNOWN -1.00");
        assertThat(payout.paidOn()).contains(LocalDate.of(2026, 3, 14));
    }

    @Test
    void aFileOfAnotherChannelAndWhatIsNoneIsRefused() {
        assertThatThrownBy(() ->
                        READ.read(OutsideService.EBAY, SettlementFiles.stream(SettlementFiles.amazon("1", "2", 10_00))))
                .hasMessageContaining("This is a file of Amazon");
        for (var none : List.of("", "a,b\n1,2\n", "\u0000\u0001", "\n".repeat(100) + SettlementFiles.AMAZON_HEADING)) {
            assertThatThrownBy(() -> READ.read(OutsideService.AMAZON, SettlementFiles.stream(none)))
                    .isInstanceOf(NotASettlement.class);
        }
        assertThatThrownBy(() -> READ.read(
                        OutsideService.EBAY,
                        SettlementFiles.stream(quoted(SettlementFiles.EBAY_HEADING) + "\n\"never closed")))
                .hasMessageContaining("opens a quotation mark");
    }

    @Test
    void aNameThatPointsAtSomebodyIsNotKept() {
        assertThat(LineName.of("Refund to testa@example.com for 123456789")).isEqualTo("Refund to … for …");
        assertThat(LineName.of(" \t ")).isEqualTo("–");
        assertThat(LineName.of("x".repeat(300))).hasSizeLessThan(120);
    }

    private static String ebay(List<String> cells) {
        var row = ebayRow("801", cells.get(0), cells.get(1), cells.get(2), "Testa");
        for (var part : cells.get(3).split("; ", -1)) {
            row.with(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        return row.text();
    }

    private static ReadSettlement amazon(String file) {
        return READ.read(OutsideService.AMAZON, SettlementFiles.stream(file))
                .settlements()
                .get(0);
    }
}
