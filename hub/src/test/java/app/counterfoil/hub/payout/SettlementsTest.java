package app.counterfoil.hub.payout;

import static app.counterfoil.hub.payout.SettlementFiles.amazonHead;
import static app.counterfoil.hub.payout.SettlementFiles.amazonRow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.Money;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** Settlements are taken in whole, once, and only if they add up. */
class SettlementsTest extends PayoutBench {

    private static final List<String> DESCRIPTIONS =
            List.of("Principal", "Tax", "Shipping", "Commission", "Subscription Fee", "Current Reserve Amount", "Odd");

    @Test
    void theSameSettlementTwiceIsOnceAndAnotherUnderItsNumberIsRefused() {
        var file = SettlementFiles.amazon("9001", "026-1", 20_00);
        assertThat(amazon(file)).isEqualTo(1);
        assertThat(amazon(file)).as("the same file again").isZero();
        assertThat(amazon("\uFEFF" + file.replace("\n", "\r\n")))
                .as("saved otherwise")
                .isZero();
        assertThatThrownBy(() -> amazon(SettlementFiles.amazon("9001", "026-1", 30_00)))
                .isInstanceOf(NotASettlement.class)
                .hasMessageContaining("was taken in before, from a file that says something else");
        var taken = only();
        assertThat(taken.total()).isEqualTo(Money.pence(17_00));
        assertThat(taken.sold()).isEqualTo(Money.pence(20_00));
        assertThat(taken.fees()).isEqualTo(Money.pence(-3_00));
        assertThat(settlements.sums(shop, taken))
                .extracting(
                        sum -> sum.kind() + " " + sum.name() + " " + sum.sum().decimal())
                .containsExactly("GOODS Principal 20.00", "SELLING_FEE Commission -3.00");
    }

    @Test
    void aSettlementThatDoesNotAddUpToThePennyIsRefusedAndSaysByHowMuch() {
        var file = SettlementFiles.amazon("9002", "026-1", 20_00).replace("\t17.00\t", "\t17.01\t");
        assertThatThrownBy(() -> amazon(file))
                .hasMessageContaining("come to £17.00, and £17.01 was paid out: a difference of -£0.01");
        assertThatThrownBy(() -> ebay(SettlementFiles.ebay("801", "12-1", 20_00).replace("\"-18.00\"", "\"-18.02\"")))
                .hasMessageContaining("come to £18.00, and £18.02 was paid out");
        var withoutPayout = SettlementFiles.ebay("801", "12-1", 20_00).replace("\"Payout\"", "\"Hold\"");
        assertThatThrownBy(() -> ebay(withoutPayout)).hasMessageContaining("does not say what was paid out");
        assertThat(settlements.latest(shop, 0, 10)).isEmpty();
    }

    @Test
    void aFileOfSeveralPayoutsGivesWhatIsNewAndNothingOfABadFileIsKept() {
        var first = SettlementFiles.ebay("801", "12-1", 20_00);
        var rows = first.lines().skip(4).toList();
        var both = first
                + String.join("\n", rows).replace("\"801\"", "\"802\"").replace("12-1", "12-2") + "\n"
                + String.join("\n", rows).replace("\"801\"", "\"803\"").replace("\"-18.00\"", "\"-17.00\"");
        assertThat(ebay(first)).isEqualTo(1);
        var look = takeIn.look(shop, account(OutsideService.EBAY).id(), SettlementFiles.stream(both));
        assertThat(look.found())
                .extracting(TakeInSettlements.Found::verdict)
                .containsExactly(
                        TakeInSettlements.Verdict.KNOWN,
                        TakeInSettlements.Verdict.NEW,
                        TakeInSettlements.Verdict.NOT_ADDING_UP);
        assertThatThrownBy(() ->
                        ebay(both + "\n\"soon\"" + rows.get(0).substring(13).replace("\"801\"", "\"804\"")))
                .isInstanceOf(NotASettlement.class);
        assertThat(only().number()).isEqualTo("801");
        assertThat(ebay(both)).isEqualTo(1);
        assertThat(settlements.latest(shop, 0, 10))
                .extracting(Settlement::number)
                .containsExactlyInAnyOrder("801", "802");
    }

    @Test
    void aSettlementOfFiftyThousandLinesIsTakenInWhole() {
        var text = new StringBuilder(SettlementFiles.AMAZON_HEADING + "\n" + amazonHead("9005", 50_000 * 7L));
        for (var row = 0; row < 50_000; row++) {
            text.append('\n')
                    .append(amazonRow(
                            "9005", "Order", "026-" + row / 5, "ItemFees", "FBAPerUnitFulfillmentFee", "0.07"));
        }
        assertThat(amazon(text.toString())).isEqualTo(1);
        assertThat(only().lines()).isEqualTo(50_000);
        assertThat(settlements.lines(shop, only(), Optional.empty(), "", 49_990, 100))
                .hasSize(10);
    }

    @Test
    void twoPeopleWhoTakeInTheSameAtOnceHaveItOnce() throws Exception {
        var file = SettlementFiles.amazon("9006", "026-1", 20_00);
        var me = bookkeeper().id();
        var account = account(OutsideService.AMAZON).id();
        var both = IntStream.range(0, 4)
                .mapToObj(each -> CompletableFuture.supplyAsync(
                        () -> takeIn.takeIn(shop, account, SettlementFiles.stream(file), me)))
                .toList();
        var taken = 0;
        for (var each : both) {
            taken += each.get(1, TimeUnit.MINUTES);
        }
        assertThat(taken).isEqualTo(1);
        assertThat(only().lines()).isEqualTo(2);
    }

