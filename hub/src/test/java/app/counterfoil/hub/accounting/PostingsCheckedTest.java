package app.counterfoil.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.invoice.Invoice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever somebody changes past the program in what was entered into the books is named, and only that. */
class PostingsCheckedTest extends BooksBench {

    @Autowired
    private PostingBookCheck check;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "EACH | net_minor = net_minor + 1 | net_minor = net_minor - 1 | says £12.51 + £2.50 = £15.00,",
                "EACH | vat_minor = vat_minor + 1 | vat_minor = vat_minor - 1 | says £12.50 + £2.51 = £15.00,",
                "EACH | gross_minor = 1 | gross_minor = 1500 | says £12.50 + £2.50 = £0.01,",
                "SUMMARY | gross_minor = 1 | gross_minor = 1500 | and its invoices £12.50 + £2.50.",
                "SUMMARY | day = day - 1 | day = day + 1 | of another day or currency",
                "EACH | currency = 'EUR' | currency = 'GBP' | of another day or currency",
                "EACH | way = 'SUMMARY' | way = 'EACH' | a disclosure of somebody is written",
                "SUMMARY | way = 'EACH' | way = 'SUMMARY' | no disclosure is written of it",
                "SUMMARY | way = 'BY_HAND' | way = 'SUMMARY' | stands where no posting can stand",
                "EACH | state = 'EATEN' | state = 'ENTERED' | stands where no posting can stand",
                "EACH | state = 'DUE' | state = 'ENTERED' | without a time at which",
                "EACH | entered_at = NULL | entered_at = made_at | without the time of it",
                "SUMMARY | entry_id = '' | entry_id = gen_random_uuid() | without the time of it",
            })
    void aPostingThatIsChangedIsNamed(EntryWay way, String change, String back, String named) {
        confirm(way);
        shortOne();
        tomorrow();
        enter();
        var number = only().number();
        assertThat(said()).isEmpty();
        ofPostings(change);
        assertThat(said()).singleElement().asString().contains("Posting " + number, named);
        ofPostings(back);
    }

    @Test
    void aSingleInvoiceIsOneAndNotTwoOrNone() {
        confirm(EntryWay.SUMMARY);
        shortOne();
        shortOne();
        tomorrow();
        enter();
        ofPostings("way = 'EACH'");
        assertThat(said()).anyMatch(flaw -> flaw.endsWith("is of one invoice and has 2."));
        ofPostings("way = 'SUMMARY'");
        assertThat(said()).isEmpty();
    }

    @Test
    void aPostingWithoutItsInvoiceIsNamedAndSoIsTheInvoice() {
        confirm(EntryWay.EACH);
        var invoice = shortOne();
        tomorrow();
        enter();
        tomorrow();
        enter();
        ofTheShop("UPDATE counterfoil.accounting_posted_invoice SET invoice_id = posting_id");
        assertThat(said())
                .containsExactlyInAnyOrder(
                        "Posting " + invoice.number()
                                + " says £12.50 + £2.50 = £15.00, and its invoices £0.00 + £0.00.",
                        "Posting " + invoice.number() + " is of one invoice and has 0.",
                        "Invoice " + invoice.number() + " is of a day that was entered, and stands in no posting.");
        ofTheShop("UPDATE counterfoil.accounting_posted_invoice SET invoice_id = '" + invoice.id() + "'");
    }

    @Test
    void whatWasHandedOverIsWrittenDownOrNamed() {
        confirm(EntryWay.EACH);
        fullOne();
        tomorrow();
        enter();
        ofTheShop("UPDATE counterfoil.disclosure_entry SET record_id = order_id");
        assertThat(said())
                .containsExactly(
                        "Posting " + only().number() + " is of one invoice, and no disclosure is written of it.");
        ofTheShop("UPDATE counterfoil.disclosure_entry SET record_id = '" + only().id() + "'");
    }

    @Test
    void anInvoiceOfADayThatWasEnteredIsInThatDay() {
        confirm(EntryWay.SUMMARY);
        shortOne();
        var later = shortOne();
        ofInvoice("issued_on = issued_on + 400", later);
        tomorrow();
        enter();
        tomorrow();
        enter();
        assertThat(said()).isEmpty();
        ofInvoice("issued_on = issued_on - 400", later);
        assertThat(said())
                .containsExactly(
                        "Invoice " + later.number() + " is of a day that was entered, and stands in no posting.");
        ofInvoice("issued_on = issued_on + 400", later);
    }

    /** Postings are read so many at a time. */
    @Test
    void whatIsWrongBehindManyIsFoundToo() {
        confirm(EntryWay.SUMMARY);
        shortOne();
        tomorrow();
        enter();
        ofTheShop(
                """
                INSERT INTO counterfoil.accounting_posting
                       (seller_id, posting_id, account_id, way, day, number, currency, net_minor, vat_minor,
                        gross_minor, names_somebody, state, made_at, may_be_there, entry_id, entered_at)
                SELECT seller_id, CAST(lpad(to_hex(n), 32, '0') AS uuid), account_id, way, day, 'empty ' || n, currency,
                       0, 0, 0, false, state, made_at, may_be_there, entry_id, entered_at
                  FROM counterfoil.accounting_posting, generate_series(1, 1000) AS n
                """);
        assertThat(check.of(shop).counted()).isEqualTo("1,001 postings");
        assertThat(said()).isEmpty();
        ofPostings("net_minor = net_minor + 1, gross_minor = gross_minor + 1");
        assertThat(said()).as("a thousand are not all told").hasSizeBetween(200, 999);
        ofPostings("net_minor = net_minor - 1, gross_minor = gross_minor - 1");
        ofPostings("vat_minor = 251 WHERE vat_minor = 250");
        assertThat(said()).singleElement().asString().contains("£2.51");
        ofPostings("vat_minor = 250 WHERE vat_minor = 251");
    }

    private List<String> said() {
        return check.of(shop).flaws().stream().map(Flaw::wrong).toList();
    }

    private void ofPostings(String set) {
        ofTheShop("UPDATE counterfoil.accounting_posting SET " + set);
    }

    private void ofTheShop(String change) {
        DATABASE.change(change + (change.contains("WHERE") ? " AND" : " WHERE") + " seller_id = '" + shop + "'");
    }

    private void ofInvoice(String set, Invoice invoice) {
        ofTheShop("UPDATE counterfoil.invoice_invoice SET " + set + " WHERE invoice_id = '" + invoice.id() + "'");
    }
}
