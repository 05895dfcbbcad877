package app.counterfoil.hub.payout;

import static app.counterfoil.hub.payout.SettlementFiles.amazonHead;
import static app.counterfoil.hub.payout.SettlementFiles.amazonRow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.accounting.AccountCodes;
import app.counterfoil.hub.accounting.JournalEntry;
import app.counterfoil.hub.accounting.JournalPlace;
import app.counterfoil.hub.accounting.SalesFiles;
import app.counterfoil.hub.measure.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A settlement in double entry: it balances, goes into the journal of its month, and under the seller's own codes. */
class SettlementJournalTest extends PayoutBench {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final List<List<String>> LINES = List.of(
            List.of("Order", "ItemPrice", "Principal"),
            List.of("Order", "ItemPrice", "Tax"),
            List.of("Refund", "ItemPrice", "Principal"),
            List.of("Order", "ItemWithheldTax", "MarketplaceFacilitatorVAT-Principal"),
            List.of("Order", "ItemFees", "Commission"),
            List.of("Order", "ItemFees", "FBAPerUnitFulfillmentFee"),
            List.of("ServiceFee", "Cost of Advertising", "TransactionTotalAmount"),
            List.of("other-transaction", "other-transaction", "Subscription Fee"),
            List.of("other-transaction", "other-transaction", "Current Reserve Amount"),
            List.of("other-transaction", "other-transaction", "Transfer of funds unsuccessful"),
            List.of("other-transaction", "FBA Inventory Reimbursement", "LOST"),
            List.of("Riddle", "Riddle", "Riddle"));

    @Autowired
    private SettlementJournal journal;

    @Autowired
    private SalesFiles files;

    @Autowired
    private AccountCodes codes;

    @Test
    void eachPartOfASettlementHasItsPlaceAndItsSide() {
        var amounts = List.of(
                "100.00", "20.00", "-10.00", "-20.00", "-15.00", "-5.00", "-4.00", "-3.00", "-2.00", "1.00", "6.00",
                "-0.50");
        var text = new StringBuilder(SettlementFiles.AMAZON_HEADING + "\n" + amazonHead("9100", 67_50) + "\n");
        for (var at = 0; at < LINES.size(); at++) {
            var line = LINES.get(at);
            text.append(amazonRow("9100", line.get(0), "026-1", line.get(1), line.get(2), amounts.get(at)))
                    .append("\n");
        }
        amazon(text.toString());
        assertThat(journal.of(shop, only()).lines())
                .extracting(line -> line.place() + " " + line.debit().decimal() + " "
                        + line.credit().decimal())
                .containsExactly(
                        "PAYOUTS 67.50 0.00",
                        "DEBTORS 0.00 110.00",
                        "PAYOUTS 0.00 1.00",
                        "HELD_BACK 2.00 0.00",
                        "WITHHELD_TAX 20.00 0.00",
                        "SELLING_FEES 15.00 0.00",
                        "FULFILMENT_FEES 5.00 0.00",
                        "ADVERTISING 4.00 0.00",
                        "OTHER_FEES 3.00 0.00",
                        "REIMBURSED 0.00 6.00",
                        "SUSPENSE 0.50 0.00");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void theJournalOfAnySettlementBalancesAndCreditsWhatBuyersHavePaid(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        var total = 0L;
        for (var row = 0; row < 100; row++) {
            var line = LINES.get(random.nextInt(LINES.size()));
            var amount = random.nextInt(100_00) - 50_00;
            total += amount;
            text.append("\n")
                    .append(amazonRow(
                            "92" + seed,
                            line.get(0),
                            "026-1",
                            line.get(1),
                            line.get(2),
                            Money.pence(amount).decimal()));
        }
        amazon(SettlementFiles.AMAZON_HEADING + "\n" + amazonHead("92" + seed, total) + text);
        var entry = journal.of(shop, only());
        var debits = entry.lines().stream().map(JournalEntry.Line::debit).reduce(Money.pence(0), Money::plus);
        var credits = entry.lines().stream().map(JournalEntry.Line::credit).reduce(Money.pence(0), Money::plus);
        assertThat(debits).as("seed " + seed).isEqualTo(credits);
        var owed = entry.lines().stream()
                .filter(line -> line.place() == JournalPlace.DEBTORS)
                .map(line -> line.credit().minus(line.debit()))
                .reduce(Money.pence(0), Money::plus);
        assertThat(owed).as("seed " + seed).isEqualTo(only().sold());
    }

    @Test
    void anEntryThatDoesNotBalanceCannotBeMade() {
        var lines = List.of(JournalEntry.Line.credit(JournalPlace.DEBTORS, Money.pence(1)));
        assertThatThrownBy(() -> new JournalEntry(
                        shop.value(),
                        "1",
                        LocalDate.EPOCH,
                        "Odd",
                        Money.pence(0).currency(),
                        lines))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theJournalOfTheMonthItWasPaidInHasItUnderTheSellersCodes() {
        amazon(SettlementFiles.amazon("9101", "026-1", 20_00));
        var id = only().id();
        assertThat(files.journal(shop, MARCH).lines().skip(1))
                .containsExactly(
                        id + ",9101,2026-03-17,1250,Paid out by channels,17.00,,GBP,Settlement 9101 of Amazon",
                        id + ",9101,2026-03-17,1100,Trade debtors,,20.00,GBP,Settlement 9101 of Amazon",
                        id + ",9101,2026-03-17,6100,Selling fees,3.00,,GBP,Settlement 9101 of Amazon");
        assertThat(files.journal(shop, MARCH.plusMonths(1)).lines()).hasSize(1);
        var said = new EnumMap<>(codes.of(shop));
        said.put(JournalPlace.SELLING_FEES, "429 Fees");
        codes.say(shop, said, bookkeeper().id());
        assertThat(files.journal(shop, MARCH))
                .contains(",429 Fees,Selling fees,3.00,")
                .doesNotContain(",6100,");
        settlements.remove(shop, id);
        assertThat(files.journal(shop, MARCH).lines()).hasSize(1);
    }

    @Test
    void aCodeThatIsNoneOrHasToBeAloneIsRefusedAndThePageSaysWhy() throws Exception {
        var said = new EnumMap<>(codes.of(shop));
        said.put(JournalPlace.ADVERTISING, said.get(JournalPlace.SELLING_FEES));
        codes.say(shop, said, bookkeeper().id());
        assertThat(codes.of(shop)).containsEntry(JournalPlace.ADVERTISING, "6100");
        for (var wrong : List.of("", " ", "1100", "Gebühren", "=1+1", "x".repeat(21), "1\u0000")) {
            said.put(JournalPlace.SALES, wrong);
            assertThatThrownBy(() -> codes.say(shop, said, bookkeeper().id()))
                    .as(wrong)
                    .isInstanceOf(AccountCodes.NotACode.class);
        }
        var asked = post("/bookkeeping/accounts");
        codes.of(shop).forEach((place, code) -> asked.param(place.name(), place == JournalPlace.VAT ? "1100" : code));
        assertThat(pages.asked(bookkeeper(), asked).getContentAsString())
                .contains("“Trade debtors” and “VAT on sales” have the same code.");
        assertThat(codes.of(shop)).containsEntry(JournalPlace.VAT, "2200").containsEntry(JournalPlace.SALES, "4000");
    }
}