    @Test
    void oneThatWasTakenInByMistakeIsRemovedAndCanBeTakenInAgain() {
        amazon(SettlementFiles.amazon("9003", "026-1", 20_00));
        var id = only().id();
        settlements.remove(shop, id);
        assertThat(settlements.latest(shop, 0, 10)).isEmpty();
        assertThat(amazon(SettlementFiles.amazon("9003", "026-1", 20_00))).isEqualTo(1);
        assertThat(only().id()).as("it is the same one in the journal").isEqualTo(id);
        assertThatThrownBy(() -> settlements.remove(shop, UUID.randomUUID()))
                .isInstanceOf(Settlements.NoSuchSettlement.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverStandsInAFileItsSumsComeToWhatWasPaidOut(long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<String>();
        var total = 0L;
        for (var row = 0; row < 50 + random.nextInt(200); row++) {
            var amount = random.nextInt(200_00) - 80_00;
            total += amount;
            rows.add(amazonRow(
                    "91" + seed,
                    random.nextInt(5) == 0 ? "Refund" : "Order",
                    random.nextBoolean() ? "026-" + random.nextInt(40) : "",
                    random.nextBoolean() ? "ItemPrice" : "other-transaction",
                    DESCRIPTIONS.get(random.nextInt(DESCRIPTIONS.size())),
                    Money.pence(amount).decimal()));
        }
        var file =
                SettlementFiles.AMAZON_HEADING + "\n" + amazonHead("91" + seed, total) + "\n" + String.join("\n", rows);
        assertThat(amazon(file)).as("seed " + seed).isEqualTo(1);
        assertThat(amazon(file)).as("seed " + seed).isZero();
        var taken = only();
        assertThat(settlements.sums(shop, taken).stream()
                        .map(Settlements.Sum::sum)
                        .reduce(Money.pence(0), Money::plus))
                .as("seed " + seed)
                .isEqualTo(Money.pence(total));
        var lines = settlements.lines(shop, taken, Optional.empty(), "", 0, 1_000);
        assertThat(lines).as("seed " + seed).hasSize(rows.size());
        assertThat(flaws()).as("seed " + seed).isEmpty();
    }

    @Test
    void linesThatWereChangedPastTheProgramAreFound() {
        amazon(SettlementFiles.amazon("9004", "026-1", 20_00));
        var of = " WHERE settlement_id = '" + only().id() + "'";
        DATABASE.change("UPDATE counterfoil.payout_line SET amount_minor = amount_minor + 1" + of + " AND line = 1");
        assertThat(flaws()).containsExactly("The lines of settlement 9004 do not come to what was paid out.");
        DATABASE.change("UPDATE counterfoil.payout_line SET amount_minor = amount_minor - 1, kind = 'ODD'" + of
                + " AND line = 1");
        assertThat(flaws()).containsExactly("Line 1 of settlement 9004 is of no kind that is known.");
        DATABASE.change("UPDATE counterfoil.payout_line SET kind = 'GOODS'" + of + " AND line = 1");
        DATABASE.change("UPDATE counterfoil.payout_settlement SET lines = 3" + of);
        assertThat(flaws()).containsExactly("Settlement 9004 has 3 lines, and 2 are there.");
        DATABASE.change("UPDATE counterfoil.payout_settlement SET lines = 2" + of);
    }

    @Test
    void thePagesLookTakeInShowAndRemove() throws Exception {
        var account = account(OutsideService.EBAY).id();
        var file = SettlementFiles.ebay("805", "12-9", 20_00, "Kanarienvogelx");
        var looked = sent("/payouts/" + account + "/look", file);
        assertThat(looked.getContentAsString())
                .contains("805", "1 settlement is new.")
                .doesNotContain("Kanarienvogelx");
        assertThat(settlements.latest(shop, 0, 10)).isEmpty();
        assertThat(sent("/payouts/" + account + "/file", file).getRedirectedUrl())
                .isEqualTo("/payouts");
        var one = "/payouts/" + only().id();
        assertThat(pages.page(bookkeeper(), "/payouts")).contains("805", "£18.00");
        assertThat(pages.page(bookkeeper(), one)).contains("Settlement 805", "Item subtotal");
        assertThat(pages.page(bookkeeper(), one + "/lines?kind=GOODS&name=Item subtotal"))
                .contains("12-9", "£20.00");
        var csv = pages.asked(bookkeeper(), get(one + "/lines.csv")).getContentAsString();
        assertThat(csv.lines())
                .containsExactly(
                        "Line,Row of the file,Day,Kind,Name,Order number,Amount,Currency",
                        "1,5,2026-03-12,Goods,Item subtotal,12-9,20.00,GBP",
                        "2,5,2026-03-12,Selling fees,Final value fee - variable,12-9,-2.00,GBP");
        assertThat(sent("/payouts/" + account + "/file", "no file").getContentAsString())
                .contains("This is no settlement file");
        assertThat(sent("/payouts/" + UUID.randomUUID() + "/look", file).getStatus())
                .isEqualTo(404);
        assertThat(pages.asked(bookkeeper(), post(one + "/remove")).getRedirectedUrl())
                .isEqualTo("/payouts");
        assertThat(settlements.latest(shop, 0, 10)).isEmpty();
    }

    private MockHttpServletResponse sent(String path, String file) throws Exception {
        return pages.asked(
                bookkeeper(),
                post(path).contentType("application/octet-stream").content(file.getBytes(StandardCharsets.UTF_8)));
    }
}
