package app.counterfoil.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.order.NeedsAttention;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import app.counterfoil.sandbox.http.Exchange;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever fails in between, a sale stands in the books once; and what cannot be entered says why and what to do. */
class EnteredOnceTest extends BooksBench {

    @Autowired
    private PostingsNeedAttention needsAttention;

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "TOO_MANY_WITH_RETRY_AFTER",
                "TOO_MANY",
                "SERVER_ERROR",
                "UNAVAILABLE",
                "TIMEOUT",
                "DONE_UNANSWERED",
                "TRUNCATED_JSON",
                "HTML",
                "UNAUTHORIZED"
            })
    void whateverFailsItStandsThereOnce(Fault fault) {
        confirm(EntryWay.SUMMARY);
        var invoice = shortOne();
        tomorrow();
        fail("xero-put", fault);
        enter();
        forwardAnHour();
        enter();
        enter();
        assertThat(there()).hasSize(1);
        assertThat(only()).satisfies(posting -> {
            assertThat(posting.state()).isEqualTo(PostingState.ENTERED);
            assertThat(posting.gross()).isEqualTo(invoice.gross());
        });
    }

    @Test
    void whatMayBeThereIsLookedForAndNotSentAgain() {
        confirm(EntryWay.EACH);
        shortOne();
        tomorrow();
        fail("xero-put", Fault.DONE_UNANSWERED);
        enter();
        assertThat(only()).satisfies(posting -> {
            assertThat(posting.state()).isEqualTo(PostingState.DUE);
            assertThat(posting.mend()).contains("it is looked for");
        });
        SANDBOX.exchanges().clear();
        forwardAnHour();
        enter();
        assertThat(sent()).isEmpty();
        assertThat(only().state()).isEqualTo(PostingState.ENTERED);
    }

    @Test
    void whatIsSentAgainBearsTheSameKey() {
        confirm(EntryWay.EACH);
        shortOne();
        tomorrow();
        fail("xero-put", Fault.TIMEOUT);
        enter();
        forwardAnHour();
        enter();
        assertThat(sent())
                .filteredOn(exchange -> exchange.reply().status() != 401)
                .extracting(EnteredOnceTest::key)
                .hasSize(2)
                .containsOnly(only().id() + "-1");
    }

    @Test
    void whatWasRefusedWaitsForAPersonAndGoesWithAnotherKey() {
        confirm(EntryWay.SUMMARY);
        shortOne();
        tomorrow();
        SANDBOX.xero().lock(1, true);
        enter();
        forwardAnHour();
        enter();
        assertThat(only()).satisfies(posting -> {
            assertThat(posting.state()).isEqualTo(PostingState.REFUSED);
            assertThat(posting.wrong()).isEqualTo("Xero has locked its books for that day.");
            assertThat(posting.mend()).contains("Move the lock date");
        });
        SANDBOX.xero().lock(1, false);
        assertThat(postings.tryAgain(shop, only().id())).isTrue();
        enter();
        assertThat(only().state()).isEqualTo(PostingState.ENTERED);
        assertThat(sent()).extracting(EnteredOnceTest::key).doesNotHaveDuplicates();
        assertThat(postings.tryAgain(shop, only().id())).as("it stands there").isFalse();
    }

    @Test
    void triesEndAndSaySoAndAPersonBeginsThemAnew() {
        confirm(EntryWay.SUMMARY);
        shortOne();
        tomorrow();
        SANDBOX.faults().switchOn(new Faults.Switched("xero", Fault.SERVER_ERROR, 1, 100));
        for (int each = 0; each < 12; each++) {
            enter();
            forwardAnHour();
        }
        assertThat(only()).satisfies(posting -> {
            assertThat(posting.state()).isEqualTo(PostingState.REFUSED);
            assertThat(posting.mend()).contains("looked for first");
            assertThat(posting.mayBeThere()).isTrue();
        });
        assertThat(SANDBOX.exchanges().all().stream()
                        .filter(exchange -> exchange.api().equals("xero"))
                        .count())
                .as("tries have an end")
                .isLessThan(16);
        SANDBOX.faults().clear();
        postings.tryAgain(shop, only().id());
        enter();
        assertThat(only().state()).isEqualTo(PostingState.ENTERED);
    }

    @Test
    void aSecretThatIsRefusedStopsTheRoundAndCostsNoTry() {
        confirm(EntryWay.EACH);
        shortOne();
        shortOne();
        tomorrow();
        SANDBOX.faults().switchOn(new Faults.Switched("xero-put", Fault.UNAUTHORIZED, 1, 2));
        enter();
        assertThat(books().wrong()).contains("does not accept the credentials");
        assertThat(postings.latest(shop, 10)).hasSize(1);
        forwardAnHour();
        enter();
        assertThat(there()).hasSize(2);
        assertThat(books().isStopped()).isFalse();
    }

    @Test
    void anotherEntryOfThatNumberIsNotTakenForOurs() {
        confirm(EntryWay.EACH);
        var invoice = shortOne();
        tomorrow();
        enter();
        // Another account of the same shop, at the same organisation: our invoice stands there already.
        DATABASE.change("UPDATE counterfoil.accounting_posting SET state = 'DUE', due_at = made_at,"
                + " may_be_there = false, attempt = 2 WHERE seller_id = '" + shop + "'");
        SANDBOX.xero().disguise(1, invoice.number(), "somebody else's");
        enter();
        assertThat(only()).satisfies(posting -> {
            assertThat(posting.state()).isEqualTo(PostingState.REFUSED);
            assertThat(posting.wrong()).isEqualTo("Xero has another entry with the number " + invoice.number() + ".");
        });
        assertThat(there()).hasSize(1);
    }

    @Test
    void whatStandsThereWithAnotherSumSaysSo() {
        confirm(EntryWay.SUMMARY);
        shortOne();
        tomorrow();
        fail("xero-put", Fault.DONE_UNANSWERED);
        enter();
        SANDBOX.xero().change(1, only().number(), "12.00");
        forwardAnHour();
        enter();
        assertThat(only()).satisfies(posting -> {
            assertThat(posting.state()).isEqualTo(PostingState.DIFFERS);
            assertThat(posting.wrong()).contains("£14.50");
            assertThat(posting.gross()).isEqualTo(Money.pence(15_00));
        });
        assertThat(attention()).containsExactly("In the books with another sum than was sent");

        SANDBOX.xero().change(1, only().number(), "12.50");
        assertThat(postings.tryAgain(shop, only().id())).isTrue();
        enter();
        assertThat(only().state()).isEqualTo(PostingState.ENTERED);
        assertThat(only().wrong()).isEmpty();
        assertThat(attention()).isEmpty();
        assertThat(sent()).as("what was sent, all in all").hasSize(1);
    }

    private List<String> attention() {
        return needsAttention.of(shop).stream().map(NeedsAttention.Item::wrong).toList();
    }

    @Test
    void anAccountThatIsNotThereAnyMoreIsChosenAnew() {
        var codes = new EnumMap<>(proposed(EntryWay.SUMMARY).codes());
        confirm(EntryWay.SUMMARY);
        shortOne();
        tomorrow();
        DATABASE.change("UPDATE counterfoil.accounting_code SET code = '999' WHERE heading = 'SALES' AND seller_id = '"
                + shop + "'");
        enter();
        assertThat(only().wrong()).isEqualTo("Xero does not know an account any more.");
        codes.put(Heading.SALES, "260");
        confirmBooks.of(
                account,
                new ConfirmBooks.Choice(EntryWay.SUMMARY, clock.today().minusDays(1), codes),
                bookkeeper().id());
        postings.tryAgain(shop, only().id());
        enter();
        assertThat(there().get(0).path("LineItems"))
                .extracting(line -> line.path("AccountCode").asString())
                .contains("260");
    }

    private static String key(Exchange exchange) {
        return exchange.request().header("idempotency-key").orElseThrow();
    }
}
